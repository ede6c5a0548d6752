"""A small model of networks, and the same steps done by the real services.

The model knows who takes part in what with which roles, and nothing of tables. Each step says what
the model expects (done or refused), does it in both, and the two must agree.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.cast import NOW, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError
from wijknetwerk.networks import access
from wijknetwerk.networks.models import JoinRequest, Membership, MembershipRole
from wijknetwerk.networks.services import handover, invitations, joining, leaving, letters, roles

PEOPLE = ("dewi", "joost", "amina", "sam", "otto", "farid")
ROLES = ("coordinator", "administrator", "village_supporter", "board")
LEADERS = {"coordinator", "administrator"}
DESK = LEADERS | {"village_supporter"}
NETS = ("linde", "oosterpoort")


@dataclass
class Asked:
    """An invitation or handover of the model, with the row that it stands for."""

    net: str
    role: str
    row: Any
    secret: str = ""
    whom: str = ""
    by: str = ""
    open: bool = True


@dataclass
class History:
    """The model, and the real thing beside it."""

    cast: Cast
    roles: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    ever: dict[str, set[str]] = field(default_factory=dict)
    invited: list[Asked] = field(default_factory=list)
    handed: list[Asked] = field(default_factory=list)
    waiting: dict[tuple[str, str], JoinRequest] = field(default_factory=dict)
    day: int = 0
    tries: int = 0

    def __post_init__(self) -> None:
        self.roles = {
            ("linde", "dewi"): {"coordinator"},
            ("linde", "joost"): {"village_supporter"},
            ("linde", "amina"): set(),
            ("oosterpoort", "farid"): {"coordinator"},
        }
        self.ever = {"linde": set(self.cast.members) - {"farid"}, "oosterpoort": {"farid"}}

    def network(self, net: str) -> Any:
        """The real network."""
        return getattr(self.cast, net)

    def actor(self, name: str) -> Actor:
        """A person as they stand now."""
        return self.cast.actor(name)

    def holds(self, net: str, name: str, wanted: set[str]) -> bool:
        """Whether the model gives the person one of these roles."""
        return bool(self.roles.get((net, name), set()) & wanted)

    def member(self, net: str, name: str) -> bool:
        """Whether the model counts the person as a member."""
        return (net, name) in self.roles

    def do(self, name: str, expected: bool, act: Callable[[Actor], Any]) -> Any:
        """Do it for real; it must be done exactly when the model says so."""
        actor = self.actor(name)
        try:
            with scope.acting(actor):
                made = act(actor)
        except DomainError as error:
            if expected:
                raise AssertionError(f"refused though allowed: {error.code}") from error
            return None
        assert expected, "done though it should be refused"
        return made

    def row_of(self, net: str, name: str) -> Any:
        """The newest membership of a person, or an id that nobody has."""
        with scope.acting(Actor.system("tests")):
            rows = Membership.objects.filter(
                network=self.network(net), person=self.cast.people[name]
            )
            found = rows.order_by("-pk").first()
        return found.uuid if found else uuid4()

    def joins(self, net: str, name: str, role: str = "") -> None:
        """The model: somebody takes part now."""
        self.roles.setdefault((net, name), set()).update({role} - {""})
        self.ever[net].add(name)
        self.waiting.pop((net, name), None)

    def goes(self, net: str, name: str) -> None:
        """The model: somebody takes part no more."""
        self.roles.pop((net, name), None)
        for asked in self.handed:
            if asked.net == net and name in (asked.by, asked.whom):
                asked.open = False

    # The steps. a and b choose people, c a network or a row, d a role or an answer. Two thirds of
    # the choices are likely ones, because blind ones are nearly all refused.

    def leader(self, net: str, number: int) -> str:
        """Mostly somebody who leads the network."""
        return self._likely(
            [n for w, n in self.roles if w == net and self.holds(w, n, LEADERS)], number
        )

    def deskhand(self, net: str, number: int) -> str:
        """Mostly somebody of the desk."""
        return self._likely(
            [n for w, n in self.roles if w == net and self.holds(w, n, DESK)], number
        )

    def taking_part(self, net: str, number: int) -> str:
        """Mostly a member."""
        return self._likely([name for where, name in self.roles if where == net], number)

    def holder(self, net: str, number: int, choice: int) -> tuple[str, str]:
        """Mostly somebody with a role that they hold."""
        held = [(n, r) for (w, n), all_ in self.roles.items() if w == net for r in sorted(all_)]
        if held and number < 8:
            return held[(number + choice) % len(held)]
        return PEOPLE[number % 6], ROLES[choice % 4]

    @staticmethod
    def one_of(asked: list[Asked], number: int) -> Asked:
        """Mostly one that is open."""
        still = [one for one in asked if one.open]
        return still[number % len(still)] if still and number < 8 else asked[number % len(asked)]

    def _likely(self, names: list[str], number: int) -> str:
        known = sorted(set(names))
        return known[number % len(known)] if known and number < 8 else PEOPLE[number % 6]

    def invite(self, a: int, b: int, c: int, d: int) -> None:
        """Invite somebody by mail, with or without a role."""
        net = NETS[c % 4 == 3]
        by, whom = self.deskhand(net, a), PEOPLE[b % 6]
        role = ("", "", *ROLES)[d % 6]
        may = self.holds(net, by, DESK) and (not role or self.holds(net, by, LEADERS))
        same = any(i.open and i.net == net and i.whom == whom for i in self.invited)
        expected = may and not self.member(net, whom) and not same
        wish = invitations.Wish(name=whom, email=f"{whom}@voorbeeld.example", role=role)

        def act(actor: Actor) -> tuple[Any, str]:
            made = invitations.invite(actor=actor, network=self.network(net), wish=wish)
            return made, letters.issue_link(made, invitations.LASTS)

        if made := self.do(by, expected, act):
            self.invited.append(Asked(net, role, made[0], secret=made[1], whom=whom))

    def accept(self, a: int, _b: int, c: int, d: int) -> None:
        """Say yes or no by the link; whoever holds the link may."""
        if not self.invited:
            return
        name, asked = PEOPLE[a % 6], self.one_of(self.invited, c)
        self.tries += 1

        def act(actor: Actor) -> bool:
            where = str(self.tries)
            with access.invitation_behind(asked.secret, address=where) as (invitation, _token):
                if d % 4 == 0:
                    joining.decline(actor=actor, invitation=invitation)
                else:
                    joining.accept(actor=actor, invitation=invitation)
            return True

        if self.do(name, asked.open, act):
            asked.open = False
            if d % 4:
                self.joins(asked.net, name, asked.role)

    def withdraw(self, a: int, _b: int, c: int, _d: int) -> None:
        """Take an invitation back."""
        if not self.invited:
            return
        asked = self.one_of(self.invited, c)
        name = self.deskhand(asked.net, a)
        expected = asked.open and self.holds(asked.net, name, DESK)
        net = self.network(asked.net)
        if self.do(
            name,
            expected,
            lambda actor: invitations.withdraw(actor=actor, network=net, invitation=asked.row.uuid),
        ):
            asked.open = False

    def leave(self, a: int, _b: int, c: int, _d: int) -> None:
        """Stop taking part."""
        net = NETS[c % 4 == 3]
        name = self.taking_part(net, a)
        real = self.network(net)
        if self.do(
            name, self.member(net, name), lambda actor: leaving.leave(actor=actor, network=real)
        ):
            self.goes(net, name)

    def remove(self, a: int, b: int, c: int, _d: int) -> None:
        """End somebody's membership."""
        net = NETS[c % 4 == 3]
        by, whom = self.leader(net, a), self.taking_part(net, b)
        expected = self.holds(net, by, LEADERS) and self.member(net, whom) and by != whom
        real, row = self.network(net), self.row_of(net, whom)
        if self.do(
            by,
            expected,
            lambda actor: leaving.remove(actor=actor, network=real, member=row, reason="moved"),
        ):
            self.goes(net, whom)

    def give(self, a: int, b: int, c: int, d: int) -> None:
        """Give somebody a role."""
        net, role = NETS[c % 4 == 3], ROLES[d % 4]
        by, whom = self.leader(net, a), self.taking_part(net, b)
        expected = (
            self.holds(net, by, LEADERS)
            and self.member(net, whom)
            and not self.holds(net, whom, {role})
        )
        real, row = self.network(net), self.row_of(net, whom)
        new = roles.NewRole(role, clock.today())
        if self.do(
            by,
            expected,
            lambda actor: roles.give_role(actor=actor, network=real, member=row, new=new),
        ):
            self.roles[net, whom].add(role)

    def end(self, a: int, b: int, c: int, d: int) -> None:
        """End a role, one's own or that of somebody else."""
        net = NETS[c % 4 == 3]
        whom, role = self.holder(net, b, d)
        by = self.leader(net, a)
        expected = self.holds(net, whom, {role}) and (
            self.holds(net, by, LEADERS) or (by == whom and self.member(net, by))
        )
        real = self.network(net)
        with scope.acting(Actor.system("tests")):
            rows = MembershipRole.objects.filter(
                network=real, person=self.cast.people[whom], role=role
            )
            found = rows.order_by("-pk").first()
        row = found.uuid if found else uuid4()
        if self.do(by, expected, lambda actor: roles.end_role(actor=actor, network=real, role=row)):
            self.roles[net, whom].discard(role)
            for asked in self.handed:
                if (asked.net, asked.by, asked.role) == (net, whom, role):
                    asked.open = False

    def hand_over(self, a: int, b: int, c: int, d: int) -> None:
        """Ask somebody to take a role over."""
        net = NETS[c % 4 == 3]
        by, role = self.holder(net, a, d)
        whom = self.taking_part(net, b)
        same = any(h.open and (h.net, h.by, h.role) == (net, by, role) for h in self.handed)
        expected = (
            self.holds(net, by, {role}) and self.member(net, whom) and by != whom and not same
        )
        real, to = self.network(net), self.row_of(net, whom)
        with scope.acting(Actor.system("tests")):
            rows = MembershipRole.objects.filter(
                network=real, person=self.cast.people[by], role=role
            )
            found = rows.order_by("-pk").first()
        row = found.uuid if found else uuid4()
        if made := self.do(
            by,
            expected,
            lambda actor: handover.ask(actor=actor, network=real, role=row, to=to, note=""),
        ):
            self.handed.append(Asked(net, role, made, whom=whom, by=by))

    def answer_handover(self, a: int, _b: int, c: int, d: int) -> None:
        """Accept, decline or take back."""
        if not self.handed:
            return
        asked = self.one_of(self.handed, c)
        what = ("accept", "accept", "decline", "withdraw")[d % 4]
        right = asked.by if what == "withdraw" else asked.whom
        name = right if a < 8 else (asked.by, asked.whom, PEOPLE[a % 6])[a % 3]
        expected = asked.open and name == right
        real = self.network(asked.net)
        service = getattr(handover, what)
        if self.do(
            name,
            expected,
            lambda actor: service(actor=actor, network=real, handover=asked.row.uuid),
        ):
            asked.open = False
            if what == "accept":
                self.roles[asked.net, asked.by].discard(asked.role)
                self.roles[asked.net, asked.whom].add(asked.role)

    def ask(self, a: int, _b: int, c: int, _d: int) -> None:
        """Ask by oneself to take part."""
        name, net = PEOPLE[a % 6], NETS[c % 4 == 3]

        def act(actor: Actor) -> JoinRequest:
            with access.network_to_join(actor, self.network(net).slug) as network:
                return joining.ask_to_join(actor=actor, network=network, words="")

        if made := self.do(name, not self.member(net, name), act):
            self.waiting[net, name] = made

    def answer_request(self, a: int, _b: int, c: int, d: int) -> None:
        """Say yes or no to who asked."""
        if not self.waiting:
            return
        net, whom = sorted(self.waiting)[c % len(self.waiting)]
        by, yes = self.deskhand(net, a), d % 3 > 0
        row, real = self.waiting[net, whom].uuid, self.network(net)

        def act(actor: Actor) -> bool:
            asked = access.join_request_for(actor, real, row)
            joining.answer_join_request(actor=actor, network=real, request=asked, accepted=yes)
            return True

        if self.do(by, self.holds(net, by, DESK), act):
            self.waiting.pop((net, whom))
            if yes:
                self.joins(net, whom)

    def days_pass(self, a: int, _b: int, _c: int, _d: int) -> None:
        """A night goes by, or a month, after which what was not answered has lapsed."""
        self.day += 31 if a % 3 == 0 else 1
        if a % 3 == 0:
            for asked in self.invited:
                asked.open = False

    @property
    def now(self) -> Any:
        """The instant of this history."""
        return NOW + timedelta(days=self.day)


STEPS = (
    *("invite", "invite", "accept", "accept", "accept", "withdraw", "leave", "remove", "give"),
    *("give", "end", "hand_over", "hand_over", "answer_handover", "answer_handover", "ask"),
    *("answer_request", "days_pass"),
)
