"""Goals and actions of the example networks, as their people would have agreed on them."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.goals.models import Action, GoalState, Step
from wijknetwerk.goals.services import action_waits, actions, goals
from wijknetwerk.networks.example_network import LOADER, loaded
from wijknetwerk.networks.people import members_now, teams_now

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

FOLDER = Path(__file__).resolve().parent / "example"
Told = Mapping[str, Any]


def load_all() -> None:
    """Those of every example network that stands in the database and has none yet."""
    with scope.acting(LOADER):
        for network, people in loaded().values():
            path = FOLDER / f"{network.slug}.toml"
            told_before = Action.objects.filter(network=network, source_kind="").exists()
            if path.exists() and not told_before:
                told = tomllib.loads(path.read_text(encoding="utf-8"))
                _Story(network, people).tell(told)
        action_waits.open_due()


@dataclass
class _Story:
    """What happened in one network, while it is being told."""

    network: Any
    people: Mapping[str, "Person"]
    today: date = field(default_factory=clock.today)
    goals: dict[str, UUID] = field(default_factory=dict)
    teams: dict[str, UUID] = field(default_factory=dict)
    members: dict[int, UUID] = field(default_factory=dict)

    def tell(self, told: Told) -> None:
        """Everything, each on its day."""
        self.teams = {one.name: one.uuid for one in teams_now(self.network.pk)}
        self.members = {one.person_id: one.uuid for one in members_now(self.network.pk)}
        for row in told.get("goals", []):
            self._goal(row)
        for row in told["actions"]:
            self._action(row)

    def _on(self, days_ago: int, by: str, act: Callable[[Actor], Any]) -> Any:
        """Let somebody do something so many days ago."""
        day = self.today - timedelta(days=days_ago)
        with clock.frozen(datetime.combine(day, time(10), tzinfo=UTC)):
            actor = actor_of(self.people[by])
            with scope.acting(actor):
                return act(actor)

    def _member(self, key: str) -> UUID:
        return self.members[self.people[key].pk]

    def _day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def _goal(self, row: Told) -> None:
        said = goals.SaidGoal(
            sentence=row["sentence"],
            for_whom=row["for_whom"],
            by_on=self._day(row["by_days"]),
            owner=self._member(row["by"]),
            team=self.teams[row["team"]] if "team" in row else None,
        )
        where = {"network": self.network}
        made = self._on(
            row["days_ago"], row["by"], lambda actor: goals.make(actor=actor, said=said, **where)
        )
        self.goals[row["key"]] = made.uuid
        for measure in row["measures"]:
            self._measure(row, made.uuid, measure)
        if "reached_days_ago" in row:
            end = {"goal": made.uuid, "state": GoalState.REACHED, "brought": row["brought"]}
            self._on(
                row["reached_days_ago"],
                row["by"],
                lambda actor: goals.end(actor=actor, **where, **end),
            )

    def _measure(self, goal: Told, uuid: UUID, row: Told) -> None:
        figures = {name: Decimal(row[name]) for name in ("start", "target") if name in row}
        words: dict[str, Any] = {
            name: row[name] for name in ("what", "unit", "direction", "how", "source")
        }
        said = goals.SaidMeasure(**words | figures)
        made = self._on(
            goal["days_ago"],
            goal["by"],
            lambda actor: goals.add_measure(
                actor=actor, network=self.network, goal=uuid, said=said
            ),
        )
        for value in row["values"]:
            self._value(goal["by"], made.uuid, value)

    def _value(self, by: str, measure: UUID, row: Told) -> None:
        said = {
            "measure": measure,
            "on": self._day(-row["days_ago"]),
            "value": Decimal(row["value"]) if "value" in row else None,
            "note": row.get("note", ""),
        }
        self._on(
            row["days_ago"],
            by,
            lambda actor: goals.note_value(actor=actor, network=self.network, **said),
        )

    def _action(self, row: Told) -> None:
        new = actions.NewAction(
            what=row["what"],
            by_on=self._day(row["by_days"]),
            owner=self._member(row["by"]),
            team=self.teams[row["team"]] if "team" in row else None,
            goal=self.goals[row["goal"]] if "goal" in row else None,
        )
        made = self._on(
            row["days_ago"],
            row["by"],
            lambda actor: actions.make(actor=actor, network=self.network, new=new),
        )
        for one in row.get("steps", []):
            self._step(row["by"], made.uuid, one)

    def _step(self, by: str, action: UUID, row: Told) -> None:
        what = {
            "action": action,
            "step": Step(row["step"]),
            "reason": row.get("reason", ""),
            "by_on": self._day(row["to_days"]) if "to_days" in row else None,
        }
        self._on(
            row["days_ago"],
            by,
            lambda actor: actions.step(actor=actor, network=self.network, **what),
        )
