"""What rounds of expectations do by the clock: remind once, close, propose the next one.

The next round is proposed, never opened: people do that.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.models import Expectation, ExpectationRound
from wijknetwerk.networks.selectors.leading import leads_of
from wijknetwerk.networks.selectors.taking_part import takers
from wijknetwerk.notices.services import waiting

ASKED = "networks.expectations_asked"
REMINDED = "networks.expectations_reminder"
PROPOSED = "networks.round_proposed"
REMIND_BEFORE = timedelta(days=5)


def wanted_of(round: ExpectationRound) -> Iterator[Wanted]:
    """Everybody in a round who has not said anything yet."""
    said = set(
        Expectation.objects.filter(round=round).values_list("membership_id", flat=True).distinct()
    )
    for taker in takers(round.network, round.team):
        if taker.pk not in said:
            yield _wanted(round, taker.person_id)


def _wanted(round: ExpectationRound, person_id: int) -> Wanted:
    return Wanted(
        person_id=person_id,
        subject=round.uuid,
        network=round.network.uuid,
        place={"slug": round.network.slug, "uuid": str(round.uuid)},
        words={"where": round.team.name if round.team else round.network.name},
        due_on=round.closes_on,
    )


def run(actor: Actor) -> None:
    """Close what is over, remind once, propose the next round. Run each night."""
    today = clock.today()
    rounds = ExpectationRound.objects.select_related("network", "team")
    for one in rounds.filter(closed_on=None, closes_on__lte=today):
        with transaction.atomic():
            close(actor, one)
    soon = rounds.filter(closed_on=None, reminded_on=None, closes_on__lte=today + REMIND_BEFORE)
    for one in soon:
        with transaction.atomic():
            _remind(actor, one)
    for wanted in proposals():
        waiting.wait(actor=actor, kind=PROPOSED, wanted=wanted)


def close(actor: Actor, round: ExpectationRound) -> None:
    """End a round: nobody is asked any more, everybody in it reads what was said."""
    still_open = ExpectationRound.objects.filter(pk=round.pk, closed_on=None)
    if not still_open.update(closed_on=clock.today()):
        return
    for kind in (ASKED, REMINDED):
        waiting.done(kind=kind, subject=round.uuid)
    log.record(actor, "networks.round_closed", round)


def _remind(actor: Actor, round: ExpectationRound) -> None:
    """Once, also to who put the first question away. It takes the place of that question."""
    round.reminded_on = clock.today()
    round.save(update_fields=["reminded_on"])
    waiting.done(kind=ASKED, subject=round.uuid)
    for wanted in wanted_of(round):
        waiting.wait(actor=actor, kind=REMINDED, wanted=wanted)


def _asking(*, reminded: bool) -> Iterable[Wanted]:
    rounds = ExpectationRound.objects.filter(closed_on=None, reminded_on__isnull=not reminded)
    for one in rounds.filter(network__stopped_on=None).select_related("network", "team"):
        yield from wanted_of(one)


def asked() -> Iterable[Wanted]:
    """Everybody who is asked now and was not reminded yet."""
    return _asking(reminded=False)


def reminded() -> Iterable[Wanted]:
    """Everybody who was reminded and has not said anything."""
    return _asking(reminded=True)


def still_open(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these rounds are still open."""
    rows = ExpectationRound.objects.filter(uuid__in=subjects, closed_on=None)
    rows = rows.filter(network__stopped_on=None)
    return set(rows.values_list("uuid", flat=True))


def proposals() -> Iterable[Wanted]:
    """Who leads where half a year is over since the last round."""
    for one in _due().select_related("network", "team"):
        for person_id in leads_of(one.network, one.team):
            place = {"slug": one.network.slug}
            if one.team:
                place["team"] = str(one.team.uuid)
            yield Wanted(
                person_id=person_id,
                subject=one.uuid,
                network=one.network.uuid,
                place=place,
                words={"where": one.team.name if one.team else one.network.name},
                due_on=one.next_on,
            )


def still_proposed(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these rounds still have no next one."""
    return set(_due().filter(uuid__in=subjects).values_list("uuid", flat=True))


def _due() -> models.QuerySet[ExpectationRound]:
    later = ExpectationRound.objects.filter(network=OuterRef("network"), pk__gt=OuterRef("pk"))
    in_team = later.filter(team=OuterRef("team"))
    in_network = later.filter(team=None)
    rows = ExpectationRound.objects.filter(next_on__lte=clock.today(), closed_on__isnull=False)
    rows = rows.filter(network__stopped_on=None)
    return rows.filter(
        (Q(team=None) & ~Exists(in_network))
        | (Q(team__isnull=False, team__until_on=None) & ~Exists(in_team))
    )
