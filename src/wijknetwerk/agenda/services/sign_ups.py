"""Saying that one comes, with or without account, and taking it back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import get_language

from wijknetwerk.agenda import access, limits
from wijknetwerk.agenda.access import Reader
from wijknetwerk.agenda.errors import Full, NoSignUps, SignedUpAlready
from wijknetwerk.agenda.models import Event, SignUp
from wijknetwerk.agenda.selectors.people import left_of
from wijknetwerk.agenda.services import events, telling
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network

MOST_BROUGHT = 9


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody without account: a name, and a phone number or an e-mail address."""

    name: str
    phone: str = ""
    email: str = ""
    brings: int = 0

    def checked(self) -> "Guest":
        """The same. InvalidInput without a name or a way to reach them."""
        reached = self.phone.strip() or self.email.strip()
        if not (self.name.strip() and reached and 0 <= self.brings <= MOST_BROUGHT):
            raise InvalidInput
        return self


@transaction.atomic
def sign_up(*, reader: Reader, event: UUID, brings: int = 0) -> SignUp:
    """A member says that they come, with so many others."""
    actor, network = reader.actor, reader.network
    standing = actor.standing_in(network.pk)
    if standing is None or not reader.is_member:
        raise NotFound
    if not 0 <= brings <= MOST_BROUGHT:
        raise InvalidInput
    locked = _locked_open(reader, event)
    mine = SignUp.objects.filter(
        event=locked, membership_id=standing.membership_id, cancelled_at=None
    )
    if mine.exists():
        raise SignedUpAlready
    _check_room(locked, 1 + brings)
    made = SignUp.objects.create(
        network=network, event=locked, membership_id=standing.membership_id, brings=brings
    )
    made.event, made.network = locked, network
    telling.confirmed(made)
    client = actor.person_uuid
    log.record(actor, "agenda.signed_up", made, client=client, action=Action.CREATE)
    return made


def count_try(actor: Actor) -> None:
    """Count one more try of somebody without account. TooManyTries. Before any transaction: one
    that is rolled back would forget what was refused, and 'full' could be asked without end."""
    limits.count_visitor(actor.address)


@transaction.atomic
def sign_up_guest(*, reader: Reader, event: UUID, guest: Guest) -> SignUp | None:
    """Somebody without account says so, after `count_try`.

    None when this e-mail address is on the list already: it gets its mail once more, and the page
    says the same, so that nobody learns who comes.
    """
    found = access.event_for(reader, event)
    if not found.is_public:
        raise NotFound
    return _put_on_list(reader, event, guest.checked())


@transaction.atomic
def note_guest(*, actor: Actor, network: "Network", event: UUID, guest: Guest) -> SignUp | None:
    """Who sees to the event writes down somebody who called."""
    access.event_to_edit(actor, network, event)
    reader = Reader(actor, network, is_member=True)
    return _put_on_list(reader, event, guest.checked(), planned=True)


@transaction.atomic
def take_back(*, reader: Reader, event: UUID) -> None:
    """A member doesn't come after all."""
    standing = reader.actor.standing_in(reader.network.pk)
    if standing is None:
        raise NotFound
    found = access.event_for(reader, event)
    rows = SignUp.objects.select_for_update(of=("self",)).filter(
        event=found, membership_id=standing.membership_id, cancelled_at=None
    )
    for row in rows:
        row.network = reader.network
        _close(reader.actor, row, client=reader.actor.person_uuid)


@transaction.atomic
def take_back_by_link(*, actor: Actor, sign_up: SignUp) -> SignUp:
    """The holder of the link doesn't come after all. The sign-up comes from the link's gate. Done
    twice it is done once; the link goes on saying that they are off the list, and nothing else."""
    locked = SignUp.objects.select_for_update(of=("self",)).get(pk=sign_up.pk)
    locked.network = sign_up.network
    if locked.cancelled_at is None:
        _close(actor.as_holder(access.CANCEL), locked, client=None)
    return locked


@transaction.atomic
def take_off(*, actor: Actor, network: "Network", event: UUID, sign_up: UUID) -> None:
    """Who sees to the event takes somebody off who called."""
    found = access.event_to_edit(actor, network, event)
    rows = SignUp.objects.filter(event=found, uuid=sign_up, cancelled_at=None)
    locked = rows.select_for_update(of=("self",)).select_related("membership__person").first()
    if locked is None:
        raise NotFound
    locked.network = network
    client = locked.membership.person.uuid if locked.membership else None
    _close(actor, locked, client=client)


def member_left(member: "Membership") -> None:
    """Who left comes to nothing that lies ahead (rule N2); within the act that ends the place."""
    rows = SignUp.objects.filter(
        membership=member, cancelled_at=None, event__starts_at__gt=clock.now()
    )
    rows.update(cancelled_at=clock.now())


def _put_on_list(
    reader: Reader, event: UUID, guest: Guest, *, planned: bool = False
) -> SignUp | None:
    locked = _locked_open(reader, event)
    # before all else: 'full' must say the same of everybody
    _check_room(locked, 1 + guest.brings, held=not planned)
    email = guest.email.strip().lower()
    if email:
        rows = SignUp.objects.filter(event=locked, email=email, cancelled_at=None)
        known = rows.select_related("network").first()
        if known is not None:
            known.event, known.network = locked, reader.network
            if not planned:
                SignUp.objects.filter(pk=known.pk).update(held=F("held") + 1 + guest.brings)
            telling.confirmed(known)
            return None
    made = SignUp.objects.create(
        network=reader.network,
        event=locked,
        name=guest.name.strip(),
        phone=guest.phone.strip(),
        email=email,
        brings=guest.brings,
        language=(get_language() or "nl")[:5],
    )
    made.event, made.network = locked, reader.network
    telling.confirmed(made)
    log.record(reader.actor, "agenda.guest_signed_up", made, action=Action.CREATE)
    return made


def _locked_open(reader: Reader, event: UUID) -> Event:
    """The event, locked, while one can sign up for it. NoSignUps otherwise."""
    locked = events.lock(access.event_for(reader, event))
    if not locked.takes_sign_ups or locked.is_cancelled or locked.starts_at <= clock.now():
        raise NoSignUps
    return locked


def _check_room(event: Event, people: int, *, held: bool = True) -> None:
    """Full when there is no room for so many more. The event is locked, so nobody comes between."""
    left = left_of(event, held=held)
    if left is not None and people > left:
        raise Full


def _close(actor: Actor, sign_up: SignUp, *, client: UUID | None) -> None:
    sign_up.cancelled_at = clock.now()
    sign_up.save(update_fields=["cancelled_at"])
    log.record(actor, "agenda.sign_up_taken_back", sign_up, client=client)
