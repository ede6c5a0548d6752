"""Who came: ticked from the list, names that were added on paper, and a number of others."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from wijknetwerk.agenda import access
from wijknetwerk.agenda.errors import NotOverYet
from wijknetwerk.agenda.models import Attendee, Event, SignUp
from wijknetwerk.agenda.naming import WHO_CAME
from wijknetwerk.agenda.services import after, events
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.networks.people import members_now
from wijknetwerk.networks.services import facts
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

MOST_UNNAMED = 2000


@dataclass(frozen=True, slots=True)
class Came:
    """Who came: members, sign-ups and names that stood there before, by their ids; new names, each
    with an e-mail address or none; and how many more."""

    members: Collection[UUID] = ()
    sign_ups: Collection[UUID] = ()
    kept: Collection[UUID] = ()
    names: list[tuple[str, str]] = field(default_factory=list)
    unnamed: int = 0


@transaction.atomic
def fill_in(*, actor: Actor, network: "Network", event: UUID, came: Came) -> Event:
    """Store who came, as it is on the paper now; filled in again it is replaced."""
    locked = events.lock(access.event_to_edit(actor, network, event))
    if locked.starts_at > clock.now():
        raise NotOverYet
    if not 0 <= came.unnamed <= MOST_UNNAMED:
        raise InvalidInput
    _members(locked, set(came.members))
    _sign_ups(locked, set(came.sign_ups))
    others = Attendee.objects.filter(event=locked, membership=None, sign_up=None)
    others.exclude(uuid__in=came.kept).delete()
    _new(locked, came.names)
    locked.unnamed, locked.counted_at = came.unnamed, clock.now()
    locked.save(update_fields=["unnamed", "counted_at"])
    named = Attendee.objects.filter(event=locked).count()
    log.record(actor, "agenda.who_came_noted", locked, named=named, unnamed=came.unnamed)
    waiting.done(kind=WHO_CAME, subject=locked.uuid)
    after.page_waits(actor, locked)
    facts.count_soon(network.pk)
    return locked


def _members(event: Event, ticked: set[UUID]) -> None:
    """Members by themselves, and those that signed up: both are known by their membership."""
    rows = Attendee.objects.filter(event=event, membership__isnull=False)
    there = {row.membership_id: row for row in rows}
    known = {one.uuid: one.pk for one in members_now(event.network_id)}
    wanted = {known[uuid] for uuid in ticked if uuid in known}
    still = set(known.values())
    for pk, row in there.items():
        if pk not in wanted and pk in still:  # who left since stays on the list of then
            row.delete()
    Attendee.objects.bulk_create(
        Attendee(network=event.network, event=event, membership_id=pk)
        for pk in wanted
        if pk not in there
    )


def _sign_ups(event: Event, ticked: set[UUID]) -> None:
    there = set(
        Attendee.objects.filter(event=event, sign_up__isnull=False).values_list(
            "sign_up__uuid", flat=True
        )
    )
    gone = there - ticked
    Attendee.objects.filter(event=event, sign_up__uuid__in=gone).delete()
    rows = SignUp.objects.filter(event=event, membership=None, uuid__in=ticked - there)
    Attendee.objects.bulk_create(
        Attendee(network=event.network, event=event, sign_up=row, name=row.name, email=row.email)
        for row in rows
    )


def _new(event: Event, names: list[tuple[str, str]]) -> None:
    """Names from the paper list; the same name twice in one go is one person."""
    seen = dict.fromkeys((name.strip()[:120], email.strip().lower()) for name, email in names)
    Attendee.objects.bulk_create(
        Attendee(network=event.network, event=event, name=name, email=email)
        for name, email in seen
        if name
    )
