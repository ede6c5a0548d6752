"""Noting down, entry by entry: calls, and what may be done for a member at their word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts import services as accounts
from wijknetwerk.accounts.names import whole_name
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access, access_desk, words
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.models import (
    CallState,
    DeskCall,
    Mandate,
    MandateAct,
    Membership,
    Network,
)
from wijknetwerk.networks.selectors import desk
from wijknetwerk.networks.services import joining, leaving, mandates, noted_told, people, sharing
from wijknetwerk.notices.services import waiting

MOST_A_DAY = 200
LEAVING = "leaving"
LONGEST = timedelta(days=366)


class TooManyNotes(DomainError):
    """Somebody noted more today than one can at a desk."""

    code = "too_many_notes"
    status = 429
    message = _("You noted down 200 things today. Tomorrow you can go on.")


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody new, as they say it by phone."""

    given_name: str
    prefix: str = ""
    family_name: str = ""
    phone: str = ""

    @property
    def name(self) -> str:
        """The whole name, as it is said."""
        return whole_name(self.given_name, self.prefix, self.family_name, None, None)


@transaction.atomic
def note_call(
    *,
    actor: Actor,
    member: Membership,
    said: str,
    call_back_on: date | None = None,
    call_back_by: UUID | None = None,
) -> DeskCall:
    """Keep what a member says in their own words, and who calls back when, if anybody."""
    noting, mandate = access_desk.noting(actor, member, MandateAct.CALLS)
    call = told(actor, member.network, said, call_back_on, call_back_by)
    _keep(noting, call, member, mandate)
    let_wait(actor, call)
    return call


def told(
    actor: Actor,
    network: Network,
    said: str,
    call_back_on: date | None,
    call_back_by: UUID | None,
) -> DeskCall:
    """A call with somebody's own words, not stored yet and about nobody. InvalidInput."""
    if not said.strip():
        raise InvalidInput(_("Write down what was said, in their own words."))
    today = clock.today()
    if call_back_on and not today <= call_back_on <= today + LONGEST:
        raise InvalidInput(_("Choose a day from today, within a year."))
    call = _noted(actor, network, MandateAct.CALLS)
    call.words = said.strip()
    if call_back_on:
        call.call_back_by = _colleague(network, call_back_by or _own(actor, network))
        call.call_back_on, call.state, call.done_at = call_back_on, CallState.OPEN, None
    return call


def let_wait(actor: Actor, call: DeskCall) -> None:
    """A call to make waits for who makes it."""
    if call.state == CallState.OPEN:
        waiting.wait(actor=actor, kind=desk.CALL_BACK, wanted=desk.waiting_of(call))


@transaction.atomic
def set_phone_for(*, actor: Actor, member: Membership, phone: str) -> None:
    """Another phone number, at the word of the member."""
    noting, mandate = access_desk.noting(actor, member, MandateAct.CONTACT)
    access_desk.check_runs_nothing(member)
    accounts.set_phone(noting, person=member.person, phone=phone)
    _entry(noting, member, mandate, MandateAct.CONTACT)
    noted_told.tell(actor, member, mandate, "phone")


@transaction.atomic
def set_energies_for(*, actor: Actor, member: Membership, energies: Iterable[str]) -> None:
    """What gives a member energy, at their word. Showing anything stays with themselves."""
    noting, mandate = access_desk.noting(actor, member, MandateAct.CARD)
    locked = people.active_member(member.network, member.uuid)
    locked.energies = [code for code in energies if code in words.energies()]
    locked.save(update_fields=["energies"])
    client = member.person.uuid
    log.record(noting, "networks.member_described", locked, client=client, fields=["energies"])
    _entry(noting, member, mandate, MandateAct.CARD)


@transaction.atomic
def leave_for(*, actor: Actor, member: Membership, said_aloud: bool) -> None:
    """Stop taking part, at the member's own spoken word, with or without a mandate: leaving may
    not be harder by phone than on a page. The sentence of its own must have been said. Who runs
    the network does it themselves: else the desk could take the lead away from them."""
    access.require(actor, Act.NOTE_FOR, member.network)
    access_desk.check_runs_nothing(member)
    if not said_aloud:
        raise InvalidInput(_("Ask first: do you want to stop taking part?"))
    locked = people.active_member(member.network, member.uuid)
    locked.network = member.network
    mandate = access_desk.running_mandate(member)
    noting = access_desk.as_noting(actor, member) if mandate else actor
    _entry(noting, member, mandate, LEAVING)
    if mandate is not None:
        mandates.end(actor, member.network, member)
    sharing.stop_for(actor, locked)
    leaving.end_membership(locked, leaving.Reason.LEFT)
    client = member.person.uuid
    log.record(noting, "networks.left", locked, client=client, on_behalf_of=client)


