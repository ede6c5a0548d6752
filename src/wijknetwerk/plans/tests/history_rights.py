"""What happens in a random history to who may decide, to looks in an emergency, to the plan itself,
and to what was queued."""

from datetime import timedelta
from typing import Any

from tests.cast import SYSTEM
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import Network
from wijknetwerk.plans.models import CircleMember, Representative
from wijknetwerk.plans.parts import ALL, EMERGENCY, Part
from wijknetwerk.plans.services import emergency, news, plans, representatives
from wijknetwerk.plans.tests.history_model import CHOICES, READERS, Model, Speaks


class RightActs(Model):
    """Noted, seen, ended; looked, closed, begun anew; queued and done."""

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

        row = self.act("amina", self.open and seat is not None, do)
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
            self.anew()
        self.open = not self.open
        self.circle, self.yeses, self.looks = {}, [], []
        self.queued, self.told = [], []

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
        self.work_on_things()
        with scope.acting(SYSTEM):
            rows = CircleMember.objects.filter(plan=self.plan, state="in", news_at__isnull=False)
            assert {row.pk for row in rows} == {p.row.pk for p in self.circle.values() if p.news}

    def network_stops(self) -> None:
        """Nothing of it opens for anybody but the resident."""
        Network.objects.filter(pk=self.cast.linde.pk).update(stopped_on=clock.today())
        self.stopped = True

    def account_closes(self) -> None:
        """Somebody's account is closed; their membership stands."""
        name = self.anybody()
        person = self.cast.people[name]
        type(person).objects.filter(pk=person.pk).update(is_active=False)
        person.is_active = False
        self.closed.add(name)

    def time_passes(self) -> None:
        """An hour, or days."""
        self.hour += self.chance.choice((1, 5, 26, 24 * 31))
