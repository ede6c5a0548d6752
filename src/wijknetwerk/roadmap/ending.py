"""The route's part of a stop (rule N6): what was done is kept in the archive, without names."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijknetwerk.core.registries import EndingPart, endings
from wijknetwerk.roadmap import selectors
from wijknetwerk.roadmap.models import Status, StepProgress
from wijknetwerk.roadmap.selectors.content import ContentMissing


def register() -> None:
    """Called once, when the app is ready."""
    question = _("Who takes over what is still busy?")
    endings.register("route", EndingPart(_("The route"), 45, _tell, None, question, _keep))


def _tell(network: Any) -> Sequence[str | Promise]:
    busy = _now(network).filter(status=Status.BUSY).count()
    done = _now(network).filter(status=Status.DONE).count()
    said = [
        (done, ngettext("One step is done.", "%(num)s steps are done.", done)),
        (busy, ngettext("One step is busy.", "%(num)s steps are busy.", busy)),
    ]
    return [text % {"num": number} for number, text in said if number]


def _keep(network: Any) -> Mapping[str, Any]:
    try:
        steps = selectors.content().step_by_code
    except ContentMissing:  # the archive is made all the same
        steps = {}
    return {
        steps[row.step].title if row.step in steps else row.step: str(row.get_status_display())
        for row in _now(network).order_by("step")
    }


def _now(network: Any) -> Any:
    return StepProgress.objects.filter(network=network, superseded_at=None)
