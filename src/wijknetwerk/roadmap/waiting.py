"""What waits for somebody who was asked to answer questions about the network."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.registries import WaitingKind, Wanted, waiting_kinds
from wijknetwerk.networks.rows import within
from wijknetwerk.roadmap.models import CheckRound, CheckSheet
from wijknetwerk.roadmap.services.checks import TO_ANSWER, wanted_of


def register() -> None:
    """Called once, when the app is ready."""
    waiting_kinds.register(
        TO_ANSWER,
        WaitingKind(
            title=_("Questions about our network wait for your answer"),
            outside=_("Somebody asks you something about a network"),
            button=_("Answer"),
            icon="message",
            url="roadmap:check_answer",
            still_true=_still_true,
            wanted=_wanted,
        ),
    )


def _still_true(subjects: Collection[UUID]) -> Collection[UUID]:
    """The rounds that are still open."""
    rows = CheckRound.objects.filter(uuid__in=subjects, closed_on=None)
    return list(rows.values_list("uuid", flat=True))


def _wanted() -> Iterator[Wanted]:
    """Everybody who was asked in an open round, takes part, and did not answer yet."""
    rows = CheckSheet.objects.filter(
        within(clock.today(), "membership__"),
        round__closed_on=None,
        is_asked=True,
        answered_at=None,
    ).values_list(
        *("network__uuid", "network__slug", "round__uuid", "membership__person_id"),
    )
    for network, slug, asked, person in rows.order_by("pk"):
        yield wanted_of(network, slug, asked, person)
