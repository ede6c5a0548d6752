"""Rounds, initiatives and experiments of the example networks, through the services."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.example_network import LOADER, loaded
from wijknetwerk.networks.people import members_now
from wijknetwerk.voices.models import Initiative, Theme
from wijknetwerk.voices.services import (
    experiments,
    initiative_needs,
    initiatives,
    round_asking,
    rounds,
)

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

FOLDER = Path(__file__).resolve().parent / "example"


def load_all() -> None:
    """Those of every example network that stands in the database and has none yet."""
    with scope.acting(LOADER):
        for network, people in loaded().values():
            path = FOLDER / f"{network.slug}.rounds.toml"
            if not path.exists() or Initiative.objects.filter(network=network).exists():
                continue
            told = tomllib.loads(path.read_text(encoding="utf-8"))
            _Story(network, people).tell(told["events"])
        round_asking.forget_old_results()


def _each(places: Iterable[int]) -> dict[int, int]:
    return dict.fromkeys(places, 1)


@dataclass
class _Story:
    """What happened in one network, while it is being told."""

    network: "Network"
    people: Mapping[str, "Person"]
    today: date = field(default_factory=clock.today)
    made: dict[str, UUID] = field(default_factory=dict)

    def tell(self, events: Iterable[Mapping[str, Any]]) -> None:
        """Each on its day, by its person, the longest ago first."""
        for event in sorted(events, key=lambda event: -event["days_ago"]):
            day = self.today - timedelta(days=event["days_ago"])
            with clock.frozen(datetime.combine(day, time(10), tzinfo=UTC)):
                actor = actor_of(self.people[event["by"]])
                with scope.acting(actor):
                    getattr(self, f"_{event['act']}")(actor, event)

    def _round(self, actor: Actor, event: Mapping[str, Any]) -> None:
        said = rounds.Said(
            question=event["question"],
            why=event["why"],
            from_on=clock.today(),
            until_on=clock.today() + timedelta(days=event["days"]),
            options=[(text, self._theme(text)) for text in event["options"]],
        )
        opened = rounds.open_round(actor=actor, network=self.network, said=said)
        self.made[event["key"]] = opened.uuid

    def _wall(self, actor: Actor, event: Mapping[str, Any]) -> None:
        for row in event["tables"]:
            said = {"group": row["group"], "people": row["people"]}
            dots = dict(enumerate(row["dots"]))
            rounds.enter_table(actor=actor, dots=dots, **said, **self._in_round(event))

    def _votes(self, _actor: Actor, event: Mapping[str, Any]) -> None:
        for row in event["votes"]:
            actor = actor_of(self.people[row["who"]])
            with scope.acting(actor):
                said = {"group": row["group"], "dots": _each(row["dots"])}
                rounds.vote(actor=actor, **said, **self._in_round(event))

    def _paper(self, actor: Actor, event: Mapping[str, Any]) -> None:
        where = self._in_round(event)
        count = len(event["ballots"])
        made = rounds.make_ballots(actor=actor, number=count, **where)
        for ballot, row in zip(made, event["ballots"], strict=True):
            said = {"group": row["group"], "dots": _each(row["dots"])}
            found = rounds.ballot_of(actor=actor, code=ballot.code, **where)
            rounds.enter_ballot(actor=actor, ballot=found, **said, **where)

    def _close(self, actor: Actor, event: Mapping[str, Any]) -> None:
        rounds.close_round(actor=actor, **self._in_round(event))

    def _initiative(self, actor: Actor, event: Mapping[str, Any]) -> None:
        said = initiatives.Said(
            event["title"], event["what"], event.get("wanted", ""), event.get("public", False)
        )
        made = initiatives.make(
            actor=actor,
            network=self.network,
            said=said,
            pull=event.get("pull", False),
            theme=self._theme(event.get("theme", "")),
            supporter=self._member(event.get("supporter", "")),
        )
        self.made[event["key"]] = made.uuid

    def _joins(self, actor: Actor, event: Mapping[str, Any]) -> None:
        initiatives.take_part(actor=actor, pulls=event.get("pulls", False), **self._of(event))

    def _move(self, actor: Actor, event: Mapping[str, Any]) -> None:
        initiatives.move(actor=actor, to=event["to"], lesson=event["lesson"], **self._of(event))

    def _needs(self, actor: Actor, event: Mapping[str, Any]) -> None:
        said = {"kind": event["kind"], "what": event["what"]}
        need = initiative_needs.ask(actor=actor, **said, **self._of(event))
        self.made[event["key"]] = need.uuid

    def _promises(self, actor: Actor, event: Mapping[str, Any]) -> None:
        by_on = clock.today() + timedelta(days=event["in_days"])
        need = self.made[event["need"]]
        initiative_needs.promise(actor=actor, network=self.network, need=need, by_on=by_on)

    def _settles(self, actor: Actor, event: Mapping[str, Any]) -> None:
        need = self.made[event["need"]]
        initiative_needs.settle(actor=actor, network=self.network, need=need, to=event["to"])

    def _experiment(self, actor: Actor, event: Mapping[str, Any]) -> None:
        said = experiments.Said(
            question=event["question"],
            tries=event["tries"],
            looks_at=event["looks_at"],
            ends_on=clock.today() + timedelta(days=event["days"]),
            with_whom=event["with_whom"],
        )
        about = self.made.get(event.get("initiative", ""))
        made = experiments.begin(actor=actor, network=self.network, said=said, initiative=about)
        self.made[event["key"]] = made.uuid

    def _finish(self, actor: Actor, event: Mapping[str, Any]) -> None:
        experiments.finish(
            actor=actor,
            network=self.network,
            experiment=self.made[event["experiment"]],
            outcome=event["outcome"],
            lesson=event["lesson"],
        )

    def _in_round(self, event: Mapping[str, Any]) -> dict[str, Any]:
        return {"network": self.network, "round": self.made[event["round"]]}

    def _of(self, event: Mapping[str, Any]) -> dict[str, Any]:
        return {"network": self.network, "initiative": self.made[event["initiative"]]}

    def _theme(self, title: str) -> UUID | None:
        rows = Theme.objects.filter(network=self.network, title=title)
        return rows.values_list("uuid", flat=True).first() if title else None

    def _member(self, key: str) -> UUID | None:
        if not key:
            return None
        person = self.people[key].pk
        return next(one.uuid for one in members_now(self.network.pk) if one.person_id == person)
