"""What is read about the people of a network. Who may ask is decided in `access`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from wijknetwerk.accounts.names import name_in
from wijknetwerk.core import clock
from wijknetwerk.networks import words
from wijknetwerk.networks.models import (
    Membership,
    MembershipRole,
    Network,
    Partner,
    RoleCode,
    within,
)
from wijknetwerk.networks.people import members_now
from wijknetwerk.networks.selectors.handovers import waiting_for
from wijknetwerk.networks.selectors.paging import Paged, paged, paged_by
from wijknetwerk.networks.selectors.statements import (
    HELD,
    NAMES_AND_ROLES,
    PRESENT,
    VACANT_IF_EMPTY,
    shown,
)

__all__ = ["last_in", "members_of", "waiting_for"]

# Roles whose last holder is warned (rule N1).
WARN_WHEN_LAST = (RoleCode.COORDINATOR, RoleCode.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of a list of members, as they stand in the address."""

    q: str = ""
    role: str = ""
    page: str = ""

    @property
    def any(self) -> bool:
        """Whether the list is narrowed."""
        return bool(self.q or self.role)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """What members see of each other: decision 0008. The phone only when its owner shows it."""

    uuid: UUID
    name: str
    roles: tuple[str, ...]
    partner: str
    discipline: str
    energies: tuple[str, ...]
    introduction: str
    phone: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A line of the administration: with contact details and since when."""

    uuid: UUID
    name: str
    roles: tuple[str, ...]
    partner: str
    email: str
    phone: str
    from_on: date


@dataclass(frozen=True, slots=True)
class Position:
    """A coordinator of now, with what all members may know: who pays, hours, how it was agreed."""

    name: str
    role: str
    from_on: date
    paid_by: str
    hours_a_week: Decimal | None
    assent_text: str


@dataclass(frozen=True, slots=True)
class MembersPage:
    """The page of members."""

    members: Paged[MemberRow]
    coordinators: list[Position]
    vacancies: list[str]

    @property
    def has_coordinator(self) -> bool:
        """Rule N1."""
        return bool(self.coordinators)


def members_of(network: Network, wanted: Wanted, names: dict[str, str]) -> MembersPage:
    """The members for each other. Two queries at any size; `names` are the network's role names."""
    found = _present(network, wanted)
    held = HELD.ask(
        len(found.rows),
        network_id=network.pk,
        today=clock.today(),
        **{f"member{place}": row.pk for place, row in enumerate(found.rows)},
    )
    roles = _by_member(held, names)
    coordinators = [_position(role, names) for role in held if role.role == RoleCode.COORDINATOR]
    filled = {role.role for role in held}
    return MembersPage(
        members=found.map(lambda row: _member_row(row, roles.get(row.pk, ()))),
        coordinators=coordinators,
        vacancies=[names[code] for code in VACANT_IF_EMPTY if code not in filled],
    )


@dataclass(frozen=True, slots=True)
class ContactsPage:
    """The administration list, with the network's own names of roles."""

    members: Paged[ContactRow]
    names: dict[str, str]


def contacts_of(network: Network, wanted: Wanted) -> ContactsPage:
    """The members with contact details, for the administration. Two queries at any size."""
    found = _present(network, wanted)
    names, held = _names_and_roles(network, [row.pk for row in found.rows])
    rows = found.map(
        lambda row: ContactRow(
            uuid=row.uuid,
            name=name_in(row, "person"),
            roles=tuple(names[code] for code in held.get(row.pk, ())),
            partner=row.organisation__name or "",
            email=row.person__email or "",
            phone=row.person__phone,
            from_on=row.from_on,
        )
    )
    return ContactsPage(rows, names)


def _names_and_roles(
    network: Network, members: list[int]
) -> tuple[dict[str, str], dict[int, list[str]]]:
    """The names of roles here and the roles of some members, in one query: this page also writes
    the log, and has eight queries in all."""
    rows = NAMES_AND_ROLES.ask(
        len(members),
        network_id=network.pk,
        today=clock.today(),
        **{f"member{place}": pk for place, pk in enumerate(members)},
    )
    names = {code: word.name for code, word in words.roles().items()}
    roles: dict[int, list[str]] = {}
    for member, role, name in rows:
        if member is None:
            names[role] = name
        else:
            roles.setdefault(member, []).append(role)
    return names, roles


def last_in(network: Network, member: Membership, role: str = "") -> list[str]:
    """The codes of the leading roles that only this member holds now (rule N1: a warning, no bar).
    With `role` only that one. One query."""
    asked = [code for code in WARN_WHEN_LAST if not role or code == role]
    holders: dict[str, set[int]] = {}
    for code, pk in held_today(network).filter(role__in=asked).values_list("role", "membership"):
        holders.setdefault(code, set()).add(pk)
    return [code for code in asked if holders.get(code) == {member.pk}]


def choices_of_members(network: Network, *, besides: int = 0) -> list[tuple[UUID, str]]:
    """Members of today besides one, for a field in which one of them is chosen."""
    return [(row.uuid, row.name) for row in members_now(network.pk) if row.pk != besides]


def held_today(network: Network) -> QuerySet[Any]:
    """Roles that people who take part hold today."""
    today = clock.today()
    return MembershipRole.objects.filter(
        within(today), within(today, "membership__"), network=network
    )


def _present(network: Network, wanted: Wanted) -> Paged[Any]:
    today = clock.today()
    if not wanted.any:
        pk = network.pk
        return paged_by(lambda at: PRESENT.ask(at, network_id=pk, today=today), wanted.page)
    rows = Membership.objects.filter(within(today), network=network)
    for word in wanted.q.split()[:5]:
        rows = rows.filter(
            Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(person__prefix__iexact=word)
            | Q(organisation__name__icontains=word)
        )
    if wanted.role in RoleCode.values:
        holding = MembershipRole.objects.filter(within(today), network=network, role=wanted.role)
        rows = rows.filter(pk__in=holding.values("membership"))
    return paged(shown(rows), wanted.page)


def _by_member(held: Iterable[Any], names: dict[str, str]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for role in held:
        found[role.membership_id] = (*found.get(role.membership_id, ()), names[role.role])
    return found


def _member_row(row: Any, roles: tuple[str, ...]) -> MemberRow:
    return MemberRow(
        uuid=row.uuid,
        name=name_in(row, "person"),
        roles=roles,
        partner=row.organisation__name or "",
        discipline=discipline_of(row),
        energies=energies_of(row),
        introduction=row.introduction,
        phone=row.person__phone if row.phone_shown else "",
    )


def _position(role: Any, names: dict[str, str]) -> Position:
    return Position(
        name=name_in(role, "person"),
        role=names[role.role],
        from_on=role.from_on,
        paid_by=role.paid_by,
        hours_a_week=role.hours_a_week,
        assent_text=role.assent_text,
    )


def energies_of(row: Any) -> tuple[str, ...]:
    """What gives a member energy, in words."""
    known = words.energies()
    return tuple(known[code].name for code in row.energies if code in known)


def discipline_of(row: Any) -> str:
    """The profession of a member in words."""
    word = words.disciplines().get(row.discipline)
    return word.name if word else ""


def name_of(member: Membership) -> str:
    """A member's name."""
    name: str = member.person.name
    return name


def choices_of_partners(network: Network) -> list[tuple[UUID, str]]:
    """Parties that take part today, for a field in which one is chosen."""
    rows = Partner.objects.filter(within(clock.today()), network=network)
    found = rows.select_related("organisation").order_by("organisation__name", "pk")
    return [(row.uuid, row.organisation.name) for row in found]
