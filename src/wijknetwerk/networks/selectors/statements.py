"""What everyday pages ask about a network, as statements that are made once (core.statements)."""

from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    DateTimeField,
    F,
    FilteredRelation,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.models import (
    Area,
    Invitation,
    InvitationState,
    Membership,
    MembershipRole,
    NetworkArea,
    Partner,
    Remit,
    RoleCode,
    RoleName,
    within,
)
from wijknetwerk.networks.selectors.paging import SIZE, counting

# Roles whose absence the members page shows (rule N1).
VACANT_IF_EMPTY = (RoleCode.COORDINATOR, RoleCode.VILLAGE_SUPPORTER, RoleCode.PRIVACY_OFFICER)

TODAY = Slot("today", DateField())
NETWORK = Slot("network", BigIntegerField())


def ordered(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Under the main name, as in a Dutch address book: 'van der Meer' stands under the M."""
    return rows.order_by("person__family_name", "person__given_name", "pk")


def shown(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """What the lists show of members: no more of a person or party than that."""
    own = ("pk", "uuid", "discipline", "energies", "introduction", "phone_shown", "from_on")
    names = (*name_fields("person"), "person__phone", "organisation__name")
    return ordered(counting(rows)).values_list(*own, *names, "rows_in_all", named=True)


def _present(start: int) -> QuerySet[Any, Any]:
    rows: QuerySet[Any] = QuerySet(Membership).filter(within(TODAY), network=NETWORK)
    return shown(rows)[start : start + SIZE]


def _held(members: int) -> QuerySet[Any, Any]:
    """Roles of today of so many members, and those whose absence is shown."""
    theirs = [Slot(f"member{place}", BigIntegerField()) for place in range(members)]
    asked = Q(role__in=VACANT_IF_EMPTY)
    if theirs:
        asked |= Q(membership__pk__in=theirs)
    rows: QuerySet[Any] = QuerySet(MembershipRole).filter(
        asked, within(TODAY), within(TODAY, "membership__"), network=NETWORK
    )
    own = ("membership_id", "role", "from_on", "paid_by", "hours_a_week", "assent_text")
    return rows.order_by("from_on", "pk").values_list(*own, *name_fields("person"), named=True)


def _role_names() -> QuerySet[Any, Any]:
    return QuerySet(RoleName).filter(network=NETWORK).values_list("role", "name", named=True)


def _names_and_roles(members: int) -> QuerySet[Any, Any]:
    """The roles of today of so many members, and after them the names of roles here."""
    theirs = [Slot(f"member{place}", BigIntegerField()) for place in range(members)]
    rows: QuerySet[Any] = QuerySet(MembershipRole)
    held = rows.filter(within(TODAY), within(TODAY, "membership__"), network=NETWORK)
    held = held.filter(membership__pk__in=theirs) if theirs else held.filter(pk=None)
    none = Cast(Value(None), BigIntegerField())
    own: QuerySet[Any] = QuerySet(RoleName).filter(network=NETWORK)
    return held.values_list("membership_id", "role", Cast("role", CharField())).union(
        own.values_list(none, "role", "name"), all=True
    )


def _leaders() -> QuerySet[Any, Any]:
    rows: QuerySet[Any] = QuerySet(MembershipRole).filter(
        within(TODAY),
        within(TODAY, "membership__"),
        network=NETWORK,
        role__in=(RoleCode.COORDINATOR, RoleCode.VILLAGE_SUPPORTER),
    )
    asked = rows.order_by("role", "from_on", "pk")
    return asked.values_list("role", *name_fields("person"), named=True)[:12]


def _how_many() -> QuerySet[Any, Any]:
    """How many members and parties there are today, and what we are for, in one row."""
    parties: QuerySet[Any] = QuerySet(Partner).filter(within(TODAY), network=NETWORK)
    counted = parties.order_by().values("network").annotate(n=Count("pk")).values("n")
    rows: QuerySet[Any] = QuerySet(Membership).filter(within(TODAY), network=NETWORK)
    members = rows.order_by().values("network").annotate(members=Count("pk"))
    said: QuerySet[Any] = QuerySet(Remit).filter(network=NETWORK, team=None, superseded_at=None)
    whole: QuerySet[Any] = members.annotate(
        partners=Coalesce(Subquery(counted), 0), ours=Subquery(said.values("ours")[:1])
    )
    return whole.values_list("members", "partners", "ours", named=True)


def _faces() -> QuerySet[Any, Any]:
    rows: QuerySet[Any] = QuerySet(Membership).filter(
        within(TODAY), network=NETWORK, shown_publicly=True
    )
    held = FilteredRelation("roles", condition=within(TODAY, "roles__"))
    asked = rows.annotate(held=held, role=F("held__role")).order_by(
        "from_on", "pk", "held__from_on"
    )
    own = ("pk", "role", "introduction", "organisation__name")
    faces: QuerySet[Any, Any] = asked.values_list(*own, *name_fields("person"), named=True)
    return faces[:400]


def _parties() -> QuerySet[Any, Any]:
    rows: QuerySet[Any] = QuerySet(Partner).filter(within(TODAY), network=NETWORK)
    return rows.order_by("organisation__name").values_list("organisation__name", named=True)


def _areas() -> QuerySet[Any, Any]:
    covered: QuerySet[Any] = QuerySet(NetworkArea).filter(network=NETWORK)
    rows: QuerySet[Any] = QuerySet(Area).filter(pk__in=covered.values("area_id"))
    return rows.order_by("-population", "name", "pk")


def _invitations(state: str, start: int) -> QuerySet[Any, Any]:
    """The newest first; open and lapsed go by the date, not by what a job wrote."""
    now = Slot("now", DateTimeField())
    rows: QuerySet[Any] = QuerySet(Invitation).filter(network=NETWORK)
    if state == InvitationState.OPEN:
        rows = rows.filter(state=state, lapses_at__gt=now)
    elif state == InvitationState.LAPSED:
        unanswered = (InvitationState.OPEN, InvitationState.LAPSED)
        rows = rows.filter(state__in=unanswered, lapses_at__lte=now)
    elif state in InvitationState.values:
        rows = rows.filter(state=state)
    own = ("uuid", "name", "email", "way", "role", "state", "sent_at", "lapses_at")
    found = counting(rows).order_by("-sent_at", "-pk")
    fields = (*own, *name_fields("invited_by"), "rows_in_all")
    return found.values_list(*fields, named=True)[start : start + SIZE]


PRESENT = Statement(_present)
HELD = Statement(_held)
ROLE_NAMES = Statement(_role_names)
NAMES_AND_ROLES = Statement(_names_and_roles)
LEADERS = Statement(_leaders)
HOW_MANY = Statement(_how_many)
FACES = Statement(_faces)
PARTIES = Statement(_parties)
AREAS = Statement(_areas)
INVITATIONS = Statement(_invitations)
