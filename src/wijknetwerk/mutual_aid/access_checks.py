"""Who may answer a check: its own side, by link or signed in, and the desk that calls them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.core import scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid.access import LinkOver, at_desk, is_own, request_for, require_desk
from wijknetwerk.mutual_aid.models import FollowUp, HelpRequest, MatchState, Neighbour, Side

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

CHECK_LINK = "mutual_aid.check"
_WHOLE = ("match__request__asker__person", "match__offer__helper__person", "match__network")


@dataclass(frozen=True, slots=True)
class CheckHand:
    """A check in the hand of who may answer it. Got from this module only."""

    actor: Actor
    check: FollowUp

    @property
    def who(self) -> Neighbour:
        """Whose answer it is."""
        match = self.check.match
        return match.request.asker if self.check.side == Side.ASKER else match.offer.helper

    @property
    def is_own(self) -> bool:
        """Whether who holds it answers for themselves, signed in; else the desk, or a link."""
        return self.actor.is_person and is_own(self.actor, self.who)

    @property
    def may_read(self) -> bool:
        """Whether they may read what was said: not who is the other side, also at the desk."""
        return self.actor.is_person and not is_own(self.actor, self.other)

    @property
    def other(self) -> Neighbour:
        """The other side."""
        match = self.check.match
        return match.offer.helper if self.check.side == Side.ASKER else match.request.asker

    @property
    def is_desk(self) -> bool:
        """Whether the desk notes what this side says."""
        return self.actor.is_person and not self.is_own


def check_for(actor: Actor, network: "Network", uuid: UUID) -> CheckHand:
    """A check: for the desk, and for its own side. NotFound for everybody else."""
    rows = FollowUp.objects.select_related(*_WHOLE)
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    return _in_hand(actor, network, found)


def _in_hand(actor: Actor, network: "Network", found: FollowUp) -> CheckHand:
    match = found.match
    found.network = match.network = match.request.network = match.offer.network = network
    match.request.asker.network = match.offer.helper.network = network
    hand = CheckHand(actor, found)
    if not at_desk(actor, network) and not is_own(actor, hand.who):
        raise NotFound
    return hand


def check_at_desk(actor: Actor, network: "Network", uuid: UUID) -> CheckHand:
    """A check, for the desk only. NotFound or NotAllowed otherwise."""
    require_desk(actor, network)
    return check_for(actor, network, uuid)


def checks_at_desk(actor: Actor, network: "Network", uuids: list[UUID]) -> list[CheckHand]:
    """Those of these checks that wait for an answer, for the desk only; one query."""
    require_desk(actor, network)
    rows = FollowUp.objects.select_related(*_WHOLE).filter(network=network, uuid__in=uuids)
    waiting = rows.filter(answered_at=None, match__state=MatchState.RUNNING)
    return [_in_hand(actor, network, row) for row in waiting.order_by("due_on", "pk")]


def check_of_code(actor: Actor, network: "Network", code: str) -> CheckHand:
    """The check of a card that came back, for the desk that types it. LinkOver otherwise, also for
    a card of another network."""
    require_desk(actor, network)
    try:
        opened = tokens.open_token(code, purpose=CHECK_LINK, address=actor.address)
        if opened.network_id != network.pk:
            raise NotFound
        return check_for(actor, network, opened.subject_uuid)
    except NotFound as error:
        raise LinkOver from error


@contextmanager
def check_of_link(actor: Actor, secret: str) -> Iterator[CheckHand]:
    """The check behind the link of a mail. LinkOver otherwise, also when it was answered."""
    try:
        opened = tokens.open_token(secret, purpose=CHECK_LINK, address=actor.address)
    except NotFound as error:
        raise LinkOver from error
    with _check_of(actor, opened) as hand:
        yield hand


def code_opens(actor: Actor, code: str) -> UUID:
    """The token of a letter's code, to be opened again without the code. LinkOver otherwise."""
    try:
        opened = tokens.open_token(code, purpose=CHECK_LINK, address=actor.address)
    except NotFound as error:
        raise LinkOver from error
    with _check_of(actor, opened):
        return opened.token.uuid


@contextmanager
def check_of_token(actor: Actor, token: UUID) -> Iterator[CheckHand]:
    """The same for a code that was typed in this browser. LinkOver once it is over."""
    try:
        opened = tokens.still_open(token, purpose=CHECK_LINK)
    except NotFound as error:
        raise LinkOver from error
    with _check_of(actor, opened) as hand:
        yield hand


@contextmanager
def _check_of(actor: Actor, opened: tokens.Opened) -> Iterator[CheckHand]:
    if opened.network_id is None:
        raise LinkOver
    with scope.including(opened.network_id, opened.network_uuid):
        rows = FollowUp.objects.select_related(*_WHOLE, "network")
        found = rows.filter(uuid=opened.subject_uuid, network__stopped_on=None).first()
        if found is None:
            raise LinkOver
        match = found.match
        match.request.network = match.offer.network = found.network
        match.request.asker.network = match.offer.helper.network = found.network
        yield CheckHand(actor.as_holder(CHECK_LINK), found)


def request_to_settle(actor: Actor, network: "Network", uuid: UUID) -> HelpRequest:
    """A request of which somebody was not content, for the desk."""
    require_desk(actor, network)
    return request_for(actor, network, uuid)
