"""Taking in a request: who asks and what, in one transaction.

By phone at the desk, by the resident, by who brings it for somebody, or from a form on paper.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.mutual_aid import access, access_requests
from wijknetwerk.mutual_aid.models import HelpRequest, Neighbour, SaidHow, Via
from wijknetwerk.mutual_aid.services import neighbours, requests, wellbeing
from wijknetwerk.mutual_aid.services.neighbours import Outsider, Reach
from wijknetwerk.mutual_aid.services.requests import Asked

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

PAPER_LASTS = timedelta(days=730)
MOST_FORMS = 50


@dataclass(frozen=True, slots=True)
class Who:
    """Who asks: a member, somebody whom the desk wrote down before, or somebody new. Fields of
    `reach` that are empty change nothing of who is known."""

    member: UUID | None = None
    known: UUID | None = None
    new: Outsider | None = None
    reach: Reach | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """How somebody said yes to the sentence, on which day, and their mark for how they feel."""

    how: str
    on: date | None = None
    feels: int | None = None


@transaction.atomic
def at_desk(
    *, actor: Actor, network: "Network", who: Who, asked: Asked, said: Said, form: str = ""
) -> HelpRequest:
    """Noted at the desk; with the code of a form on paper, `form`, from that. InvalidInput."""
    access.require_desk(actor, network)
    uuid = _of_form(actor, network, form) if form else None
    asker = _asker(actor, network, who, said)
    made = requests.note(
        actor=actor,
        asker=asker,
        asked=replace(asked, pc4=asked.pc4 or asker.pc4),
        via=Via.PAPER if form else Via.DESK,
        said_how=said.how,
        uuid=uuid,
    )
    if said.feels is not None:
        wellbeing.say_before(actor=actor, network=network, request=made.uuid, mark=said.feels)
    return made


@transaction.atomic
def by_asker(*, actor: Actor, network: "Network", asked: Asked, reach: Reach) -> HelpRequest:
    """Asked by a member themselves. NotFound for who takes no part."""
    standing = actor.standing_in(network.pk)
    if standing is None:
        raise NotFound
    me = neighbours.of_member(
        actor=actor,
        network=network,
        member=standing.membership_uuid,
        said_how=SaidHow.SELF,
        reach=reach,
    )
    asked = replace(asked, pc4=asked.pc4 or me.pc4)
    return requests.note(actor=actor, asker=me, asked=asked, via=Via.SELF, said_how=SaidHow.SELF)


@transaction.atomic
def brought(
    *, actor: Actor, network: "Network", who: Outsider, asked: Asked, said: Said, via: str
) -> HelpRequest:
    """Brought by a member for somebody who said yes to that. InvalidInput.

    Who it is stays apart from a member of the same name: who brings it may not choose members."""
    if via not in access_requests.BROUGHT or said.how == SaidHow.SELF or said.on is None:
        raise InvalidInput(_("Choose how and when they said yes."))
    asker = neighbours.note_outsider(
        actor=actor, network=network, who=who, said_how=said.how, said_on=said.on, brought=True
    )
    asked = replace(asked, pc4=asked.pc4 or asker.pc4)
    return requests.note(actor=actor, asker=asker, asked=asked, via=via, said_how=said.how)


@transaction.atomic
def new_forms(*, actor: Actor, network: "Network", count: int = 1) -> list[str]:
    """Codes for forms on paper: each opens, later, the one request that is typed in with it."""
    access.require_desk(actor, network)
    if not 1 <= count <= MOST_FORMS:
        raise InvalidInput(_("Make between 1 and 50 forms at a time."))
    log.record(actor, "mutual_aid.forms_made", network, n=count)
    return [
        tokens.issue_code(
            purpose=access_requests.PAPER,
            subject=uuid4(),
            network=(network.pk, network.uuid),
            lasts=PAPER_LASTS,
        )
        for _number in range(count)
    ]


def _of_form(actor: Actor, network: "Network", code: str) -> UUID:
    """The request that belongs to the code of a form of this network. InvalidInput."""
    try:
        opened = tokens.open_token(code, purpose=access_requests.PAPER, address=actor.address)
    except NotFound as error:
        raise InvalidInput(_("This code is not known. Look at the form once more.")) from error
    if opened.network_id != network.pk:
        raise InvalidInput(_("This code is not known. Look at the form once more."))
    if HelpRequest.objects.filter(network=network, uuid=opened.subject_uuid).exists():
        raise InvalidInput(_("This form was typed in already."))
    return opened.subject_uuid


def _asker(actor: Actor, network: "Network", who: Who, said: Said) -> Neighbour:
    if who.new is not None:
        new = replace(who.new, reach=who.reach or who.new.reach)
        return neighbours.note_outsider(
            actor=actor, network=network, who=new, said_how=said.how, said_on=said.on
        )
    if who.known is not None:
        found = access.neighbour_for(actor, network, who.known)
    elif who.member is not None:
        found = neighbours.of_member(
            actor=actor, network=network, member=who.member, said_how=said.how
        )
    else:
        raise InvalidInput(_("Write down who it is."))
    if who.reach is not None and (reach := _joined(neighbours.reach_of(found), who.reach)):
        neighbours.change_reach(actor=actor, row=found, reach=reach)
    return found


def _joined(now: Reach, said: Reach) -> Reach | None:
    """How somebody is reached, with what was said now; None when nothing changes."""
    joined = Reach(
        said.reached_by or now.reached_by,
        said.address or now.address,
        said.pc4 or now.pc4,
        said.languages or now.languages,
        said.handy or now.handy,
    )
    return joined if joined != now else None
