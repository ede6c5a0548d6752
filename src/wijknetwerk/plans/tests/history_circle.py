"""What happens in a random history to the circle, to who sees what, and to memberships."""

from datetime import timedelta
from typing import Any

from tests.cast import SYSTEM
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import Membership, Partner
from wijknetwerk.networks.services import leaving
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import circle, sharing
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.plans.tests.history_model import (
    CARE,
    CHOICES,
    COMES,
    READERS,
    ROLES,
    Given,
    InCircle,
    Model,
    Seat,
)
from wijknetwerk.privacy.purposes import PartyKind


class CircleActs(Model):
    """In, out, shared, stopped; left, back, at another party."""

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
        self.no_reader(name)
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
