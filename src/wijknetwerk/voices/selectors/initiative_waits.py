"""What waits because of initiatives and experiments, and for whom."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.selectors.leading import desk_of, leads_of
from wijknetwerk.voices.models import Experiment, InitiativeNeed, NeedState

NEED_ASKED = "voices.need_asked"
EXPERIMENT_OVER = "voices.experiment_over"


def of_need(need: InitiativeNeed) -> Iterator[Wanted]:
    """For the supporter of the initiative; without one for the desk, or else for who leads."""
    initiative = need.initiative
    supporter = initiative.supporter
    if supporter is not None and supporter.holds_on(clock.today()):
        people = [supporter.person_id]
    else:
        people = desk_of(need.network) or leads_of(need.network)
    for person_id in people:
        yield Wanted(
            person_id=person_id,
            subject=need.uuid,
            network=need.network.uuid,
            place={"slug": need.network.slug, "uuid": str(initiative.uuid)},
            words={"what": need.what, "initiative": initiative.title},
        )


def needs() -> Iterator[Wanted]:
    """All needs that nobody promised yet."""
    rows = _asked().select_related("network", "initiative__supporter")
    for need in rows.order_by("pk"):
        yield from of_need(need)


def still_asked(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these nobody promised yet."""
    return set(_asked().filter(uuid__in=subjects).values_list("uuid", flat=True))


def _asked() -> QuerySet[InitiativeNeed]:
    return InitiativeNeed.objects.filter(state=NeedState.ASKED, network__stopped_on=None)


def of_experiment(row: Experiment) -> Iterator[Wanted]:
    """For its owner; when that person left, for who leads."""
    here = row.owner.holds_on(clock.today())
    for person_id in [row.owner.person_id] if here else leads_of(row.network):
        yield Wanted(
            person_id=person_id,
            subject=row.uuid,
            network=row.network.uuid,
            place={"slug": row.network.slug, "uuid": str(row.uuid)},
            words={"question": row.question},
            due_on=row.ends_on,
        )


def experiments() -> Iterator[Wanted]:
    """All experiments whose last day came and whose lesson is not written."""
    for row in over().select_related("network", "owner").order_by("pk"):
        yield from of_experiment(row)


def still_over(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these wait for their lesson."""
    return set(over().filter(uuid__in=subjects).values_list("uuid", flat=True))


def over() -> QuerySet[Experiment]:
    """Experiments whose last day came, without a lesson."""
    rows = Experiment.objects.filter(outcome="", ends_on__lte=clock.today())
    return rows.filter(network__stopped_on=None)
