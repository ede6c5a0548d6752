"""Who may see and do what with rounds of dots. Members vote; the desk and the leaders arrange.

Nobody sees counts while a round runs, whoever they are: there is no page for that.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.core import clock, scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.voices.errors_rounds import BallotUsed, RoundOver
from wijknetwerk.voices.models import PriorityRound, RoundBallot

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

BALLOT = "voices.ballot"  # the purpose of its codes and links
ARRANGES = Act.INVITE
"""Who may invite people may also ask them what weighs most: the leaders and the desk."""


def may_arrange(actor: Actor, network: "Network") -> bool:
    """Whether the actor opens and closes rounds, prints ballots and enters paper and tables."""
    return access.allows(actor, ARRANGES, network)


def round_for(actor: Actor, network: "Network", uuid: UUID, *, to: Act = Act.SEE) -> PriorityRound:
    """A round of the network, for its members; `to=ARRANGES` for who arranges rounds."""
    found = PriorityRound.objects.filter(network=network, uuid=uuid).first()
    if found is None or not access.allows(actor, Act.SEE, network):
        raise NotFound
    access.require(actor, to, network)
    found.network = network
    return found


def locked_round(round: PriorityRound) -> PriorityRound:
    """The same row, locked until the transaction ends."""
    found = PriorityRound.objects.select_for_update(of=("self",)).get(pk=round.pk)
    found.network = round.network
    return found


def is_open(round: PriorityRound) -> bool:
    """Whether people can vote today."""
    return not round.closed and round.holds_on(clock.today())


def check_open(round: PriorityRound) -> None:
    """RoundOver unless people can vote today."""
    if not is_open(round):
        raise RoundOver


@contextmanager
def ballot_behind(secret: str, *, address: str) -> Iterator[RoundBallot]:
    """The ballot of a link or code, with its network in scope. NotFound for an unknown one."""
    opened = tokens.open_token(secret, purpose=BALLOT, address=address)
    with scope.including(opened.network_id, opened.network_uuid):
        rows = RoundBallot.objects.filter(uuid=opened.subject_uuid)
        ballot = rows.select_related("round__network").first()
        if ballot is None or ballot.round.network.stopped_on:
            raise NotFound
        yield ballot


def claim(ballot: RoundBallot) -> None:
    """Mark a ballot as counted; of two at the same moment one gets it, the other BallotUsed."""
    unused = RoundBallot.objects.filter(pk=ballot.pk, used=False)
    if not unused.update(used=True):
        raise BallotUsed
