"""Every act on a match, by its one table (models.states). Locks request, offer and match, in that
order; whoever locks more of them keeps that order.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.access import Hand
from wijknetwerk.mutual_aid.errors import NetworkRests, NoRoom, NotApproved, NotNow
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    OPEN_REQUESTS,
    TOGETHER,
    Elsewhere,
    EndedHow,
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    MatchState,
    MatchStep,
    OfferState,
    ReachedBy,
    RequestState,
    Side,
    after,
)
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import match_follows, request_state
from wijknetwerk.networks.selectors.leading import who_may
from wijknetwerk.networks.services import facts, people

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network


@dataclass(frozen=True, slots=True)
class Said:
    """What belongs to some acts: how the helper is asked; when both meet, and which member comes
    along; since when it was running already; how it ended, in own words, and where the asker would
    otherwise have gone."""

    how: str = ""
    meet_on: date | None = None
    meet_with: UUID | None = None
    began_on: date | None = None
    ended_how: str = ""
    outcome: str = ""
    elsewhere: str = ""


def step(*, hand: Hand, act: MatchAct, said: Said | None = None) -> Match:
    """One act on a match, in one transaction.

    NotAllowed for who may not do this at all; NotNow where the table has no such step from here;
    NotApproved to ask before the asker approved what is told (H1); NoRoom when the offer carries
    what its owner set, also for the second of two at the same moment (H2).
    """
    if act not in hand.may:
        raise NotAllowed
    try:
        with transaction.atomic():
            return _step(hand, act, said or Said())
    except IntegrityError as error:
        # Two at the same moment took the same place: the constraint lets one through.
        if "place_of_an_offer_is_taken_once" in str(error) or "slot" in str(error):
            raise NoRoom from error
        raise


def _step(hand: Hand, act: MatchAct, said: Said) -> Match:
    match = lock(hand.match)
    to = after(match.state, act)
    if to is None:
        raise NotNow
    _DO.get(act, _nothing)(match, said)
    was_together = match.state in TOGETHER
    match.state = to
    match.slot = _place_in(match) if to in TOGETHER else None
    if to == MatchState.ENDED:
        match.ended_on = clock.today()
        match.ended_how = said.ended_how or EndedHow.STOPPED
        match.outcome = said.outcome.strip()
    match.version += 1
    match.save()
    _remember(hand, match, act, said)
    _close_links(match)
    if to == MatchState.AGREED and match.request.unhappy_at is not None:
        match.request.unhappy_at = None  # somebody else helps now
        match.request.save(update_fields=["unhappy_at"])
    if act == MatchAct.END and said.ended_how in NEEDS_NOBODY:
        _end_request(match, said)
    request_state.follow(match.request)
    match_follows.after_step(hand, match, act, was_together=was_together)
    facts.count_soon(match.network_id)
    return match


def lock(found: Match) -> Match:
    """The match with its request and offer as they stand now, locked until the transaction ends."""
    request = HelpRequest.objects.select_for_update().get(pk=found.request_id)
    offer = HelpOffer.objects.select_for_update().get(pk=found.offer_id)
    match: Match = Match.objects.select_for_update().get(pk=found.pk)
    request.asker, offer.helper = found.request.asker, found.offer.helper
    request.network = offer.network = match.network = found.network
    match.request, match.offer = request, offer
    return match


def fresh(found: Match) -> Match:
    """The match with its present state, without a lock."""
    match: Match = Match.objects.get(pk=found.pk)
    match.network, match.request, match.offer = found.network, found.request, found.offer
    return match


def taken(offer: HelpOffer) -> set[int]:
    """The places of an offer that are taken now."""
    rows = Match.objects.filter(offer=offer, state__in=TOGETHER)
    return {slot for slot in rows.values_list("slot", flat=True) if slot is not None}


def _place_in(match: Match) -> int:
    """The place that this match has or gets: the first free one of 1..room. NoRoom."""
    if match.slot is not None:
        return match.slot
    in_use = taken(match.offer)
    free = (place for place in range(1, match.offer.room + 1) if place not in in_use)
    place = next(free, None)
    if place is None or len(in_use) >= match.offer.room:
        raise NoRoom
    return place


def _ask(match: Match, said: Said) -> None:
    request, offer = match.request, match.offer
    if match.network.is_resting:
        raise NetworkRests
    if request.state not in OPEN_REQUESTS or offer.state != OfferState.OPEN:
        raise NotNow
    if request.told_approved_at is None or not request.told:
        raise NotApproved
    if said.how not in ReachedBy.values:
        raise InvalidInput
    if len(taken(offer)) >= offer.room:
        raise NoRoom
    match.told = request.told.read()
    match.asked_at, match.asked_how = clock.now(), said.how
    match.lapse_on = clock.today() + timedelta(days=settled.of(match.network).lapse_days)
    offer.last_asked_at = match.asked_at
    offer.save(update_fields=["last_asked_at"])


def _helper_yes(match: Match, _said: Said) -> None:
    if len(taken(match.offer)) >= match.offer.room:
        raise NoRoom
    match.willing_at = clock.now()
    match.lapse_on = clock.today() + timedelta(days=settled.of(match.network).lapse_days)


def _asker_yes(match: Match, said: Said) -> None:
    if match.request.state not in OPEN_REQUESTS or match.offer.state == OfferState.ENDED:
        raise NotNow
    match.agreed_at, match.meet_on = clock.now(), said.meet_on
    match.meet_with = comes_along(match.network, said.meet_with) if said.meet_with else None


def comes_along(network: "Network", member: UUID) -> "Membership":
    """Who of the desk comes along to a first meeting. NoMember, or InvalidInput for another."""
    found = people.active_member(network, member, lock=False)
    if found.person_id not in who_may(network, access.DESK):
        raise InvalidInput(_("Choose somebody of the desk."))
    return found


def _begin(match: Match, _said: Said) -> None:
    match.began_on = clock.today()


def _ran(match: Match, said: Said) -> None:
    """The desk says that both help each other already: before it was kept here both said yes."""
    began = said.began_on or clock.today()
    if began > clock.today():
        raise InvalidInput(_("The date lies in the future."))
    if match.request.state not in OPEN_REQUESTS or match.offer.state == OfferState.ENDED:
        raise NotNow
    match.began_on = began
    match.agreed_at = min(clock.now(), datetime.combine(began, time(12), clock.AMSTERDAM))


def _end(_match: Match, said: Said) -> None:
    if said.ended_how not in EndedHow.values:
        raise InvalidInput
    if said.elsewhere and said.elsewhere not in Elsewhere.values:
        raise InvalidInput


NEEDS_NOBODY = (EndedHow.DONE, EndedHow.NOT_NEEDED, EndedHow.OTHER_HELP)
"""After these the request is answered; after the others it waits for somebody else."""


def _end_request(match: Match, said: Said) -> None:
    """The request ends with its last helper; what was still asked of others goes no further."""
    request = match.request
    rows = Match.objects.filter(request=request, state__in=OPEN_MATCHES)
    if request.state not in OPEN_REQUESTS or rows.filter(state__in=TOGETHER).exists():
        return
    request.state, request.ended_on, request.unhappy_at = (
        RequestState.ENDED,
        clock.today(),
        None,
    )
    request.outcome, request.elsewhere = said.outcome.strip(), said.elsewhere
    request.version += 1
    request.save()
    for row in rows.select_related("request__asker__person", "offer__helper__person"):
        row.network = match.network
        step(hand=access.hand_of_system(row, "mutual_aid.request_closed"), act=MatchAct.WITHDRAW)


def _nothing(_match: Match, _said: Said) -> None:
    """What needs nothing beside the new state."""


_DO = {
    MatchAct.ASK: _ask,
    MatchAct.HELPER_YES: _helper_yes,
    MatchAct.ASKER_YES: _asker_yes,
    MatchAct.BEGIN: _begin,
    MatchAct.RAN: _ran,
    MatchAct.END: _end,
}


def _close_links(match: Match) -> None:
    """No way back once it went no further or ended (rule H1)."""
    if match.state in (MatchState.ENDED, MatchState.CLOSED):
        for purpose in access.LINKS.values():
            tokens.end_tokens(purpose=purpose, subject=match.uuid)


def _remember(hand: Hand, match: Match, act: MatchAct, said: Said) -> None:
    """The step, and a line in the log of each side that may know of it: the log of somebody who
    asks must not tell who said no (rule H1)."""
    MatchStep.objects.create(
        network=match.network,
        match=match,
        act=act,
        by_id=hand.actor.person_id,
        how=said.how,
        at=clock.now(),
    )
    event, known_to = _RECORD[act]
    sides = {Side.ASKER: match.request.asker, Side.HELPER: match.offer.helper}
    clients: dict[UUID | None, Side | None] = {client_of(sides[side]): side for side in known_to}
    clients = clients or {None: None}
    for client in sorted(clients, key=str):
        by = hand.actor
        if client and act in _NOBODYS and hand.side not in (None, clients[client]):
            by = match_follows.SYSTEM  # the line of who did it names them
        log.record(by, event, match, client=client)


_EACH = (Side.ASKER, Side.HELPER)
_NOBODYS = (MatchAct.STOP, MatchAct.END)
"""Of these no screen tells one side that the other did it, their own record neither."""
_RECORD: dict[MatchAct, tuple[str, tuple[Side, ...]]] = {
    MatchAct.ASK: ("mutual_aid.match_asked", _EACH),
    MatchAct.HELPER_YES: ("mutual_aid.match_willing", (Side.HELPER,)),
    MatchAct.HELPER_NO: ("mutual_aid.match_closed", (Side.HELPER,)),
    MatchAct.ASKER_YES: ("mutual_aid.match_agreed", _EACH),
    MatchAct.ASKER_NO: ("mutual_aid.match_closed", (Side.ASKER,)),
    MatchAct.LAPSE: ("mutual_aid.match_closed", (Side.HELPER,)),
    MatchAct.WITHDRAW: ("mutual_aid.match_closed", ()),
    MatchAct.BEGIN: ("mutual_aid.match_began", _EACH),
    MatchAct.RAN: ("mutual_aid.match_ran", _EACH),
    MatchAct.STOP: ("mutual_aid.match_ended", _EACH),
    MatchAct.END: ("mutual_aid.match_ended", _EACH),
}
