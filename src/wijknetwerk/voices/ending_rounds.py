"""What happens to rounds and initiatives when a network stops (rule N6)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.voices import access_rounds
from wijknetwerk.voices.models import Experiment, Initiative, PriorityRound
from wijknetwerk.voices.services import rounds


def register() -> None:
    """Called once, when the app is ready."""
    question = _("Which initiative goes on without the network, and who helps it then?")
    part = EndingPart(_("Initiatives and what you tried"), 43, _tell, _act, question, _keep)
    endings.register("initiatives", part)


def _tell(network: Any) -> Sequence[str | Promise]:
    counted = Initiative.objects.filter(network=network).aggregate(
        going=Count("pk", filter=~Q(state__in=["done", "stopped"])), all=Count("pk")
    )
    open_rounds = PriorityRound.objects.filter(network=network, closed_on=None).count()
    going = counted["going"]
    said = [
        (going, ngettext("One initiative goes on.", "%(num)s initiatives go on.", going)),
        (
            open_rounds,
            ngettext(
                "One round of dots closes that day.",
                "%(num)s rounds of dots close that day.",
                open_rounds,
            ),
        ),
    ]
    return [text % {"num": number} for number, text in said if number]


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    """Rounds close, so that no counts stay. An initiative belongs to its people and goes on."""
    if what is not Ending.STOP:
        return
    for one in PriorityRound.objects.filter(network=network, closed_on=None).order_by("pk"):
        one.network = network
        rounds.close(actor, access_rounds.locked_round(one))


def _keep(network: Any) -> Mapping[str, Any]:
    initiatives = Initiative.objects.filter(network=network).order_by("begun_on", "pk")
    kept = {f"{row.title} ({row.get_state_display()})": row.lesson for row in initiatives}
    tried = Experiment.objects.filter(network=network).exclude(lesson="").order_by("pk")
    return kept | {row.question: row.lesson for row in tried}
