"""Teams of an example network, as its members would have made them, on days before today."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.example_network import FOLDER, LOADER, loaded
from wijknetwerk.networks.models import Connector, Membership, Network, Team, within
from wijknetwerk.networks.services import connectors, team_places, teams

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

PLAIN = ("name", "kind", "purpose", "changes_agreed", "hours", "open_to_residents", "meets")


def load_all() -> None:
    """The teams of every example network that stands in the database."""
    with scope.acting(LOADER):
        for network, people in loaded().values():
            load(network, people)


def load(network: Network, people: Mapping[str, "Person"]) -> int:
    """Do what `<slug>.teams.toml` tells, as its people; how many events. None when the network has
    teams already. Call it in system scope."""
    path = FOLDER / f"{network.slug}.teams.toml"
    if not path.exists() or Team.objects.filter(network=network).exists():
        return 0
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    story = _Story(network, people, {row["key"]: row for row in told["teams"]})
    events = sorted(told["events"], key=lambda event: -event["days_ago"])
    for event in events:
        story.happens(event)
    return len(events)


@dataclass
class _Story:
    """What happened in one network, while it is being told."""

    network: Network
    people: Mapping[str, "Person"]
    told: Mapping[str, Mapping[str, Any]]
    today: date = field(default_factory=clock.today)
    made: dict[str, Team] = field(default_factory=dict)

    def happens(self, event: Mapping[str, Any]) -> None:
        """One event, on its day, by its person."""
        day = self._past(event["days_ago"])
        with clock.frozen(datetime.combine(day, time(10), tzinfo=UTC)):
            actor = actor_of(self.people[event["by"]])
            with scope.acting(actor):
                getattr(self, f"_{event['act']}")(actor, event)

    def _make(self, actor: Actor, event: Mapping[str, Any]) -> None:
        row = self.told[event["team"]]
        said = teams.Said(
            **{name: row[name] for name in PLAIN if name in row},
            status="works" if "fixed_from_days_ago" in row else "being_formed",
            wanted=tuple(row["wanted"]),
            joins_freely=row["joins_freely"],
            hours_a_month=Decimal(row["hours_a_month"]) if "hours_a_month" in row else None,
            fixed_from=self._past(row.get("fixed_from_days_ago")),
            fixed_until=self._ahead(row.get("fixed_until_days_ahead")),
        )
        lead = self._member(event["lead"]).uuid
        made = teams.make(actor=actor, network=self.network, said=said, lead=lead)
        self.made[event["team"]] = made

    def _add(self, actor: Actor, event: Mapping[str, Any]) -> None:
        for key in event["people"]:
            member = self._member(key)
            team_places.add(
                actor=actor,
                network=self.network,
                team=self.made[event["team"]].uuid,
                member=member.uuid,
                represents="organisation" if member.partner_id else "self",
                is_lead=False,
            )

    def _join(self, actor: Actor, event: Mapping[str, Any]) -> None:
        team_places.join(actor=actor, said=event["words"], **self._where(event))

    def _take(self, actor: Actor, event: Mapping[str, Any]) -> None:
        where = self._where(event)
        connectors.volunteer(actor=actor, discipline=event["discipline"], **where)

    def _connector(self, actor: Actor, event: Mapping[str, Any]) -> None:
        asked = connectors.ask(
            actor=actor,
            discipline=event["discipline"],
            member=self._member(event["who"]).uuid,
            said=event.get("words", ""),
            **self._where(event),
        )
        other = actor_of(self.people[event["who"]])
        with scope.acting(other):
            connectors.accept(actor=other, network=self.network, ask=asked.uuid)

    def _number(self, actor: Actor, event: Mapping[str, Any]) -> None:
        team = self.made[event["team"]]
        held = Connector.objects.get(team=team, discipline=event["discipline"], until_on=None)
        other = event.get("substitute")
        connectors.describe(
            actor=actor,
            network=self.network,
            connector=held.uuid,
            phone_shown=True,
            phone=event.get("phone", ""),
            substitute=self._member(other).uuid if other else None,
        )

    def _line(self, actor: Actor, event: Mapping[str, Any]) -> None:
        said = {name: event[name] for name in ("to_whom", "how", "often")}
        teams.say_line(actor=actor, **said, **self._where(event))

    def _where(self, event: Mapping[str, Any]) -> dict[str, Any]:
        return {"network": self.network, "team": self.made[event["team"]].uuid}

    def _member(self, key: str) -> Membership:
        now = within(clock.today())
        return Membership.objects.get(now, network=self.network, person=self.people[key])

    def _past(self, days_ago: int | None) -> Any:
        return None if days_ago is None else self.today - timedelta(days=days_ago)

    def _ahead(self, days: int | None) -> Any:
        return None if days is None else self.today + timedelta(days=days)
