"""One member: contact details, and the roles of now, before and later."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from wijknetwerk.core import clock
from wijknetwerk.networks import words
from wijknetwerk.networks.models import Membership, MembershipRole, Network, RoleCode, RoleName
from wijknetwerk.networks.selectors.people import discipline_of, energies_of, held_today


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role that a member holds, held or will hold."""

    uuid: UUID
    role: str
    name: str
    from_on: date
    until_on: date | None
    supervisor: str
    paid_by: str
    hours_a_week: Decimal | None
    assent_text: str
    over: bool


@dataclass(frozen=True, slots=True)
class MemberCard:
    """One member with all that the administration knows."""

    uuid: UUID
    person_uuid: UUID
    name: str
    email: str
    phone: str
    partner: str
    discipline: str
    energies: tuple[str, ...]
    introduction: str
    from_on: date
    until_on: date | None
    phone_shown: bool
    shown_publicly: bool
    roles: list[RoleLine]

    @property
    def takes_part(self) -> bool:
        """Whether the membership goes on."""
        return self.until_on is None or self.until_on > clock.today()


@dataclass(frozen=True, slots=True)
class Guided:
    """Somebody who learns along, for who supervises them."""

    uuid: UUID
    name: str
    until_on: date


def card_of(member: Membership, names: dict[str, str]) -> MemberCard:
    """One member with contact details and roles, those of before too. One query."""
    held = (
        MembershipRole.objects.filter(membership=member)
        .select_related("supervisor__person")
        .order_by("-from_on", "-pk")
    )
    return MemberCard(
        uuid=member.uuid,
        person_uuid=member.person.uuid,
        name=member.person.name,
        email=member.person.email or "",
        phone=member.person.phone,
        partner=member.organisation.name if member.organisation else "",
        discipline=discipline_of(member),
        energies=energies_of(member),
        introduction=member.introduction,
        from_on=member.from_on,
        until_on=member.until_on,
        phone_shown=member.phone_shown,
        shown_publicly=member.shown_publicly,
        roles=[_role_line(role, names) for role in held],
    )


@dataclass(frozen=True, slots=True)
class OwnRoles:
    """The roles that a member holds today, and whom they supervise."""

    roles: list[RoleLine]
    guided: list[Guided]

    @property
    def learning(self) -> RoleLine | None:
        """The role of who learns along."""
        return next((role for role in self.roles if role.role == RoleCode.LEARNER), None)


def own_roles(network: Network, member: Membership) -> OwnRoles:
    """What a member does here today, under the network's own names; one query."""
    named = RoleName.objects.filter(network=network, role=OuterRef("role")).values("name")[:1]
    held = held_today(network).filter(Q(membership=member) | Q(supervisor=member))
    rows = held.select_related("person", "supervisor__person").annotate(called=Subquery(named))
    rows = rows.order_by("from_on", "pk")
    names = {code: word.name for code, word in words.roles().items()}
    names |= {role.role: role.called for role in rows if role.called}
    mine = [_role_line(role, names) for role in rows if role.membership_id == member.pk]
    others = [role for role in rows if role.membership_id != member.pk]
    return OwnRoles(mine, [Guided(role.uuid, role.person.name, role.until_on) for role in others])


def _role_line(role: MembershipRole, names: dict[str, str]) -> RoleLine:
    return RoleLine(
        uuid=role.uuid,
        role=role.role,
        name=names[role.role],
        from_on=role.from_on,
        until_on=role.until_on,
        supervisor=role.supervisor.person.name if role.supervisor else "",
        paid_by=role.paid_by,
        hours_a_week=role.hours_a_week,
        assent_text=role.assent_text,
        over=role.until_on is not None and role.until_on <= clock.today(),
    )
