"""What stands on Vandaag while a network is going to stop, and when a rest should be over."""

from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.registries import WaitingKind, Wanted, waiting_kinds
from wijknetwerk.networks.models import (
    Membership,
    Pause,
    Stop,
    StopState,
    StopVoice,
    within,
)
from wijknetwerk.networks.selectors import stop_votes
from wijknetwerk.networks.selectors.leading import leads_of

TOLD = "networks.stop_told"
AGREE = "networks.stop_agree"
REST_OVER = "networks.rest_over"


def of_stop(stop: Stop) -> Iterator[tuple[Wanted, str]]:
    """Who should answer this stop still. Other leaders of then agree or not; where nobody else led,
    that is asked of every member of then. The rest hears it."""
    network = stop.network
    today = clock.today()
    agreed = bool(stop.second_roles) and stop_votes.is_agreed(stop)
    decide = stop_votes.second_leaders(stop) if stop.second_roles else stop_votes.voters(stop)
    answered = set(StopVoice.objects.filter(stop=stop).values_list("person_id", flat=True))
    members = Membership.objects.filter(within(today), network=network)
    for person_id in members.order_by("pk").values_list("person_id", flat=True):
        if person_id in answered or person_id == stop.started_by_id:
            continue
        asked = person_id in decide
        if asked and agreed:
            continue
        wanted = Wanted(
            person_id=person_id,
            subject=stop.uuid,
            network=network.uuid,
            place={"slug": network.slug},
            words={"network": network.name},
            due_on=stop.stops_on,
        )
        yield wanted, AGREE if asked else TOLD


def _wanted(kind: str) -> Iterable[Wanted]:
    for stop in Stop.objects.filter(state=StopState.OPEN).select_related("network"):
        yield from (wanted for wanted, of in of_stop(stop) if of == kind)


def rests_over() -> Iterator[Wanted]:
    """Leaders of networks that would rest until about today, or before."""
    for rest in _over().select_related("network").order_by("pk"):
        network = rest.network
        for person_id in leads_of(network):
            yield Wanted(
                person_id=person_id,
                subject=rest.uuid,
                network=network.uuid,
                place={"slug": network.slug},
                words={"network": network.name},
            )


def _over() -> "QuerySet[Pause]":
    return Pause.objects.filter(ended_on=None, until_on__lte=clock.today())


def _still_over(subjects: Collection[UUID]) -> Collection[UUID]:
    return set(_over().filter(uuid__in=subjects).values_list("uuid", flat=True))


def _open(subjects: Collection[UUID]) -> Collection[UUID]:
    rows = Stop.objects.filter(uuid__in=subjects, state=StopState.OPEN)
    return set(rows.values_list("uuid", flat=True))


def register() -> None:
    """Called once, when the app is ready."""
    waiting_kinds.register(
        TOLD,
        WaitingKind(
            title=_("%(network)s is going to stop"),
            outside=_("There is news about a network of yours"),
            button=_("Read what this means"),
            icon="info",
            url="networks:ending",
            still_true=_open,
            wanted=lambda: _wanted(TOLD),
            duty=False,
        ),
    )
    waiting_kinds.register(
        AGREE,
        WaitingKind(
            title=_("%(network)s is going to stop. What do you think?"),
            outside=_("A network asks for your answer"),
            button=_("Read and answer"),
            icon="handover",
            url="networks:ending",
            still_true=_open,
            wanted=lambda: _wanted(AGREE),
        ),
    )
    waiting_kinds.register(
        REST_OVER,
        WaitingKind(
            title=_("%(network)s would rest until about now. What do you do?"),
            outside=_("A network asks for your answer"),
            button=_("Go on, or rest longer"),
            icon="clock",
            url="networks:ending",
            still_true=_still_over,
            wanted=rests_over,
        ),
    )
