"""Erasing what somebody asked and who it was: after its time, with an account, at their word."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from wijknetwerk.core import log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, access_requests
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    FollowUp,
    HelperFact,
    HelpOffer,
    HelpRequest,
    Match,
    Neighbour,
    OfferState,
    Side,
    Wellbeing,
)
from wijknetwerk.mutual_aid.services import in_order, offers, requests

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LEFT = Actor.system("mutual_aid.left")


@transaction.atomic
def forget(*, actor: Actor, network: "Network", neighbour: UUID) -> None:
    """Erase somebody who takes part in nothing, at their word: what is open ends first.

    NotFound for a member: what is theirs goes with their own data."""
    access.require_desk(actor, network)
    row = access.neighbour_for(actor, network, neighbour)
    if row.person_id is not None:
        raise NotFound
    close_open(row)
    log.record(actor, "mutual_aid.neighbour_erased", row, action=Action.DELETE)
    for asked in HelpRequest.objects.filter(network=network, asker=row):
        empty_request(asked)
    for offered in HelpOffer.objects.filter(network=network, helper=row):
        offered.words = offered.not_words = ""
        offered.save(update_fields=["words", "not_words"])
    _empty_matches(row)
    empty_neighbour(row)


def _empty_matches(row: Neighbour) -> None:
    """What stands with help of this person: why they were chosen, how it went, what they said of
    it. What a helper was told stays with who asked for it."""
    asks, helps = Q(request__asker=row), Q(offer__helper=row)
    for match in Match.objects.filter(asks | helps, network=row.network).select_related("request"):
        if match.request.asker_id == row.pk:
            match.told = ""
        match.why = match.outcome = ""
        match.save(update_fields=["told", "why", "outcome"])
    own = Q(side=Side.ASKER, match__request__asker=row) | Q(
        side=Side.HELPER, match__offer__helper=row
    )
    for check in FollowUp.objects.filter(own, network=row.network):
        check.need, check.need_open = "", False
        check.save(update_fields=["need", "need_open"])


def member_left(member: Any) -> None:
    """Whoever left the network asks no more there; what ran stops."""
    rows = Neighbour.objects.select_related("person", "network")
    for row in rows.filter(network=member.network_id, person=member.person_id):
        withdraw_all(row)


@transaction.atomic
def withdraw_all(row: Neighbour) -> None:
    """Withdraw every open request of somebody, by the platform itself."""
    open_now = HelpRequest.objects.filter(asker=row, state__in=OPEN_REQUESTS)
    in_order.lock_requests(open_now)
    for asked in open_now.order_by("pk").select_related("asker__person", "network"):
        asked.asker.network = asked.network
        requests.withdraw_by_system(actor=LEFT, found=asked)


def close_open(row: Neighbour) -> None:
    """End what somebody asks and offers."""
    withdraw_all(row)
    offered = HelpOffer.objects.filter(helper=row, state=OfferState.OPEN).order_by("pk")
    for one in offered.values_list("uuid", flat=True):
        offers.end(actor=LEFT, network=row.network, offer=one)


def empty_request(row: HelpRequest) -> None:
    """Erase the words; that there was a request stays for the figures."""
    for name in ("words", "told", "outcome", "call_name", "call_phone"):
        setattr(row, name, "")
    row.languages, row.wishes, row.told_approved_at = [], [], None
    row.save()
    Wellbeing.objects.filter(request=row).delete()
    tokens.end_tokens(purpose=access_requests.PAPER, subject=row.uuid)


def empty_neighbour(row: Neighbour) -> None:
    """Erase who it is and where they live; the row stays, because help of others points at it."""
    for name in ("name", "phone", "email", "address", "handy"):
        setattr(row, name, "")
    row.person = row.membership = None
    row.pc4, row.languages = "", []
    row.save()
    HelperFact.objects.filter(helper=row).delete()


@transaction.atomic
def withdraw_of(network: "Network") -> None:
    """The network stops: every open request is withdrawn. Run again it does nothing."""
    rows = HelpRequest.objects.filter(network=network, state__in=OPEN_REQUESTS)
    in_order.lock_requests(rows)
    for asked in rows.order_by("pk").select_related("asker__person", "network"):
        asked.asker.network = asked.network
        requests.withdraw_by_system(actor=LEFT, found=asked)
