"""One plan of the example while it is told: begun, its words, its circle. What happened with it
afterwards stands in `example_acts`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.plans import access, presets
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.services import circle, plans, sharing, words
from wijknetwerk.plans.services.plans import First
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.privacy.purposes import Given, PartyKind

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

Told = Mapping[str, Any]


@dataclass
class Place:
    """One network and its people."""

    network: Any
    people: Mapping[str, "Person"]
    members: Mapping[str, UUID | None]
    today: date = field(default_factory=clock.today)
    session: UUID | None = None
    acted: tuple[int, str, Actor] | None = None
    """Who did something last, and on which day."""

    def on(self, ago: int, by: str, act: Callable[[Actor], Any]) -> Any:
        """Let somebody do something so many days ago; today's things happened just now."""
        moment = min(self.at(-ago, 9), clock.now())
        with clock.frozen(moment):
            if self.acted is None or self.acted[:2] != (ago, by):
                actor = actor_of(self.people[by], second_factor_at=moment)
                self.acted = (ago, by, actor)
            with scope.acting(self.acted[2]):
                return act(self.acted[2])

    def at(self, ahead: int, hour: int) -> datetime:
        """An hour of a day, counted from today."""
        return datetime.combine(self.day(ahead), time(hour), tzinfo=clock.AMSTERDAM)

    def day(self, ahead: int) -> date:
        """A day, counted from today."""
        return self.today + timedelta(days=ahead)

    def member(self, key: str) -> UUID:
        """The membership of somebody, by key."""
        found = self.members[key]
        if found is None:
            raise KeyError(key)
        return found


@dataclass
class Story:
    """A plan; `made` keeps what later acts name by a key."""

    at: Place
    plan: Any = None
    resident: str = ""
    """Who speaks: the resident, or who was there first for one who can't sign in."""
    places: dict[str, UUID] = field(default_factory=dict)
    made: dict[str, UUID] = field(default_factory=dict)
    held: tuple[int, str, Hand] | None = None
    """The plan in the hand of who did something last; each service asks all gates anew."""

    def begin(self, row: Told) -> None:
        """Begin the plan, with its first words and who came into the circle at once."""
        self.resident = row["resident"]
        if "witness" in row:
            self._begin_with(row)
        else:
            self.plan = self.at.on(
                row["ago"],
                self.resident,
                lambda actor: plans.begin(actor=actor, network=self.at.network),
            )
        for thing, text, *more in row["words"]:
            self.write(row["ago"], self.resident, thing, text, *more)
        for one in row.get("circle", ()):
            self.place(row["ago"], self.resident, one)

    def _begin_with(self, row: Told) -> None:
        first = row["first"]
        chosen = presets.sharing(Preset(first["sees"]))
        begun = First(self.at.member(first["who"]), first["role"], first["relation"], chosen)
        self.plan = self.at.on(
            row["ago"],
            row["witness"],
            lambda actor: plans.begin_with(
                actor=actor,
                network=self.at.network,
                resident=self.at.member(self.resident),
                how="spoken",
                first=begun,
            ),
        )
        self.resident = first["who"]
        place = CircleMember.objects.get(plan=self.plan)
        self.places[first["who"]] = place.uuid

    def does(self, ago: int, by: str, act: Callable[..., Any], **fields: Any) -> Any:
        """An act of a service on this plan, in the hand of who does it."""

        def do(actor: Actor) -> Any:
            if self.held is None or self.held[:2] != (ago, by):
                self.held = (ago, by, access.plan_for(actor, self.plan.uuid))
            return act(hand=self.held[2], **fields)

        return self.at.on(ago, by, do)

    def write(self, ago: int, by: str, thing: str, text: str, more: Told | None = None) -> None:
        """A line in own words, kept by its key and as the newest of its kind."""
        fields = dict(more or {})
        key = fields.pop("key", thing)
        if thing == "goal":
            fields["look_back_on"] = self.at.day(fields.pop("back", 60))
        line = self.does(ago, by, words.write, thing=thing, said=words.Said(text, **fields))
        self.made[key] = line.uuid

    def place(self, ago: int, by: str, row: Told) -> None:
        """Somebody in the circle: a member, or only a name to call."""
        fields = {"role": row["role"], "relation": row.get("relation", "")}
        if "name" in row:
            called = {"name": row["name"], "phone": row.get("phone", "")}
            self.does(ago, by, circle.add_by_name, **called, **fields)
            return
        member = self.at.member(row["who"])
        self.places[row["who"]] = self.does(ago, by, circle.add, member=member, **fields).uuid
        if row.get("contact"):
            self.does(ago, by, circle.appoint, place=self.places[row["who"]])
        if "sees" in row:
            self.share(ago, by, row)

    def share(self, ago: int, by: str, row: Told) -> None:
        """What a person, the people of a party or the whole team sees from now on."""
        kind = PartyKind(row.get("kind", "person"))
        self.does(
            ago,
            by,
            sharing.give,
            kind=kind,
            place=None if kind == PartyKind.TEAM else self.places[row["who"]],
            chosen=presets.sharing(Preset(row["sees"])),
            terms=Terms(how=Given(row.get("how", "in_app"))),
        )
