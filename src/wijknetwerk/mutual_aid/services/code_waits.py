"""Asking helpers to read the changed code of conduct, in the transaction of what causes it: the
text, a yes that is noted or taken away, an offer that begins or ends."""

from typing import TYPE_CHECKING

from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.models import Neighbour
from wijknetwerk.mutual_aid.selectors import code_waits
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SYSTEM = Actor.system("mutual_aid.code")


def refresh(network: "Network", helper: Neighbour | None = None) -> None:
    """As things stand now: for one helper, or for all of the network."""
    which = {"pk": helper.pk} if helper else {"network": network}
    wanted = list(code_waits.wanted(**which))
    if helper is not None and not wanted:
        waiting.done(kind=code_waits.SIGN_AGAIN, subject=helper.uuid)
    elif wanted:
        waiting.wait_all(actor=SYSTEM, kind=code_waits.SIGN_AGAIN, wanted=wanted)
