"""What lists of events ask, as statements that are made once (core.statements)."""

from typing import Any

from django.db.models import (
    BigIntegerField,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    Window,
)
from django.db.models.functions import Coalesce, RowNumber

from wijknetwerk.agenda.models import Attendee, Event, EventPage, SignUp
from wijknetwerk.agenda.selectors.people import counting
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.selectors.statements import NETWORK, TODAY

PAST = 20

_NOW, _SOON, _LATELY = (Slot(name, DateTimeField()) for name in ("now", "soon", "lately"))
_ME = Slot("me", BigIntegerField())


def _coming(for_all: bool, going_on: bool, mine: bool, most: int) -> QuerySet[Any, Any]:
    """What comes: for everybody or for members, with or without what was cancelled, and whether
    one comes oneself. Of a series the next date that goes on, and what differs soon."""
    rows: QuerySet[Event] = QuerySet(Event).filter(network=NETWORK, ends_at__gt=_NOW)
    if for_all:
        rows = rows.filter(is_public=True)
    turn = Window(RowNumber(), partition_by=["activity_id"], order_by=["starts_at", "pk"])
    of_series = rows.filter(activity__isnull=False, cancelled_at=None)
    first = of_series.annotate(turn=turn).filter(turn=1).order_by().values("pk")
    differs = Q(by_hand=True, starts_at__lt=_SOON)
    rows = rows.filter(Q(activity=None) | differs | Q(pk__in=first))
    if going_on:
        rows = rows.filter(cancelled_at=None)
    signed = _people(QuerySet(SignUp).filter(counting(TODAY)), F("brings") + 1)
    rows = rows.annotate(taken=signed)
    own: tuple[str, ...]
    own = ("uuid", "title", "kind", "starts_at", "ends_at", "elsewhere", "cancelled_at", "room",
           "takes_sign_ups", "place__name", "place__room", "activity__rhythm", "taken")  # fmt: skip
    if mine:
        signed_up: QuerySet[SignUp] = QuerySet(SignUp).filter(cancelled_at=None)
        said = signed_up.filter(event=OuterRef("pk"), membership=_ME)
        rows, own = rows.annotate(mine=Exists(said)), (*own, "mine")
    return rows.order_by("starts_at", "pk").values_list(*own, named=True)[:most]


def _past() -> QuerySet[Any, Any]:
    """What was lately, the last first; series are no news."""
    pages: QuerySet[EventPage] = QuerySet(EventPage).filter(
        event=OuterRef("pk"), published_at__isnull=False
    )
    rows: QuerySet[Event] = QuerySet(Event).filter(
        network=NETWORK, ends_at__lte=_NOW, ends_at__gt=_LATELY, activity=None, cancelled_at=None
    )
    named = _people(QuerySet(Attendee), Value(1))
    told = rows.annotate(has_page=Exists(pages), named=named).order_by("-starts_at")
    fields = ("uuid", "title", "starts_at", "unnamed", "has_page", "named")
    return told.values_list(*fields, named=True)[:PAST]


def _people(rows: QuerySet[Any], each: Any) -> Coalesce:
    """How many people these rows of an event stand for."""
    of_event = rows.filter(event=OuterRef("pk")).order_by().values("event")
    counted = of_event.annotate(all=Sum(each)).values("all")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


COMING = Statement(_coming)
PAST_ONES = Statement(_past)
