"""The requests at the desk as the database gives them: one statement for a page of rows, with the
figures beside the filters. Kept, because the desk opens this screen all day."""

from collections.abc import Hashable
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    DateField,
    DateTimeField,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, JSONObject

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    OPEN_REQUESTS,
    HelpRequest,
    Match,
    MatchAct,
    MatchState,
    MatchStep,
    OwnKind,
    RequestState,
)
from wijknetwerk.mutual_aid.selectors import check_waits
from wijknetwerk.mutual_aid.selectors.desk_rows import (
    BUSY,
    HELPED,
    NEW,
    SECTIONS,
    UNHAPPY,
    WAITING,
)
from wijknetwerk.mutual_aid.selectors.neighbours import reach_fields

_NETWORK = Slot("network", BigIntegerField())
_TODAY, _SILENT = Slot("today", DateField()), Slot("silent_since", DateField())
_LATELY = Slot("lately", DateTimeField())
_FILTERS = {
    "kind": Q(kind=Slot("kind", CharField())) | Q(kind__startswith=Slot("kind_dot", CharField())),
    "pc4": Q(pc4=Slot("pc4", CharField())) | Q(pc4="", asker__pc4=Slot("pc4", CharField())),
    "urgent": Q(urgent=True),
    "mine": Q(noted_by_id=Slot("mine", BigIntegerField())),
}


def of_section(section: str) -> Q:
    """The condition of a section; a request stands in one."""
    content = Q(unhappy_at=None)
    return {
        UNHAPPY: Q(unhappy_at__isnull=False),
        NEW: content & Q(state=RequestState.NEW),
        WAITING: content & Q(state=RequestState.WAITING),
        BUSY: content & Q(state=RequestState.BUSY),
        HELPED: content & Q(state=RequestState.HELPED),
    }[section]


def ask(
    network_id: int, section: str, narrowed: dict[str, Any], start: int, size: int, **days: Any
) -> list[Any]:
    """A page of rows, each with the figures of the whole network. `section` empty: what is to do,
    `all`: also who is helped. `narrowed`: filter and value."""
    values = {**narrowed, **days, "kind_dot": f"{narrowed.get('kind')}."}
    shape: tuple[Hashable, ...] = (section, tuple(sorted(narrowed)), start, size)
    return _ROWS.ask(*shape, network_id=network_id, **values)


def ask_figures(network_id: int, **days: Any) -> list[Any]:
    """The figures alone, for when no request is found; nothing where there never was one."""
    return _FIGURES.ask(network_id=network_id, **days)


def _rows(section: str, filters: tuple[str, ...], start: int, size: int) -> "QuerySet[Any, Any]":
    with scope.acting(Actor.system("mutual_aid.desk")):  # nothing of a scope is kept in it
        return _page(_narrowed(section, filters), start, size)


def _narrowed(section: str, filters: tuple[str, ...]) -> "QuerySet[Any]":
    rows = HelpRequest.objects.filter(network=_NETWORK, state__in=OPEN_REQUESTS)
    if section in SECTIONS:
        rows = rows.filter(of_section(section))
    elif not section:
        rows = rows.exclude(of_section(HELPED))
    for name in filters:
        rows = rows.filter(_FILTERS[name])
    return rows


def _page(rows: "QuerySet[Any]", start: int, size: int) -> "QuerySet[Any, Any]":
    """What comes next and what lapsed is looked up for the rows of the page only."""
    order = ("place", "-urgent", "waits_since", "pk")
    place = Case(
        *(When(of_section(name), then=Value(place)) for place, name in enumerate(SECTIONS)),
        default=Value(len(SECTIONS)),
    )
    here = rows.annotate(place=place).order_by(*order).values("pk")[start : start + size]
    in_all = rows.order_by().values("network").annotate(count=Count("pk")).values("count")
    lapsed = MatchStep.objects.filter(
        match__request=OuterRef("pk"), act=MatchAct.LAPSE, at__gte=_LATELY
    )
    own = OwnKind.objects.filter(network=_NETWORK, code=OuterRef("kind"), ended_on=None)
    shown: QuerySet[Any] = HelpRequest.objects.filter(pk__in=here)
    found: QuerySet[Any, Any] = (
        shown.annotate(
            place=place,
            step=Subquery(_furthest()),
            lapsed=Exists(lapsed),
            own_kind=Subquery(own.values("title")[:1]),
            rows_in_all=Subquery(in_all),
            **_figures(),
        )
        .order_by(*order)
        .values_list(
            *("uuid", "kind", "words", "urgent", "waits_since", "told_approved_at"),
            *("call_name", "call_phone", *reach_fields("asker")),
            *("place", "step", "lapsed", "own_kind", "rows_in_all", "counts", "checks"),
            named=True,
        )
    )
    return found


def _only_figures() -> "QuerySet[Any, Any]":
    with scope.acting(Actor.system("mutual_aid.desk")):
        rows: QuerySet[Any] = HelpRequest.objects.filter(network=_NETWORK).order_by()
        found: QuerySet[Any, Any] = rows.annotate(**_figures())
        return found.values_list("counts", "checks", named=True)[:1]


_ROWS, _FIGURES = Statement(_rows), Statement(_only_figures)


def _figures() -> dict[str, Any]:
    """How many requests stand in each section, as JSON; how many checks ask something now."""
    rows = HelpRequest.objects.filter(network=_NETWORK, state__in=OPEN_REQUESTS).order_by()
    each = {name: Count("pk", filter=of_section(name)) for name in SECTIONS}
    counts: QuerySet[Any, Any] = rows.values("network").annotate(found=JSONObject(**each))
    due = check_waits.at_desk_on(_TODAY, _SILENT, network=_NETWORK).order_by()
    checks = due.values("network").annotate(found=Count("pk"))
    return {
        "counts": Subquery(counts.values("found")),
        "checks": Coalesce(Subquery(checks.values("found")), 0),
    }


# What comes next hangs on the match that is furthest: a helper who would like to before one who is
# asked before one who is thought of.
_FURTHEST = Case(
    When(state=MatchState.WILLING, then=Value(0)),
    When(state=MatchState.ASKED, then=Value(1)),
    When(state=MatchState.AGREED, then=Value(2)),
    When(state=MatchState.RUNNING, then=Value(3)),
    default=Value(4),
)


def _furthest() -> "QuerySet[Any, Any]":
    """The match of a request that is furthest, with its helper, as JSON: so the whole list is one
    query. Names stay sealed."""
    rows = Match.objects.filter(request=OuterRef("pk"), state__in=OPEN_MATCHES)
    helper = "offer__helper"
    fields = {
        "uuid": "uuid",
        "state": "state",
        "how": "asked_how",
        "lapse_on": "lapse_on",
        "meet_on": "meet_on",
        "helper": f"{helper}__uuid",
        "name": f"{helper}__name",
        "phone": f"{helper}__phone",
        "given": f"{helper}__person__given_name",
        "family": f"{helper}__person__family_name",
        "number": f"{helper}__person__phone",
    }
    found: QuerySet[Any, Any] = rows.order_by(_FURTHEST, "rank", "pk").annotate(
        step=JSONObject(**fields)
    )
    return found.values("step")[:1]
