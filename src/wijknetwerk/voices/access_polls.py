"""Who may ask a poll, answer it, and see what came of it.

Results show after the last day and from five answers on, all at once: so no result is about fewer
than five people, and none follows from two that were seen one after the other (design 2).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID

from wijknetwerk.core import clock, limits, scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.voices.models import Poll, PollVoter

LEAST = 5
LINK: Final = "voices.poll"
MOST_FROM_ONE_HOME = 12  # an hour; a library or a care home has one address too


def poll_for(actor: Actor, network: Any, uuid: UUID) -> Poll:
    """A poll of the network, for its members."""
    access.require(actor, Act.SEE, network)
    found = Poll.objects.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = network
    return found


@contextmanager
def poll_behind(secret: str, *, address: str) -> Iterator[Poll]:
    """The poll that a link opens, with its network in scope. NotFound when it ended."""
    opened = tokens.open_token(secret, purpose=LINK, address=address)
    with scope.including(opened.network_id, opened.network_uuid):
        rows = Poll.objects.filter(uuid=opened.subject_uuid, network__stopped_on=None)
        found = rows.select_related("network").first()
        if found is None or not is_open(found):
            raise NotFound
        yield found


def count_visitor(poll: Poll, address: str) -> None:
    """Count one more answer by link from this home in this hour. TooManyTries above the limit.

    What is counted under can't be read back to a poll or an address, and is gone within the hour.
    """
    key = limits.unnamed("voices.poll", str(poll.uuid), limits.home(address))
    limits.count(key, seconds=limits.HOUR, most=MOST_FROM_ONE_HOME)


def is_open(poll: Poll) -> bool:
    """Whether answers count still."""
    return clock.today() <= poll.closes_on


def shows_results(poll: Poll) -> bool:
    """Whether what came of it may be seen."""
    return not is_open(poll) and poll.answered >= LEAST


def has_answered(actor: Actor, poll: Poll) -> bool:
    """Whether this member did."""
    rows = PollVoter.objects.filter(network=poll.network_id, poll=poll)
    return actor.is_person and rows.filter(person_id=actor.own_id).exists()
