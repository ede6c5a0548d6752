"""The part of checks in a rest or a stop of a network (rule N6): nobody is asked meanwhile."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.mutual_aid.selectors import check_waits
from wijknetwerk.mutual_aid.services import check_asking


def register() -> None:
    """Called once, when the app is ready."""
    title = gettext_lazy("Asking how the help goes")
    question = gettext_lazy("Who still calls people of whom we wanted to hear how it goes?")
    endings.register("mutual_aid.checks", EndingPart(title, 31, _tell, _act, question))


def _tell(network: Any) -> Sequence[str | Promise]:
    soon = clock.today() + timedelta(weeks=4)
    count = check_waits.open_checks().filter(network=network, due_on__lte=soon).count()
    if not count:
        return []
    said = ngettext(
        "One person is asked within four weeks how it goes.",
        "%(num)s people are asked within four weeks how it goes.",
        count,
    )
    return [said % {"num": count}]


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    if what is Ending.RESUME:
        check_asking.resume(network)
