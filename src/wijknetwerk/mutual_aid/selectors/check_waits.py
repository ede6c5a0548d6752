"""What waits for whom because of checks: one row for each member who is asked, and one for each
person at the desk, however many checks there are (design 4)."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.mutual_aid.access import DESK
from wijknetwerk.mutual_aid.models import FollowUp, MatchState, ReachedBy, Side
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.selectors.leading import who_may

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

CHECK = "mutual_aid.check"
"""A member is asked how the help goes."""
CHECKS = "mutual_aid.checks"
"""Checks wait at the desk: one row a person and network."""
CALL_AFTER = timedelta(days=14)
"""Who doesn't answer a mail or letter in this time is called."""


def open_checks() -> QuerySet[FollowUp]:
    """Checks that nobody answered, of what runs."""
    return FollowUp.objects.filter(
        answered_at=None, skipped_at=None, match__state=MatchState.RUNNING
    )


def due_on(day: Any) -> QuerySet[FollowUp]:
    """The checks that are due on a day; not those that are tried again later."""
    later = Q(again_on__gt=day)
    return open_checks().filter(due_on__lte=day).exclude(later)


def to_call(silent_since: Any) -> Q:
    """Of what is due, whom the desk calls: who wants that, and who gave no answer otherwise."""
    return Q(how=ReachedBy.PHONE) | Q(asked_at__isnull=False, due_on__lte=silent_since)


TO_PRINT = Q(how=ReachedBy.LETTER, asked_at=None)
"""Of what is due, whose letter is to be printed."""
NEEDED = Q(need_open=True)
"""Somebody said that something is needed, and nobody took it up yet."""


def at_desk(day: date) -> QuerySet[FollowUp]:
    """The checks that ask something of the desk now."""
    return at_desk_on(day, day - CALL_AFTER)


def at_desk_on(day: Any, silent_since: Any, **of: Any) -> QuerySet[FollowUp]:
    """The same, of days that may be slots of a kept statement; `of` one network, or all."""
    ready = due_on(day).filter(to_call(silent_since) | TO_PRINT, **of)
    return FollowUp.objects.filter(Q(pk__in=ready.values("pk")) | NEEDED, **of)


def of_members(day: date) -> QuerySet[FollowUp]:
    """The checks that are due of members who take part now and can answer here."""
    asker = Q(side=Side.ASKER, match__request__asker__person__isnull=False)
    asker &= within(day, "match__request__asker__membership__")
    helper = Q(side=Side.HELPER, match__offer__helper__person__isnull=False)
    helper &= within(day, "match__offer__helper__membership__")
    return open_checks().filter(asker | helper, due_on__lte=day)


def for_side(row: FollowUp) -> Wanted:
    """What waits for a member; the other side is not named."""
    match = row.match
    who = match.request.asker if row.side == Side.ASKER else match.offer.helper
    if who.person_id is None:
        raise ValueError("Nobody to wait for: this side is no member.")
    return Wanted(
        person_id=who.person_id,
        subject=row.uuid,
        network=row.network.uuid,
        place={"slug": row.network.slug, "uuid": str(row.uuid)},
        due_on=row.due_on,
    )


def for_desk(network: "Network") -> list[Wanted]:
    """What waits for everybody at the desk of a network."""
    place = {"slug": network.slug}
    return [
        Wanted(person_id=one, subject=network.uuid, network=network.uuid, place=place)
        for one in who_may(network, DESK)
    ]


_WHOLE = ("network", "match__request__asker", "match__offer__helper")


def wanted_check() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    return (for_side(row) for row in of_members(clock.today()).select_related(*_WHOLE))


def wanted_checks() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    seen: dict[int, Any] = {}
    for row in at_desk(clock.today()).select_related("network"):
        seen.setdefault(row.network_id, row.network)
    for network in seen.values():
        yield from for_desk(network)


def still_check(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these checks still wait for an answer."""
    rows = open_checks().filter(uuid__in=subjects)
    return set(rows.values_list("uuid", flat=True))


def still_checks(subjects: Collection[UUID]) -> Collection[UUID]:
    """At the desk of which of these networks checks wait."""
    rows = at_desk(clock.today()).filter(network__uuid__in=subjects)
    return set(rows.values_list("network__uuid", flat=True).distinct())
