"""What pages read of experiments."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.voices import access_initiatives as access
from wijknetwerk.voices.models import Experiment


@dataclass(frozen=True, slots=True)
class ListPage:
    """Those that wait for a lesson first, then those that run, then what was learned."""

    over: list[Experiment]
    running: list[Experiment]
    learned: list[Experiment]

    @property
    def any(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.over or self.running or self.learned)


@dataclass(frozen=True, slots=True)
class Page:
    """One experiment for a member."""

    row: Experiment
    outcome_words: str
    owner: str
    may_change: bool
    over: bool
    next: Experiment | None


def experiments_of(network: Any) -> ListPage:
    """All of a network; one query."""
    rows = list(
        Experiment.objects.filter(network=network)
        .select_related("owner__person")
        .order_by("ends_on", "pk")
    )
    today = clock.today()
    return ListPage(
        over=[row for row in rows if not row.outcome and row.ends_on <= today],
        running=[row for row in rows if not row.outcome and row.ends_on > today],
        learned=[row for row in reversed(rows) if row.outcome],
    )


def page_of(actor: Actor, row: Experiment) -> Page:
    """One experiment."""
    here = row.owner.holds_on(clock.today())
    return Page(
        row=row,
        outcome_words=row.get_outcome_display(),
        owner=row.owner.person.name if here else "",
        may_change=not row.outcome and access.owns(actor, row),
        over=not row.outcome and row.ends_on <= clock.today(),
        next=getattr(row, "next", None),
    )


def of_initiative(initiative: Any) -> list[Experiment]:
    """Experiments of one initiative, those that run first."""
    rows = Experiment.objects.filter(Q(initiative=initiative)).order_by("outcome", "ends_on")
    return list(rows)
