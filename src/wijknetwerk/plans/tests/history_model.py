"""What stands beside a random history of a plan: a model that knows nothing of tables, of who is a
member for which party, who is in the circle, what was said yes to, who may decide, until when."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import DomainError
from wijknetwerk.networks.models import Membership
from wijknetwerk.plans import access
from wijknetwerk.plans.models import CircleMember, Representative, ResidentPlan
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.privacy.purposes import PartyKind

READERS = ("bas", "els", "lena", "dewi", "priya")
ROLES = {"bas": "carer", "els": "professional", "lena": "case_lead", "dewi": "volunteer"}
CARE = ("professional", "case_lead", "client_supporter")
COMES = ("professional", "case_lead")
CHOICES = (ALL, tuple(part for part in ALL if part != Part.MONEY), (Part.WORDS, Part.CIRCLE))


@dataclass
class Ground:
    """What stands before each history."""

    plan: ResidentPlan
    parties: dict[str, Any]
    """Organisations and their partnership: wijkzorg, welzijn."""


@dataclass
class Seat:
    """Somebody's membership, in the model."""

    party: str | None
    number: int


@dataclass
class InCircle:
    """A place in the circle: by which membership, as what, for which party."""

    seat: int
    role: str
    party: str | None
    row: CircleMember
    news: bool = False


@dataclass
class Given:
    """A yes: to a person, to the team, or to a party; until when. `thing`: to that only."""

    kind: PartyKind
    party: str
    care: bool
    parts: tuple[Part, ...]
    until: int
    thing: str = ""


@dataclass
class Speaks:
    """A representative whose proof may have been seen."""

    seat: int
    who: str
    kind: str
    parts: tuple[Part, ...]
    until: int
    row: Representative
    seen: bool = False


@dataclass
class Model:
    """What should be so."""

    cast: Cast
    ground: Ground
    chance: random.Random
    seats: dict[str, Seat] = field(default_factory=dict)
    circle: dict[str, InCircle] = field(default_factory=dict)
    yeses: list[Given] = field(default_factory=list)
    speaks: list[Speaks] = field(default_factory=list)
    looks: list[tuple[int, int, str]] = field(default_factory=list)
    queued: list[tuple[Part, str]] = field(default_factory=list)
    told: list[tuple[str, UUID, str]] = field(default_factory=list)
    """Queued jobs about one thing: its kind, its uuid, who did it."""
    closed: set[str] = field(default_factory=set)
    """Whose account is closed."""
    partners: dict[str, bool] = field(default_factory=dict)
    open: bool = True
    stopped: bool = False
    hour: int = 0
    count: int = 0

    def __post_init__(self) -> None:
        self.plan = self.ground.plan
        self.seats = {name: Seat(None, n) for n, name in enumerate(READERS)}
        self.seats["els"].party = "wijkzorg"
        self.seats["lena"].party = "welzijn"
        self.count = len(self.seats)
        self.partners = {"wijkzorg": True, "welzijn": True}

    # What the model says --------------------------------------------------------------------

    def reads(self, name: str) -> set[Part]:
        """The parts that this person may read now."""
        if name == "amina":
            return set(ALL)
        seat = self.seats.get(name)
        found: set[Part] = set().union(*self.by_scope(name))
        if seat is None or self.stopped or self.learns(name) or name in self.closed:
            return set()
        if self.open:
            found |= self.by_circle(name) | self.by_emergency(seat)
        return found

    @staticmethod
    def learns(name: str) -> bool:
        """Lena learns, so no plan opens for her, whatever is said yes to."""
        return name == "lena"

    def holds(self, name: str) -> InCircle | None:
        """Their place, if it holds: by the membership of then, for a party that still fits."""
        place, seat = self.circle.get(name), self.seats.get(name)
        shut = self.stopped or not self.open or self.learns(name) or name in self.closed
        if shut or place is None or seat is None or place.seat != seat.number:
            return None
        fits = place.party is None or (place.party == seat.party and self.partners[place.party])
        return place if fits else None

    def by_circle(self, name: str) -> set[Part]:
        """What the circle and the yeses open."""
        place = self.holds(name)
        if place is None:
            return set()
        care = place.role in CARE
        return {
            part
            for yes in self.yeses
            if yes.care is care and self.hour < yes.until and self.is_for(yes, name, place)
            for part in yes.parts
        }

    def by_scope(self, name: str) -> list[set[Part]]:
        """What somebody may decide about, by each that counts now."""
        seat = self.seats.get(name)
        if seat is None or self.stopped or self.learns(name) or name in self.closed:
            return []
        return [
            set(one.parts) & ({Part.MONEY} if one.kind == "bewindvoerder" else set(ALL))
            for one in self.speaks
            if one.seen and one.seat == seat.number and self.hour < one.until
        ]

    def things(self, name: str) -> set[str]:
        """The single things that a yes to this person names."""
        if self.holds(name) is None:
            return set()
        mine = [y for y in self.yeses if y.thing and y.party == name and self.hour < y.until]
        return {yes.thing for yes in mine}

    def opens(self, name: str) -> bool:
        """Whether the plan opens at all."""
        return bool(self.reads(name) or self.things(name))

    def decides(self, name: str, part: Part) -> bool:
        """The resident, or who may decide about this part."""
        return name == "amina" or any(part in covers for covers in self.by_scope(name))

    def writes(self, name: str, part: Part) -> bool:
        """Whether somebody may write a part now; nobody writes in an emergency."""
        by_circle = name != "amina" and part in self.by_circle(name)
        return self.open and not self.stopped and (self.decides(name, part) or by_circle)

    @staticmethod
    def is_for(yes: Given, name: str, place: InCircle) -> bool:
        """Whether a yes is for this person in this place."""
        if yes.kind == PartyKind.TEAM:
            return place.role in COMES
        return yes.party == (name if yes.kind == PartyKind.PERSON else place.party)

    def by_emergency(self, seat: Seat) -> set[Part]:
        """Circle and agreements, for four hours, while one works for that party."""
        runs = any(
            number == seat.number
            and self.hour < until
            and seat.party == party
            and self.partners[party]
            for number, until, party in self.looks
        )
        return {Part.CIRCLE, Part.AGREEMENTS} if runs else set()

    # The acts ---------------------------------------------------------------------------------

    @property
    def now(self) -> Any:
        """The instant of this history."""
        return NOW + timedelta(hours=self.hour)

    def act(self, name: str, expected: bool, do: Any) -> Any:
        """Do it for real; it must succeed exactly when the model says so."""
        actor = self.cast.actor(name)
        try:
            with scope.acting(actor):
                made = do(actor)
        except DomainError as error:
            if expected:
                raise AssertionError(f"refused though allowed: {error.code}") from error
            return None
        assert expected, "done though it should be refused"
        return made

    def hand(self, actor: Any) -> access.Hand:
        """The plan in the hand of who acts."""
        return access.plan_for(actor, self.plan.uuid)

    def no_reader(self, name: str) -> None:
        """Somebody left the circle: what they were a reader of is told by `history_things`."""

    def anew(self) -> None:
        """Another plan, with nothing in it."""

    def work_on_things(self) -> None:
        """The worker tells of single things."""

    def anybody(self) -> str:
        """Mostly the nurse and the son."""
        return self.chance.choice(("els", "els", "bas", "bas", *READERS))

    def row_of(self, name: str) -> Membership:
        """The newest membership of somebody."""
        with scope.acting(SYSTEM):
            rows = Membership.objects.filter(network=self.cast.linde, person=self.cast.people[name])
            return rows.order_by("-pk")[0]
