"""The part of help between neighbours in a rest or a stop (rule N6): who helps whom."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.mutual_aid.models import TOGETHER, Match, MatchState
from wijknetwerk.mutual_aid.services import match_leaving


def register() -> None:
    """Called once, when the app is ready."""
    title = gettext_lazy("Who helps whom")
    question = gettext_lazy("Who calls both sides? Who goes on together without the network?")
    endings.register("mutual_aid.matches", EndingPart(title, 28, _tell, _act, question, _keep))


def _tell(network: Any) -> Sequence[str | Promise]:
    rows = Match.objects.filter(network=network)
    together = rows.filter(state__in=TOGETHER).count()
    asked = rows.filter(state__in=(MatchState.ASKED, MatchState.WILLING)).count()
    said = [
        (
            together,
            ngettext("Two neighbours are in touch.", "%(num)s pairs are in touch.", together),
        ),
        (asked, ngettext("One question waits.", "%(num)s questions wait.", asked)),
    ]
    return [text % {"num": number} for number, text in said if number]


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    if what is Ending.STOP:
        match_leaving.stop(network)
    elif what is Ending.RESUME:
        match_leaving.resume(network)


def _keep(network: Any) -> Mapping[str, Any]:
    rows = Match.objects.filter(network=network)
    return {"ended_matches": rows.filter(state=MatchState.ENDED).count()}
