"""What everyday pages ask about a network, as statements that are made once (core.statements)."""

from typing import Any

from django.db.models import BigIntegerField, DateField, Q, QuerySet

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.models import Membership, MembershipRole, RoleCode, RoleName, within
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


PRESENT = Statement(_present)
HELD = Statement(_held)
ROLE_NAMES = Statement(_role_names)
