"""Amina's plan, by the real services, and beside it a model that knows nothing of tables: who is a
member for which party, who is in the circle, what was said yes to, who may decide, until when."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError
from wijknetwerk.networks.models import Membership, Network, Organisation, Partner
from wijknetwerk.networks.services import leaving
from wijknetwerk.plans import access
from wijknetwerk.plans.models import CircleMember, PlanSettings, Representative, ResidentPlan
from wijknetwerk.plans.parts import ALL, EMERGENCY, Part
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import circle, emergency, news, plans, representatives, sharing
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.privacy.purposes import Deed, PartyKind

READERS = ("bas", "els", "lena", "dewi", "priya")
ROLES = {"bas": "family", "els": "professional", "lena": "case_lead", "dewi": "volunteer"}
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
    """A yes: to a person, to the team, or to a party; until when."""

    kind: PartyKind
    party: str
    care: bool
    parts: tuple[Part, ...]
    until: int


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
class History:
    """The model, and the acts that change both."""

    cast: Cast
    ground: Ground
    chance: random.Random
    seats: dict[str, Seat] = field(default_factory=dict)
    circle: dict[str, InCircle] = field(default_factory=dict)
    yeses: list[Given] = field(default_factory=list)
    speaks: list[Speaks] = field(default_factory=list)
    looks: list[tuple[int, int, str]] = field(default_factory=list)
    queued: list[tuple[Part, str]] = field(default_factory=list)
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
        if seat is None or self.stopped or self.learns(name):
            return set()
        found: set[Part] = set()
        for one in self.speaks:
            if one.seen and one.seat == seat.number and self.hour < one.until:
                money = {Part.MONEY} if one.kind == "bewindvoerder" else set(ALL)
                found |= set(one.parts) & money
        if self.open:
            found |= self.by_circle(name, seat) | self.by_emergency(seat)
        return found

    @staticmethod
    def learns(name: str) -> bool:
        """Lena learns, so no plan opens for her, whatever is said yes to."""
        return name == "lena"

    def by_circle(self, name: str, seat: Seat) -> set[Part]:
        """What the circle and the yeses open."""
        place = self.circle.get(name)
        if place is None or place.seat != seat.number:
            return set()
        if place.party is not None and (
            place.party != seat.party or not self.partners[place.party]
        ):
            return set()
        care = place.role in CARE
        return {
            part
            for yes in self.yeses
            if yes.care is care and self.hour < yes.until and self.is_for(yes, name, place)
            for part in yes.parts
        }

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

    def anybody(self) -> str:
        """Mostly the nurse and the son."""
        return self.chance.choice(("els", "els", "bas", "bas", *READERS))

    def put(self) -> None:
        """Amina puts somebody in her circle."""
        name = self.anybody()
        role = self.chance.choice((ROLES.get(name, "carer"), "client_supporter"))
        seat = self.seats.get(name)
        fits = seat is not None and (seat.party is not None or role not in COMES)
        lead = role == "case_lead" and any(p.role == role for p in self.circle.values())
        expected = self.open and fits and name not in self.circle and not lead
        member = self.row_of(name)

        def do(actor: Any) -> CircleMember:
            return circle.add(hand=self.hand(actor), member=member.uuid, role=role)

        if (row := self.act("amina", expected, do)) and seat is not None:
            party = seat.party if role in CARE else None
            self.circle[name] = InCircle(seat.number, role, party, row)

    def take_out(self) -> None:
        """Amina takes somebody out, or they leave."""
        if not self.circle:
            return
        name = self.chance.choice(sorted(self.circle))
        place = self.circle[name].row.uuid
        if self.chance.random() < 0.5:
            self.act(name, True, lambda actor: circle.leave(actor=actor, place=place) or True)
        else:

            def out(actor: Any) -> bool:
                circle.take_out(hand=self.hand(actor), place=place)
                return True

            self.act("amina", True, out)
        self.out(name)

    def out(self, name: str) -> None:
        """The model: no place any more, and no yes that names this person."""
        self.circle.pop(name, None)
        self.yeses = [y for y in self.yeses if (y.kind, y.party) != (PartyKind.PERSON, name)]

    def share(self) -> None:
        """Amina, or who may decide for her, shares with a person, a party or the team."""
        if not self.circle:
            return
        name = self.chance.choice(sorted(self.circle))
        place = self.circle[name]
        kind = self.chance.choice(
            (PartyKind.PERSON, PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.TEAM)
        )
        parts = self.chance.choice(CHOICES)
        days = self.chance.choice((1, 30, 360))
        named = kind != PartyKind.ORGANISATION or place.party is not None

        def do(actor: Any) -> Any:
            return sharing.give(
                hand=self.hand(actor),
                kind=kind,
                place=None if kind == PartyKind.TEAM else place.row.uuid,
                chosen=Sharing(parts),
                terms=Terms(lasts=timedelta(days=days)),
            )

        if self.act("amina", self.open and named, do):
            party = self.party_of(kind, name)
            self.ends(kind, party)
            care = kind != PartyKind.PERSON or place.role in CARE
            self.yeses.append(Given(kind, party, care, parts, self.hour + days * 24))

    def party_of(self, kind: PartyKind, name: str) -> str:
        """To whom, in the model's words."""
        if kind == PartyKind.TEAM:
            return "team"
        return name if kind == PartyKind.PERSON else str(self.circle[name].party)

    def ends(self, kind: PartyKind, party: str) -> None:
        """The model: what this party had is over."""
        self.yeses = [y for y in self.yeses if (y.kind, y.party) != (kind, party)]

    def stop(self) -> None:
        """Amina stops what somebody sees."""
        named = [y for y in self.yeses if y.kind == PartyKind.PERSON and y.party in self.circle]
        if not named:
            return
        name = self.chance.choice(named).party
        place = self.circle[name].row.uuid

        def do(actor: Any) -> int:
            return sharing.stop(hand=self.hand(actor), kind=PartyKind.PERSON, place=place) + 1

        self.act("amina", True, do)
        self.ends(PartyKind.PERSON, name)

    def leave(self) -> None:
        """Somebody leaves the network."""
        name = self.anybody()
        seat = self.seats.pop(name, None)
        if seat is None:
            return
        actor = self.cast.actor(name)
        with scope.acting(actor):
            leaving.leave(actor=actor, network=self.cast.linde)
        self.out(name)
        self.speaks = [one for one in self.speaks if one.seat != seat.number]

    def comes_back(self) -> None:
        """Somebody who left takes part again, for no party."""
        gone = sorted(set(READERS) - set(self.seats))
        if not gone:
            return
        name = self.chance.choice(gone)
        with scope.acting(SYSTEM):
            Membership.objects.create(
                network=self.cast.linde, person=self.cast.people[name], from_on=clock.today()
            )
        self.count += 1
        self.seats[name] = Seat(None, self.count)

    def works_elsewhere(self) -> None:
        """The nurse goes to work for another party, or back."""
        seat = self.seats.get("els")
        if seat is None:
            return
        seat.party = "welzijn" if seat.party == "wijkzorg" else "wijkzorg"
        organisation, partner = self.ground.parties[seat.party]
        with scope.acting(SYSTEM):
            rows = Membership.objects.filter(pk=self.row_of("els").pk)
            rows.update(organisation=organisation, partner=partner)

    def party_ends(self) -> None:
        """A party takes part no more, or again."""
        name = self.chance.choice(("wijkzorg", "welzijn"))
        self.partners[name] = not self.partners[name]
        until = None if self.partners[name] else clock.today()
        with scope.acting(SYSTEM):
            Partner.objects.filter(pk=self.ground.parties[name][1].pk).update(until_on=until)

    def speaks_for(self) -> None:
        """Somebody is noted as representative; mostly the privacy officer sees the proof."""
        name = self.chance.choice(("bas", "dewi"))
        seat = self.seats.get(name)
        kind = self.chance.choice(("mentor", "bewindvoerder", "child"))
        parts = self.chance.choice(CHOICES)
        days = self.chance.choice((1, 60))
        member = self.row_of(name).uuid
        claim = representatives.Claim(
            member, kind, parts, until_on=clock.today() + timedelta(days=days)
        )

        def do(actor: Any) -> Representative:
            return representatives.note(hand=self.hand(actor), claim=claim)

        row = self.act("amina", seat is not None, do)
        if row is None or seat is None:
            return
        midnight = self.hour - (self.hour + 10) % 24 + days * 24
        kept = (Part.MONEY,) if kind == "bewindvoerder" else parts
        one = Speaks(seat.number, name, kind, kept, midnight, row)
        self.speaks.append(one)
        if self.chance.random() < 0.8:
            officer = "priya" in self.seats and not self.lost_role
            linde = self.cast.linde

            def see(actor: Any) -> bool:
                representatives.see_proof(actor=actor, network=linde, uuid=row.uuid)
                return True

            one.seen = bool(self.act("priya", officer, see))

    @property
    def lost_role(self) -> bool:
        """Who left and came back holds no role any more."""
        seat = self.seats.get("priya")
        return seat is None or seat.number >= len(READERS)

    def speaks_no_more(self) -> None:
        """The representative stops, or Amina ends it."""
        if not self.speaks:
            return
        one = self.chance.choice(self.speaks)
        with scope.acting(SYSTEM):
            representatives.finish(SYSTEM, Representative.objects.get(pk=one.row.pk))
        self.speaks.remove(one)

    def emergency(self) -> None:
        """The nurse looks in an emergency."""
        seat = self.seats.get("els")
        network = self.cast.linde
        why = emergency.Why("danger", "Zij doet niet open en het licht brandt.")
        resident = self.cast.members["amina"].uuid
        officer = not self.lost_role and "priya" not in self.circle
        outside = officer and not any(one.who == "priya" for one in self.speaks)
        nurse = seat is not None and seat.number < len(READERS) and seat.party is not None

        def do(actor: Any) -> Any:
            return emergency.open_look(actor=actor, network=network, resident=resident, why=why)

        needs = not self.reads("els") >= EMERGENCY  # else it would open nothing more
        if self.act("els", nurse and self.open and outside and needs, do) and seat is not None:
            self.looks.append((seat.number, self.hour + 4, str(seat.party)))

    def close(self) -> None:
        """Amina closes the plan, or begins anew where it is closed: then it opens for nobody."""
        if self.chance.random() < 0.6:
            return
        if self.open:
            self.act(
                "amina",
                True,
                lambda actor: plans.close(hand=self.hand(actor), words="Klaar", taken="taken"),
            )
        else:
            linde = self.cast.linde
            made = self.act("amina", True, lambda a: plans.begin(actor=a, network=linde))
            self.plan = made
        self.open = not self.open
        self.circle, self.yeses, self.looks, self.queued = {}, [], [], []

    def write(self) -> None:
        """Somebody wrote something: a job is queued to tell who may read it."""
        if self.open:
            self.queued.append((self.chance.choice(ALL), self.chance.choice(("amina", "bas"))))

    def work(self) -> None:
        """The worker does what was queued, as access is now."""
        for part, writer in self.queued:
            but = str(self.cast.people[writer].uuid)
            told = {"plan": str(self.plan.uuid), "part": part.value, "but": but}
            with scope.acting(SYSTEM):
                news.something_new(actor=SYSTEM, **told)
            for name, place in self.circle.items():
                if name != writer and part in self.reads(name):
                    place.news = True
        self.queued = []
        with scope.acting(SYSTEM):
            rows = CircleMember.objects.filter(plan=self.plan, state="in", news_at__isnull=False)
            assert {row.pk for row in rows} == {p.row.pk for p in self.circle.values() if p.news}

    def time_passes(self) -> None:
        """An hour, or days."""
        self.hour += self.chance.choice((1, 5, 26, 24 * 31))

    def row_of(self, name: str) -> Membership:
        """The newest membership of somebody."""
        with scope.acting(SYSTEM):
            rows = Membership.objects.filter(network=self.cast.linde, person=self.cast.people[name])
            return rows.order_by("-pk")[0]


