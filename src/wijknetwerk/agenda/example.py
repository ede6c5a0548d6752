"""The agenda of the example networks, as their members would have made it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.agenda.access import Reader
from wijknetwerk.agenda.models import Event, Place
from wijknetwerk.agenda.selectors.people import coming_to
from wijknetwerk.agenda.services import (
    attendance,
    events,
    notes,
    pages,
    places,
    reminders,
    series,
    sign_ups,
)
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import standings_of
from wijknetwerk.networks.example_network import LOADER, loaded
from wijknetwerk.networks.people import members_now

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

FOLDER = Path(__file__).resolve().parent / "example"
_SAID = ("kind", "title", "about", "elsewhere", "part_of", "costs", "phone")
_MORE = ("is_public", "takes_sign_ups", "room")


def load_all() -> None:
    """The agenda of every example network that stands in the database and has none yet."""
    with scope.acting(LOADER):
        for network, people in loaded().values():
            path = FOLDER / f"{network.slug}.toml"
            if not path.exists() or Place.objects.filter(network=network).exists():
                continue
            told = tomllib.loads(path.read_text(encoding="utf-8"))
            _Story(network, people).tell(told)
        reminders.fill_all()


@dataclass
class _Story:
    """What happened in one network, while it is being told."""

    network: "Network"
    people: Mapping[str, "Person"]
    today: date = field(default_factory=clock.today)
    made: dict[str, UUID] = field(default_factory=dict)

    def tell(self, told: Mapping[str, Any]) -> None:
        """Places first, then series, then events with what came of them."""
        for row in told.get("places", ()):
            said = {name: row[name] for name in places.NAMES if name in row}
            with self._as(row["by"], told.get("since", -60)) as actor:
                made = places.make(actor=actor, network=self.network, said=places.PlaceSaid(**said))
            self.made[row["key"]] = made.uuid
        for row in told.get("series", ()):
            with self._as(row["by"], row["first"] - 3) as actor:
                again = series.Again(
                    row["rhythm"], self._day(row), _clock(row["starts"]), _clock(row["ends"])
                )
                series.start(actor=actor, network=self.network, said=self._said(row), again=again)
        for row in told.get("events", ()):
            self._event(row)

    def _event(self, row: Mapping[str, Any]) -> None:
        day = self._day(row)
        when = events.When(day, _clock(row["starts"]), _clock(row["ends"]))
        planned = min((day - self.today).days, 0) - row.get("planned", 20)
        with self._as(row["by"], planned) as actor:
            made = events.plan(actor=actor, network=self.network, said=self._said(row), when=when)
        for one in row.get("sign_ups", ()):
            self._sign_up(made, one, row["by"], planned + 3)
        if "came" in row:
            self._afterwards(made, row, (day - self.today).days + 1)

    def _sign_up(self, event: Event, row: Mapping[str, Any], by: str, day: int) -> None:
        brings = row.get("brings", 0)
        with self._as(row.get("who", by), day) as actor:
            if "who" in row:
                reader = Reader(actor, self.network, is_member=True)
                sign_ups.sign_up(reader=reader, event=event.uuid, brings=brings)
                return
            guest = sign_ups.Guest(row["name"], row.get("phone", ""), brings=brings)
            sign_ups.note_guest(actor=actor, network=self.network, event=event.uuid, guest=guest)

    def _afterwards(self, event: Event, row: Mapping[str, Any], day: int) -> None:
        came, told = row["came"], row["page"]
        with self._as(row["by"], day) as actor:
            where: dict[str, Any] = {
                "actor": actor,
                "network": self.network,
                "event": event.uuid,
            }
            ids = {one.person_id: one.uuid for one in members_now(self.network.pk)}
            members = [ids[self.people[key].pk] for key in came["members"]]
            guests = [one.uuid for one in coming_to(event) if one.member is None]
            names = [(name, "") for name in came["names"]]
            filled = attendance.Came(members, guests, (), names, came["unnamed"])
            attendance.fill_in(**where, came=filled)
            for one in row["notes"]:
                self._note(where, one, ids)
            pages.write(**where, **told, read_at=None)
            pages.publish(**where)

    def _note(self, where: dict[str, Any], row: Mapping[str, Any], ids: dict[int, UUID]) -> None:
        owner = ids[self.people[row["owner"]].pk] if "owner" in row else None
        by_on = self.today + timedelta(days=row["by"]) if "by" in row else None
        taker = row.get("taker", "")
        noted = notes.Noted(row["table"], row["said"], owner, taker, by_on)
        notes.note(**where, noted=noted)

    def _said(self, row: Mapping[str, Any]) -> events.Said:
        said = {name: row[name] for name in (*_SAID, *_MORE) if name in row}
        return events.Said(**said, place=self.made.get(row.get("place", "")))

    def _day(self, row: Mapping[str, Any]) -> date:
        """So many days from today, on the next such weekday (Monday is 1)."""
        day = self.today + timedelta(days=row["first"])
        return day + timedelta(days=(row["weekday"] - day.isoweekday()) % 7)

    def _as(self, key: str, days: int) -> "_Then":
        """Somebody on a day, or on the first on which they took part."""
        person = self.people[key]
        since = [one.since for one in standings_of(person.pk) if one.network_id == self.network.pk]
        return _Then(person, max([self.today + timedelta(days=days), *since]))


class _Then:
    """Somebody, on the morning of a day, with their own scope in force."""

    def __init__(self, person: "Person", day: date) -> None:
        moment = datetime.combine(day, time(9), tzinfo=UTC)
        self._clock, self._person = clock.frozen(min(moment, clock.now())), person

    def __enter__(self) -> Actor:
        self._clock.__enter__()
        actor = actor_of(self._person)
        self._scope = scope.acting(actor)
        self._scope.__enter__()
        return actor

    def __exit__(self, *error: Any) -> None:
        self._scope.__exit__(*error)
        self._clock.__exit__(*error)


def _clock(text: str) -> time:
    return time.fromisoformat(text)
