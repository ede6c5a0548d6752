"""Who may see and do what with help between neighbours.

The desk (who may note down for others) sees all requests, offers and what comes of them. Everybody
else sees their own: an asker the own requests, a helper the own offers and what the asker approved
to be told. Names, numbers and addresses of the other side only while both said yes (rule H1).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, Q, QuerySet, UUIDField
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.registries.things import columns_from
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.together import Together
from wijknetwerk.mutual_aid.models import (
    TOGETHER,
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    MatchState,
    Neighbour,
    Side,
)
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

DESK = Act.NOTE_FOR
"""Who keeps the desk: the village supporter and the coordinator."""


def at_desk(actor: Actor, network: "Network") -> bool:
    """Whether the actor keeps the desk of this network."""
    return access.allows(actor, DESK, network)


def require_desk(actor: Actor, network: "Network") -> None:
    """NotFound for strangers, NotAllowed for members who don't keep the desk."""
    access.require(actor, DESK, network)


def is_own(actor: Actor, neighbour: Neighbour) -> bool:
    """Whether this is the actor themselves, while they take part."""
    mine = neighbour.person_id is not None and neighbour.person_id == actor.person_id
    return mine and actor.standing_in(neighbour.network_id) is not None


def own_neighbour(actor: Actor, network: "Network") -> Neighbour | None:
    """The actor as somebody who asks or helps in this network, if they ever did."""
    access.require(actor, Act.SEE, network)
    rows = Neighbour.objects.select_related("person")
    return rows.filter(network=network, person_id=actor.own_id).first()


def neighbour_for(actor: Actor, network: "Network", uuid: UUID) -> Neighbour:
    """Somebody who asks or helps: for the desk, and for themselves. NotFound for others."""
    rows = Neighbour.objects.select_related("person", "membership")
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None or not (at_desk(actor, network) or is_own(actor, found)):
        raise NotFound
    found.network = network
    return found


def _named(
    rows: "Callable[[], QuerySet[Any]]",
) -> "Callable[[], tuple[QuerySet[Any], ...]]":
    """The one of a network that has this id, for a statement that is made once."""
    network: Any = Slot("network", BigIntegerField())
    return lambda: (rows().filter(network=network, uuid=Slot("uuid", UUIDField()))[:1],)


REQUEST = "mutual_aid.request"
"""What a request is called among things."""


def _requests() -> "QuerySet[Any]":
    whole = ("network", "asker__person", "asker__membership", "noted_by")
    rows = HelpRequest.objects.select_related(*whole)
    return rows.annotate(**columns_from(REQUEST))


def _offers() -> "QuerySet[Any]":
    return HelpOffer.objects.select_related("helper__person", "helper__membership", "noted_by")


_WHOLE = ("request__asker__person", "offer__helper__person", "meet_with__person")


def _matches() -> "QuerySet[Any]":
    return Match.objects.select_related(*_WHOLE)


_REQUEST, _OFFER = Together(_named(_requests)), Together(_named(_offers))
_MATCH = Together(_named(_matches))


def _only(answer: list[list[Any]]) -> Any:
    return answer[0][0] if answer[0] else None


def request_for(actor: Actor, network: "Network", uuid: UUID) -> HelpRequest:
    """A request: for the desk and for who asks. NotFound for everybody else."""
    found: HelpRequest | None = _only(_REQUEST.ask(network_id=network.pk, uuid=uuid))
    if found is None or not (at_desk(actor, network) or is_own(actor, found.asker)):
        raise NotFound
    found.network = found.asker.network = network
    return found


def request_at_desk(actor: Actor, slug: str, uuid: UUID) -> HelpRequest:
    """The same with its network, for the desk only; one query."""

    def read(network_id: int) -> list[HelpRequest]:
        return _REQUEST.ask(network_id=network_id, uuid=uuid)[0]

    found = access.thing_read(actor, slug, read, to=DESK)
    found.asker.network = found.network
    return found


def offer_for(actor: Actor, network: "Network", uuid: UUID) -> HelpOffer:
    """An offer: for the desk and for who helps. NotFound for everybody else."""
    found: HelpOffer | None = _only(_OFFER.ask(network_id=network.pk, uuid=uuid))
    if found is None or not (at_desk(actor, network) or is_own(actor, found.helper)):
        raise NotFound
    found.network = found.helper.network = network
    return found


def match_for(actor: Actor, network: "Network", uuid: UUID) -> Match:
    """Two who come together: for the desk and for both sides, as far as each may know of it."""
    found: Match | None = _only(_MATCH.ask(network_id=network.pk, uuid=uuid))
    if found is None:
        raise NotFound
    found.network = found.request.network = found.offer.network = network
    found.request.asker.network = found.offer.helper.network = network
    if side_of(actor, found) is None and not _as_desk(actor, found):
        raise NotFound
    return found


def _as_desk(actor: Actor, match: Match) -> bool:
    """Whether the actor opens it as the desk: of what they ask or offer themselves nothing that
    went no further, because it says whose no it was (rule H1)."""
    own = is_own(actor, match.request.asker) or is_own(actor, match.offer.helper)
    return at_desk(actor, match.network) and not (own and match.state == MatchState.CLOSED)


def side_of(actor: Actor, match: Match) -> Side | None:
    """On which side the actor stands, as far as they may know of it (rule H1): a helper since they
    were asked, an asker since the helper would like to."""
    if is_own(actor, match.offer.helper) and match.state in HELPER_KNOWS:
        return Side.HELPER
    if is_own(actor, match.request.asker) and match.state in ASKER_KNOWS:
        return Side.ASKER
    return None


