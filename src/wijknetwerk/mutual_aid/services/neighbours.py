"""Writing down somebody who asks or helps."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, access_requests
from wijknetwerk.mutual_aid.models import Neighbour, ReachedBy, SaidHow
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import vacancy_waits
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.services import people

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SENTENCE = _(
    "May we write down your name, how we reach you, and what you ask or offer? Our desk reads it."
    " A neighbour reads only what you approve, and gets your number after you both said yes. We"
    " keep it until a year after it ended. Do you want it gone earlier? Call us."
)


LONGEST_AGO = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody is reached, and where about they live. Postcode: four digits or empty."""

    reached_by: str = ReachedBy.PHONE
    address: str = ""
    pc4: str = ""
    languages: tuple[str, ...] = ()
    handy: str = ""


@dataclass(frozen=True, slots=True)
class Outsider:
    """Who takes part in nothing, as they say it."""

    name: str
    phone: str = ""
    email: str = ""
    reach: Reach = field(default_factory=Reach)


@transaction.atomic
def note_outsider(
    *,
    actor: Actor,
    network: "Network",
    who: Outsider,
    said_how: str,
    said_on: date | None = None,
    brought: bool = False,
) -> Neighbour:
    """Keep who takes part in nothing, after their yes to the sentence. InvalidInput.

    `brought`: any member may write down somebody whose request they bring. Never joined with
    another of the same name: who looks the same is shown to the desk first.
    """
    access_requests.require_writing(actor, network, brought=brought)
    name = " ".join(who.name.split())
    if not name:
        raise InvalidInput(_("Write down who it is."))
    if not (who.phone or who.email or who.reach.address):
        raise InvalidInput(
            _("Write down how to reach them: a number, a mail address or an address.")
        )
    made = _unsaved(actor, network, who.reach, said_how)
    if said_on is not None:
        if not clock.today() - LONGEST_AGO <= said_on <= clock.today():
            raise InvalidInput(_("Choose the day on which they said yes: today, or not long ago."))
        noon = datetime.combine(said_on, time(12), clock.AMSTERDAM)
        made.said_yes_at = min(clock.now(), noon)
    made.name, made.phone, made.email = name, who.phone.strip(), who.email.strip()
    return _store(actor, made)


@transaction.atomic
def of_member(
    *, actor: Actor, network: "Network", member: UUID, said_how: str, reach: Reach | None = None
) -> Neighbour:
    """The member as somebody who asks or helps, made when it is the first time. For themselves, and
    for the desk after their yes to the sentence. NoMember for who takes no part now."""
    found = people.active_member(network, member)  # locked: one at a time
    if found.person_id != actor.person_id:
        access.require_desk(actor, network)
    else:
        networks.require(actor, networks.Act.SEE, network)
    row: Neighbour | None = Neighbour.objects.filter(
        network=network, person_id=found.person_id
    ).first()
    if row is None:
        made = _unsaved(actor, network, reach or Reach(), said_how)
        made.person, made.membership = found.person, found
        return _store(actor, made)
    row.network, row.membership = network, found  # who left and came back has another membership
    if reach is not None:
        _set_reach(row, reach)
    row.save()
    return row


@transaction.atomic
def change_reach(*, actor: Actor, row: Neighbour, reach: Reach) -> None:
    """How somebody is reached from now on. `row` comes from `access.neighbour_for`."""
    if not access.is_own(actor, row):
        access.require_desk(actor, row.network)
    _set_reach(row, reach)
    row.save()
    log.record(actor, "mutual_aid.reach_changed", row, client=client_of(row))


def reach_of(row: Neighbour) -> Reach:
    """How somebody is reached now."""
    address, handy = row.address.read(), row.handy.read()
    return Reach(row.reached_by, address, row.pc4, tuple(row.languages), handy)


def _unsaved(actor: Actor, network: "Network", reach: Reach, said_how: str) -> Neighbour:
    if said_how not in SaidHow.values:
        raise InvalidInput(_("Choose how it was said."))
    sentence = str(SENTENCE)
    made = Neighbour(
        network=network,
        said_yes_at=clock.now(),
        said_how=said_how,
        sentence=sentence,
        sentence_hash=hashlib.sha256(sentence.encode()).hexdigest(),
        noted_by_id=actor.person_id,
    )
    _set_reach(made, reach)
    return made


def check_pc4(pc4: str) -> None:
    """InvalidInput for what is neither empty nor the four digits of a postcode."""
    if pc4 and not (len(pc4) == 4 and pc4.isascii() and pc4.isdigit() and pc4[0] != "0"):
        raise InvalidInput(_("Write four digits of the postcode, such as 9698. Or leave it empty."))


def _set_reach(row: Neighbour, reach: Reach) -> None:
    check_pc4(reach.pc4)
    if reach.reached_by not in ReachedBy.values:
        raise InvalidInput(_("Choose how to reach them."))
    row.reached_by, row.pc4 = reach.reached_by, reach.pc4
    row.address, row.handy = reach.address.strip(), reach.handy.strip()
    row.languages = sorted(set(reach.languages))


def _store(actor: Actor, made: Neighbour) -> Neighbour:
    made.save()
    log.record(
        actor,
        "mutual_aid.neighbour_noted",
        made,
        client=client_of(made),
        action=Action.CREATE,
    )
    vacancy_waits.first_one(made)
    return made