LIKELY = ("put", "put", "put", "share", "share", "share", "share")
STEPS = (
    *LIKELY,
    *("take_out", "stop", "leave", "comes_back", "works_elsewhere", "party_ends", "speaks_for"),
    *("speaks_for", "speaks_no_more", "emergency", "close", "write", "work", "time_passes"),
)


def laid(cast: Cast) -> Ground:
    """The plan, a second party, and break-glass switched on; made once."""
    with scope.acting(SYSTEM):
        wijkzorg = Organisation.objects.get()
        welzijn = Organisation.objects.create(name="Welzijn", kind="welfare")
        second = Partner.objects.create(network=cast.linde, organisation=welzijn, from_on=TODAY)
        Membership.objects.filter(pk=cast.members["lena"].pk).update(
            organisation=welzijn, partner=second
        )
        PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    actor = cast.actor("amina")
    with scope.acting(actor):
        plan = plans.begin(actor=actor, network=cast.linde)
    first = (wijkzorg, cast_partner(wijkzorg))
    return Ground(plan, {"wijkzorg": first, "welzijn": (welzijn, second)})


def cast_partner(organisation: Organisation) -> Partner:
    """The partnership of a party of the cast."""
    with scope.acting(SYSTEM):
        return Partner.objects.get(organisation=organisation)


def stop_network(network: Network) -> None:
    """As the day on which it stops marks it."""
    Network.objects.filter(pk=network.pk).update(stopped_on=TODAY)


__all__ = ["READERS", "STEPS", "Deed", "Ground", "History", "laid", "stop_network"]