@transaction.atomic
def add_caller(
    *, actor: Actor, network: Network, caller: Caller, ground: str, sure: bool
) -> Membership | None:
    """Write down somebody new who said yes to the sentence: person, place and mandate at once.

    None when somebody like this is a member already and the desk is not sure yet.
    """
    access.require(actor, Act.NOTE_FOR, network)
    if not sure and desk.doubles(network, name=caller.name, phone=caller.phone):
        return None
    _room(actor)
    person = accounts.create_person(
        actor,
        given_name=caller.given_name,
        prefix=caller.prefix,
        family_name=caller.family_name,
        phone=caller.phone,
        made_in_network=network.uuid,
    )
    member = joining.begin(network, person.pk)
    member.network = network
    mandates.give(actor=actor, member=member, ground=ground)
    noting = access_desk.as_noting(actor, member)
    log.record(
        noting, "networks.joined", member, client=person.uuid, action=Action.CREATE, way="desk"
    )
    return member


@transaction.atomic
def finish(*, actor: Actor, call: DeskCall) -> None:
    """The call was made. `call` comes from `access_desk.call_for`. Twice is once."""
    access.require(actor, Act.NOTE_FOR, call.network)
    locked = DeskCall.objects.select_for_update(of=("self",)).get(pk=call.pk)
    if locked.state == CallState.DONE:
        return
    locked.state, locked.done_at = CallState.DONE, clock.now()
    locked.save(update_fields=["state", "done_at"])
    waiting.done(kind=desk.CALL_BACK, subject=locked.uuid)
    client = call.person.uuid if call.person else None
    log.record(actor, "networks.call_done", locked, client=client)


@transaction.atomic
def hand_over(*, actor: Actor, network: Network, to: UUID) -> int:
    """All calls that wait for me go to a colleague at the desk; how many."""
    access.require(actor, Act.NOTE_FOR, network)
    colleague = _colleague(network, to)
    mine = DeskCall.objects.select_for_update(of=("self",)).filter(
        network=network, state=CallState.OPEN, call_back_by__person_id=actor.own_id
    )
    rows = list(mine.select_related("membership__person"))
    for call in rows:
        waiting.done(kind=desk.CALL_BACK, subject=call.uuid)
        call.network, call.call_back_by = network, colleague
        call.save(update_fields=["call_back_by"])
        waiting.wait(actor=actor, kind=desk.CALL_BACK, wanted=desk.waiting_of(call))
    log.record(actor, "networks.calls_handed_over", network, n=len(rows))
    return len(rows)


def _entry(actor: Actor, member: Membership, mandate: Mandate | None, act: str) -> None:
    _keep(actor, _noted(actor, member.network, act), member, mandate)


def _noted(actor: Actor, network: Network, act: str) -> DeskCall:
    _room(actor)
    now = clock.now()
    return DeskCall(
        network=network,
        act=act,
        state=CallState.DONE,
        noted_by_id=actor.own_id,
        noted_at=now,
        done_at=now,
    )


def _keep(actor: Actor, call: DeskCall, member: Membership, mandate: Mandate | None) -> None:
    call.person, call.membership, call.mandate = member.person, member, mandate
    call.save()
    client = member.person.uuid
    log.record(
        actor,
        "networks.call_noted",
        call,
        client=client,
        action=Action.CREATE,
        on_behalf_of=client,
        act=str(call.act),
    )


def _room(actor: Actor) -> None:
    start = clock.now() - timedelta(days=1)
    noted = DeskCall.objects.filter(noted_by_id=actor.own_id, noted_at__gt=start).count()
    if noted + Mandate.objects.filter(noted_by_id=actor.own_id, given_at__gt=start).count() >= (
        MOST_A_DAY
    ):
        raise TooManyNotes


def _own(actor: Actor, network: Network) -> UUID:
    standing = actor.standing_in(network.pk)
    if standing is None:
        raise InvalidInput(_("Choose a colleague at the desk."))
    return standing.membership_uuid


def _colleague(network: Network, uuid: UUID) -> Membership:
    if uuid not in dict(desk.colleagues(network)):
        raise InvalidInput(_("Choose a colleague at the desk."))
    return people.active_member(network, uuid, lock=False)
