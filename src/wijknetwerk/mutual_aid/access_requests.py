"""Who may write somebody down, and who reads a request with the code of a paper form.

The desk writes down whoever calls; a member themselves. A member may also bring a request for
somebody near, with that person's yes on record: afterwards they see only that it came in.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import HelpRequest, Neighbour
from wijknetwerk.networks import access as networks

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

BROUGHT = ("professional", "neighbour")
"""The ways in which a request comes that somebody else brings."""
PAPER = "mutual_aid.paper"
"""Purpose of the codes on paper forms; the subject is the request that is typed in with it."""


class CodeOver(NotFound):
    """One sentence for every code that does not work."""

    code = "mutual_aid_code_over"
    message = _("This code doesn't work. Look at the paper once more, or call the network.")


def require_writing(actor: Actor, network: "Network", *, brought: bool) -> None:
    """Whether the actor may write down somebody else: the desk; any member who brings a request
    with that person's yes."""
    networks.require(actor, networks.Act.SEE if brought else access.DESK, network)


def require_asking(actor: Actor, asker: Neighbour, via: str) -> None:
    """Whether the actor may keep a request of this asker: the asker, the desk, and who wrote them
    down just now to bring it."""
    if access.is_own(actor, asker):
        return
    own_work = asker.person_id is None and asker.noted_by_id == actor.own_id
    require_writing(actor, asker.network, brought=own_work and via in BROUGHT)


def open_code(actor: Actor, code: str) -> UUID:
    """The token behind a code on paper, to go on with in this browser. CodeOver, TooManyTries."""
    try:
        return tokens.open_token(code, purpose=PAPER, address=actor.address).token.uuid
    except NotFound as error:
        raise CodeOver from error


@contextmanager
def request_behind(token: UUID) -> Iterator[HelpRequest | None]:
    """The request that was typed in with a code, its network in scope; None when nobody did so
    yet. CodeOver once the code ended or the network stopped."""
    try:
        opened = tokens.still_open(token, purpose=PAPER)
    except NotFound as error:
        raise CodeOver from error
    if opened.network_id is None:
        raise CodeOver
    with scope.including(opened.network_id, opened.network_uuid):
        rows = HelpRequest.objects.select_related("network", "asker__person", "noted_by")
        found = rows.filter(uuid=opened.subject_uuid).first()
        if found is not None:
            if found.network.stopped_on is not None:
                raise CodeOver
            found.asker.network = found.network
        yield found
