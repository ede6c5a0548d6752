"""What a network or team is for, and what not. Each change is a version; the ones before stay."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.networks import access_talk
from wijknetwerk.networks.models import Network, Remit, Team
from wijknetwerk.networks.services import versions

MOST = 8
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences of what is ours, and of what is not with who is for it then."""

    ours: Sequence[str] = ()
    others: Sequence[tuple[str, str]] = ()
    shown_publicly: bool = False


@transaction.atomic
def say_remit(
    *, actor: Actor, network: Network, team: Team | None, said: Lines, read_number: int
) -> Remit:
    """Write what is ours and what is not. Stale when somebody changed it meanwhile.

    Of a network its leaders write it, of a team everybody in it.
    """
    ground = access_talk.check_inner(actor, network, team)
    if not (ground.may_lead or (team is not None and ground.may_write)):
        raise NotAllowed
    ours = [line.strip() for line in said.ours if line.strip()]
    others = [
        {"text": text.strip(), "who": who.strip()} for text, who in said.others if text.strip()
    ]
    if any(who.strip() and not text.strip() for text, who in said.others):
        raise InvalidInput(_("Write also what is not ours, beside who is for it."))
    if len(ours) > MOST or len(others) > MOST:
        raise InvalidInput(_("Eight lines are enough. Leave out what everybody knows."))
    if any(len(line) > LONGEST for line in ours):
        raise InvalidInput(_("A line may have 160 signs. Make two lines of it."))
    row, fields = versions.write(
        Remit,
        actor=actor,
        of={"network": network, "team": team},
        said={
            "ours": ours,
            "others": others,
            "shown_publicly": said.shown_publicly and team is None,
        },
        read_number=read_number,
    )
    if fields:
        log.record(actor, "networks.remit_changed", row, fields=fields)
    return row
