"""What everyday pages ask about a network, as statements that are made once (core.statements)."""

from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    DateTimeField,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.models import (
    Area,
    Invitation,
    InvitationState,
    Membership,
    MembershipRole,
    NetworkArea,
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
AREAS = Statement(_areas)
INVITATIONS = Statement(_invitations)
