"""What the first pages of a network say about it, in one statement for each page.

Both pages have eight queries in all and show what several apps bring, so what `networks` itself
shows comes as rows of texts: a word for what the row is, and columns that depend on it.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, F, FilteredRelation, QuerySet, TextField, Value
from django.db.models.functions import Cast

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.core.statements import Statement
from wijknetwerk.networks.models import (
    Area,
    Membership,
    MembershipRole,
    Network,
    NetworkArea,
    Partner,
    Remit,
    RoleCode,
    RoleName,
    within,
)
from wijknetwerk.networks.selectors.statements import NETWORK, TODAY

WIDTH = 12
MOST_FACES = 200
_NAMES = name_fields("person")

Rows = dict[str, list[Sequence[Any]]]
"""Rows by what they are, each with its columns after that word."""


def public_rows(network: Network) -> Rows:
    """Of strangers' page: role, ours, others, party, area, face. One query, in no order."""
    return _by_kind(_PUBLIC, network)


def home_rows(network: Network) -> Rows:
    """Of members' page: role, ours, members, partners, leader. One query, in no order."""
    return _by_kind(_HOME, network)


def _by_kind(statement: Statement, network: Network) -> Rows:
    found: Rows = defaultdict(list)
    for kind, *row in statement.ask(network_id=network.pk, today=clock.today()):
        found[kind].append(row)
    return found


def _texts(rows: QuerySet[Any], kind: str, *columns: Any) -> QuerySet[Any, Any]:
    wide = (Value(kind), *columns, *(Value("") for _each in range(WIDTH - 1 - len(columns))))
    return rows.order_by().values_list(*(Cast(column, TextField()) for column in wide))


def _of(model: Any, *conditions: Any, **more: Any) -> QuerySet[Any]:
    rows: QuerySet[Any] = QuerySet(model)
    return rows.filter(*conditions, network=NETWORK, **more)


def _names() -> QuerySet[Any, Any]:
    return _texts(_of(RoleName), "role", "role", "name")


def _remits() -> QuerySet[Any]:
    return _of(Remit, team=None, superseded_at=None)


def _public() -> QuerySet[Any, Any]:
    shown = _remits().filter(shown_publicly=True)
    covered = _of(NetworkArea).values("area_id")
    areas: QuerySet[Any] = QuerySet(Area).filter(pk__in=covered)
    return _names().union(
        _texts(shown, "ours", "ours"),
        _texts(shown, "others", "others"),
        _texts(_of(Partner, within(TODAY)), "party", "organisation__name"),
        _texts(areas, "area", "name", "kind", "municipality_name", "population", "pk"),
        _faces(),
        all=True,
    )


def _faces() -> QuerySet[Any, Any]:
    """A row for each role that is held today, or one without."""
    first = _of(Membership, within(TODAY), shown_publicly=True).order_by("from_on", "pk")
    rows: QuerySet[Any] = QuerySet(Membership).filter(pk__in=first.values("pk")[:MOST_FACES])
    held = FilteredRelation("roles", condition=within(TODAY, "roles__"))
    rows = rows.annotate(held=held, held_role=F("held__role"), held_from=F("held__from_on"))
    own = ("pk", "from_on", "held_from", "held_role", "introduction")
    return _texts(rows, "face", *own, "organisation__name", *_NAMES)


def _home() -> QuerySet[Any, Any]:
    leading = _of(
        MembershipRole,
        within(TODAY),
        within(TODAY, "membership__"),
        role__in=(RoleCode.COORDINATOR, RoleCode.VILLAGE_SUPPORTER),
    )
    members, parties = (_of(model, within(TODAY)) for model in (Membership, Partner))
    return _names().union(
        _texts(_remits(), "ours", "ours"),
        _texts(members.values("network").annotate(n=Count("pk")), "members", "n"),
        _texts(parties.values("network").annotate(n=Count("pk")), "partners", "n"),
        _texts(leading, "leader", "role", "from_on", "pk", *_NAMES),
        all=True,
    )


_PUBLIC = Statement(_public)
_HOME = Statement(_home)
