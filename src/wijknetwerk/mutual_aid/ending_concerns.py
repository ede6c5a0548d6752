"""Concerns and complaints when a network stops (rule N6): no figures, they are not counted."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.mutual_aid.services import concern_clock


def register() -> None:
    """Called once, when the app is ready."""
    title = _("Concerns and complaints")
    question = _("Does who hears concerns know that all are erased that day?")
    endings.register("mutual_aid.concerns", EndingPart(title, 33, _tell, _act, question))


def _tell(_network: Any) -> Sequence[str | Promise]:
    return [
        _("Who hears concerns first speaks with the people. On that day all are erased."),
        _("The independent person answers complaints also after that day, by the same link."),
    ]


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    if what is Ending.STOP:
        concern_clock.erase_all(network=network)
