"""What I asked, what I offer, and with whom I am in touch: one's own help in a network."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Match,
    MatchState,
    Neighbour,
    OfferState,
)
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class OwnMatch:
    """Somebody with whom I am in touch, or who waits for my answer."""

    match: Match
    as_helper: bool
    who: str
    waits_for_me: bool


@dataclass(frozen=True, slots=True)
class Own:
    """All of one's own help in a network."""

    neighbour: Neighbour | None
    requests: list[HelpRequest]
    offers: list[HelpOffer]
    matches: list[OwnMatch]


def own_help(actor: Actor, network: "Network") -> Own:
    """One's own help, newest first; at most four queries."""
    me = access.own_neighbour(actor, network)
    if me is None:
        return Own(None, [], [], [])
    asked = HelpRequest.objects.filter(asker=me, state__in=OPEN_REQUESTS).order_by("-noted_at")
    offered = HelpOffer.objects.filter(helper=me).exclude(state=OfferState.ENDED)
    open_now = Match.objects.filter(access.known_to(actor.own_id), network=network).exclude(
        state=MatchState.ENDED
    )
    whole = ("request__asker__person", "offer__helper__person")
    rows = open_now.select_related(*whole).order_by("-pk")
    return Own(
        me,
        list(asked),
        list(offered.order_by("-noted_at")),
        [_own_match(me, row) for row in rows],
    )


def _own_match(me: Neighbour, row: Match) -> OwnMatch:
    as_helper = row.offer.helper_id == me.pk
    other = row.request.asker if as_helper else row.offer.helper
    known = access.may_reach(row) or not as_helper
    waits = row.state == (MatchState.ASKED if as_helper else MatchState.WILLING)
    return OwnMatch(row, as_helper, first_name_of(other) if known else "", waits)