# A match that went no further shows to neither side: a no is never shown as such.
HELPER_KNOWS = (MatchState.ASKED, MatchState.WILLING, *TOGETHER, MatchState.ENDED)
ASKER_KNOWS = (MatchState.WILLING, *TOGETHER, MatchState.ENDED)


def may_reach(match: Match) -> bool:
    """Whether the two sides see each other's number and address now (rule H1)."""
    return match.state in TOGETHER


def know_each_other(match: Match) -> bool:
    """Whether both said yes, now or before: then each may read that the other looked."""
    return match.state in (*TOGETHER, MatchState.ENDED)


def known_to(person_id: int) -> Q:
    """The matches that a person may know of, on either side."""
    helper = Q(offer__helper__person=person_id, state__in=HELPER_KNOWS)
    return helper | Q(request__asker__person=person_id, state__in=ASKER_KNOWS)


@dataclass(frozen=True, slots=True)
class Hand:
    """Whoever may do something with a match: the desk, or one of both sides. Got from this module
    only: fetching is checking."""

    actor: Actor
    match: Match
    side: Side | None = None
    """None: the desk, or the platform itself at night."""

    def after(self, match: Match) -> "Hand":
        """The same hand, with the match as it stands after an act."""
        return Hand(self.actor, match, self.side)

    @property
    def may(self) -> frozenset[MatchAct]:
        """What this hand may do; whether it can be done now, the table of states says."""
        if self.actor.is_system:
            return frozenset({MatchAct.LAPSE, MatchAct.STOP, MatchAct.WITHDRAW})
        return _ACTS_OF[self.side]


DO = {act.value: act for act in MatchAct}
"""The acts by name, for screens: these import no models."""
SIDES = {side.value: side for side in Side}

_BOTH = frozenset({MatchAct.BEGIN, MatchAct.STOP, MatchAct.END})
_ACTS_OF: dict[Side | None, frozenset[MatchAct]] = {
    Side.ASKER: _BOTH | {MatchAct.ASKER_YES, MatchAct.ASKER_NO},
    Side.HELPER: _BOTH | {MatchAct.HELPER_YES, MatchAct.HELPER_NO},
    None: frozenset(MatchAct) - {MatchAct.LAPSE},  # by phone the desk notes what both sides say
}


def hand_for(actor: Actor, network: "Network", uuid: UUID) -> Hand:
    """The match in the hand of who is signed in: as the desk, or as the side where they stand. The
    desk stands on its own side too where it asks or helps itself: then as that side."""
    match = match_for(actor, network, uuid)
    return Hand(actor, match, side_of(actor, match))


LINKS = {Side.HELPER: "mutual_aid.helper", Side.ASKER: "mutual_aid.asker"}
"""Purposes of the links and letter codes by which a side answers without signing in."""


class LinkOver(NotFound):
    """One sentence for every link that does not work."""

    code = "mutual_aid_link_over"
    message = _(
        "This link doesn't work any more. Did you answer already? Then you needn't do anything."
        " Do you have a question? Call the network."
    )


@contextmanager
def hand_of_link(actor: Actor, secret: str, side: Side) -> Iterator[Hand]:
    """The match behind a link, in the hand of that side. LinkOver otherwise, also once it went no
    further or the network stopped."""
    try:
        opened = tokens.open_token(secret, purpose=LINKS[side], address=actor.address)
    except NotFound as error:
        raise LinkOver from error
    with _hand_of(actor, opened, side) as hand:
        yield hand


def code_opens(actor: Actor, code: str) -> tuple[Side, UUID]:
    """For which side the code of a letter is, and its token, to be opened again without the code.
    LinkOver otherwise."""
    try:
        purposes = tuple(LINKS.values())
        opened = tokens.open_any(code, purposes=purposes, address=actor.address)
    except NotFound as error:
        raise LinkOver from error
    side = next(side for side, purpose in LINKS.items() if purpose == opened.token.purpose)
    with _hand_of(actor, opened, side):
        return side, opened.token.uuid


@contextmanager
def hand_of_token(actor: Actor, token: UUID, side: Side) -> Iterator[Hand]:
    """The same for a code that was typed in this browser. LinkOver once it is over."""
    try:
        opened = tokens.still_open(token, purpose=LINKS[side])
    except NotFound as error:
        raise LinkOver from error
    with _hand_of(actor, opened, side) as hand:
        yield hand


@contextmanager
def _hand_of(actor: Actor, opened: tokens.Opened, side: Side) -> Iterator[Hand]:
    if opened.network_id is None:
        raise LinkOver
    with scope.including(opened.network_id, opened.network_uuid):
        rows = Match.objects.select_related(*_WHOLE, "network")
        found = rows.filter(uuid=opened.subject_uuid, network__stopped_on=None).first()
        knows = HELPER_KNOWS if side == Side.HELPER else ASKER_KNOWS
        if found is None or found.state not in knows:
            raise LinkOver
        found.request.network = found.offer.network = found.network
        found.request.asker.network = found.offer.helper.network = found.network
        yield Hand(actor.as_holder(LINKS[side]), found, side)


def hand_of_system(match: Match, code: str) -> Hand:
    """A match in the hand of the platform itself, for what happens at night."""
    return Hand(Actor.system(code), match)
