"""Who is told of a round of dots: members when it begins, who arranged it when it is closed."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.people import members_now
from wijknetwerk.networks.rows import within
from wijknetwerk.voices.models import PriorityRound, RoundVoter

ASKED = "voices.round_asked"
READY = "voices.round_ready"
TOLD_FOR = timedelta(days=30)
WEEK = timedelta(days=7)


def of_ready(round: PriorityRound) -> Wanted:
    """The result for who arranged the round."""
    return Wanted(
        person_id=round.opened_by.person_id,
        subject=round.uuid,
        network=round.network.uuid,
        place={"slug": round.network.slug, "uuid": str(round.uuid)},
        words={"question": round.question},
    )


def of_asking(round: PriorityRound) -> Iterator[Wanted]:
    """Everybody in one round who did not vote on the screen."""
    voters = set(RoundVoter.objects.filter(round=round).values_list("person_id", flat=True))
    for member in members_now(round.network_id):
        if member.person_id not in voters:
            yield Wanted(
                person_id=member.person_id,
                subject=round.uuid,
                network=round.network.uuid,
                place={"slug": round.network.slug, "uuid": str(round.uuid)},
                words={"question": round.question},
                due_on=round.until_on,
            )


def asked() -> Iterator[Wanted]:
    """Everybody whose dots are asked now."""
    rows = PriorityRound.objects.filter(within(clock.today()), closed_on=None)
    for one in rows.filter(network__stopped_on=None).select_related("network").order_by("pk"):
        yield from of_asking(one)


def still_asked(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these rounds are open still."""
    rows = PriorityRound.objects.filter(within(clock.today()), uuid__in=subjects, closed_on=None)
    return set(rows.values_list("uuid", flat=True))


def ready() -> Iterator[Wanted]:
    """What was closed lately: good to know for who arranged it."""
    for one in _lately().select_related("network", "opened_by").order_by("pk"):
        if one.opened_by.holds_on(clock.today()):
            yield of_ready(one)


def still_ready(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these were closed lately."""
    return set(_lately().filter(uuid__in=subjects).values_list("uuid", flat=True))


def old_results() -> list[UUID]:
    """Rounds whose result stopped being news in the last weeks."""
    until = clock.today() - TOLD_FOR
    rows = PriorityRound.objects.filter(closed_on__lte=until, closed_on__gt=until - 2 * WEEK)
    return list(rows.values_list("uuid", flat=True))


def _lately() -> QuerySet[PriorityRound]:
    since = clock.today() - TOLD_FOR
    return PriorityRound.objects.filter(closed_on__gt=since, network__stopped_on=None)
