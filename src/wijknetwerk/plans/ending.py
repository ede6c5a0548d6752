"""Plans when a network stops (rule N6): no figures, they are counted nowhere."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import EndingPart, endings


def register() -> None:
    """Called once, when the app is ready."""
    question = _("Do residents know whom they call from that day on?")
    part = EndingPart(_("Plans of residents"), 36, _tell, None, question)
    endings.register("plans.plans", part)


def _tell(_network: Any) -> Sequence[str | Promise]:
    return [
        _("A plan is of its resident. They can read it and take it along also after that day."),
        _("From that day on it opens for nobody else."),
    ]
