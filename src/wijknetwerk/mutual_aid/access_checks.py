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
from wijknetwerk.mutual_aid.models import FollowUp, HelpRequest, Neighbour, Side

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


def check_for(actor: Actor, network: "Network", uuid: UUID) -> CheckHand:
    """A check: for the desk, and for its own side. NotFound for everybody else."""
    rows = FollowUp.objects.select_related(*_WHOLE)
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    hand = CheckHand(actor, found)
    if not at_desk(actor, network) and not is_own(actor, hand.who):
        raise NotFound
    return hand


@contextmanager
def check_of_link(actor: Actor, secret: str) -> Iterator[CheckHand]:
    """The check behind a link or letter code. LinkOver otherwise, also when it was answered."""
    try:
        opened = tokens.open_token(secret, purpose=CHECK_LINK, address=actor.address)
    except NotFound as error:
        raise LinkOver from error
    if opened.network_id is None:
        raise LinkOver
    with scope.including(opened.network_id, opened.network_uuid):
        rows = FollowUp.objects.select_related(*_WHOLE)
        found = rows.filter(uuid=opened.subject_uuid, network__stopped_on=None).first()
        if found is None:
            raise LinkOver
        yield CheckHand(actor.as_holder(CHECK_LINK), found)


def request_to_settle(actor: Actor, network: "Network", uuid: UUID) -> HelpRequest:
    """A request of which somebody was not content, for the desk."""
    require_desk(actor, network)
    return request_for(actor, network, uuid)
