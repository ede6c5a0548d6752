"""Offers that end by themselves: who leaves, a network that stops, an account that is erased."""

from typing import TYPE_CHECKING, Any

from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.models import HelpOffer, HelpSettings, OfferState
from wijknetwerk.mutual_aid.services import offers

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network

SYSTEM = Actor.system("mutual_aid.offers")


def member_left(member: Any) -> None:
    """Whoever left the network offers nothing there; what is known of them stays a year. Was it
    they who hear worries? Then that place is vacant."""
    rows = HelpOffer.objects.filter(network=member.network_id)
    end_open(rows.filter(helper__person=member.person_id))
    settled = HelpSettings.objects.filter(network=member.network_id)
    settled.filter(concerns_to=member).update(concerns_to=None)
    settled.filter(concerns_else=member).update(concerns_else=None)


def stop(network: "Network") -> None:
    """The network stops: every offer ends. Run again it does nothing."""
    end_open(HelpOffer.objects.filter(network=network))


def end_open(rows: "QuerySet[HelpOffer]") -> int:
    """End those that are open, by the platform itself; how many."""
    found = list(rows.filter(state=OfferState.OPEN).select_related("network").order_by("pk"))
    for row in found:
        offers.end(actor=SYSTEM, network=row.network, offer=row.uuid)
    return len(found)


def empty(row: HelpOffer) -> None:
    """Erase the words; that there was an offer stays for the figures."""
    row.words, row.not_words = "", ""
    row.can, row.parts = [], 0
    row.save(update_fields=["words", "not_words", "can", "parts"])
