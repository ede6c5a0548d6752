"""Whom the desk calls today, and why: one list, whatever the call is about."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, DateField, DateTimeField, F, Q
from django.utils.translation import gettext as _

from wijknetwerk.core import clock
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.together import Together
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    FollowUp,
    HelpRequest,
    Match,
    MatchState,
    ReachedBy,
    RequestState,
)
from wijknetwerk.mutual_aid.selectors import checks, stopped
from wijknetwerk.mutual_aid.selectors.desk_rows import shortened
from wijknetwerk.mutual_aid.selectors.neighbours import (
    first_name_of,
    name_of,
    phone_of,
    shown_fields,
)
from wijknetwerk.networks.selectors import desk as calls

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network

MOST = 100
MET_BY_NOW = timedelta(days=7)

TALK, ANSWER, YES, TOLD, MET, CHECK, BACK, ENDED = (
    "talk",
    "answer",
    "yes",
    "told",
    "met",
    "check",
    "back",
    "ended",
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call to make: whom, at which number, why, and where it is noted afterwards."""

    kind: str
    who: str
    phone: str
    why: str
    words: str = ""
    """In their own words, shortened."""
    handy: str = ""
    """Handy to know when one calls."""
    late: bool = False
    subject: UUID | None = None
    """Of the request, the match, the check or the call, by its kind."""


def to_call(network: "Network") -> list[Call]:
    """Everybody to call today, in the order in which one would. One query."""
    day = clock.today()
    requests, ended, matches, due, back = _LISTS.ask(
        network_id=network.pk,
        day=day,
        lately=day - stopped.LATELY,
        met_by=clock.now() - MET_BY_NOW,
    )
    order: dict[str, int] = {MatchState.WILLING: 0, MatchState.ASKED: 1}
    matches.sort(key=lambda row: order.get(row.state, 2))
    return [
        *map(_of_request, requests),
        *(call for row in ended for call in _of_ended(row)),
        *(_of_match(row, day) for row in matches),
        *_of_checks(due, day),
        *map(_back, calls.lines(back)),
    ]


def _lists() -> "tuple[QuerySet[Any, Any], ...]":
    network: Any = Slot("network", BigIntegerField())
    day: Any = Slot("day", DateField())
    return (
        _request_rows(network),
        _ended_rows(network),
        _match_rows(network, day),
        _check_rows(network, day),
        calls.rows_to_call(network).filter(call_back_on__lte=day)[:MOST],
    )


_LISTS = Together(_lists)


def _request_rows(network: Any) -> "QuerySet[HelpRequest]":
    """Who was not content; and new ones, who have not said yet what a helper may be told."""
    new = Q(state=RequestState.NEW, told_approved_at=None)
    rows = HelpRequest.objects.filter(
        Q(unhappy_at__isnull=False) | new, network=network, state__in=OPEN_REQUESTS
    )
    order = (F("unhappy_at").asc(nulls_last=True), "-urgent", "waits_since", "pk")
    shown = ("uuid", "unhappy_at", "urgent", "words", "call_name", "call_phone")
    read = rows.select_related("asker__person").only(*shown, *shown_fields("asker"))
    return read.order_by(*order)[:MOST]


def _of_request(row: HelpRequest) -> Call:
    return Call(
        kind=TALK if row.unhappy_at else TOLD,
        who=row.call_name.read() or name_of(row.asker),
        phone=row.call_phone.read() or phone_of(row.asker),
        why=_("was not content") if row.unhappy_at else _("what may a helper be told?"),
        words=_about(row),
        handy=row.asker.handy.read(),
        late=row.unhappy_at is not None or row.urgent,
        subject=row.uuid,
    )


def _about(row: HelpRequest) -> str:
    words = shortened(row.words.read(), 90)
    return f"{name_of(row.asker)}: {words}" if row.call_name else words


def _ended_rows(network: Any) -> "QuerySet[Match]":
    sides = ("request__asker", "offer__helper")
    of_sides = [
        name
        for side in sides
        for name in (*shown_fields(side), f"{side}__reached_by", f"{side}__email")
    ]
    rows = stopped.rows(network, Slot("lately", DateField()))
    return rows.only("uuid", "asked_how", *of_sides)[:MOST]


def _match_rows(network: Any, day: Any) -> "QuerySet[Match]":
    """Helpers who were asked by phone, askers for whom somebody would like to, and who should
    have met by now."""
    reached = Q(request__asker__reached_by=ReachedBy.PHONE)
    met = Q(meet_on__lt=day) | Q(meet_on=None, agreed_at__lt=Slot("met_by", DateTimeField()))
    rows = Match.objects.filter(
        Q(state=MatchState.ASKED, asked_how=ReachedBy.PHONE)
        | Q(state=MatchState.WILLING) & reached
        | Q(state=MatchState.AGREED) & met,
        network=network,
    )
    shown = ("uuid", "state", "told", "lapse_on", *_called("request"))
    sides = (*shown_fields("request__asker"), *shown_fields("offer__helper"))
    rows = rows.select_related("request__asker__person", "offer__helper__person")
    return rows.only(*shown, *sides).order_by("lapse_on", "pk")[:MOST]


def _called(path: str) -> list[str]:
    """Of a request: who is called for it."""
    return [f"{path}__{name}" for name in ("uuid", "call_name", "call_phone")]


def _check_rows(network: Any, day: Any) -> "QuerySet[FollowUp]":
    shown = ("uuid", "side", "how", "due_on", "again_on", "asked_at", "tries", "match__uuid")
    sides = (*shown_fields("match__request__asker"), *shown_fields("match__offer__helper"))
    named = (*_called("match__request"), "match__request__kind")
    return checks.due_rows(network, day).only(*shown, *named, *sides)


def _of_match(row: Match, day: date) -> Call:
    asker, helper = row.request.asker, row.offer.helper
    if row.state == MatchState.ASKED:
        why = _("could they help %(who)s?") % {"who": first_name_of(asker)}
        return Call(
            ANSWER,
            name_of(helper),
            phone_of(helper),
            why,
            words=shortened(row.told.read(), 90),
            handy=helper.handy.read(),
            late=row.lapse_on is not None and row.lapse_on <= day,
            subject=row.uuid,
        )
    words = (
        _("%(who)s would like to help. Is that all right?")
        if row.state == MatchState.WILLING
        else _("did they meet %(who)s?")
    )
    return Call(
        YES if row.state == MatchState.WILLING else MET,
        row.request.call_name.read() or name_of(asker),
        row.request.call_phone.read() or phone_of(asker),
        words % {"who": first_name_of(helper)},
        handy=asker.handy.read(),
        late=row.lapse_on is not None and row.lapse_on <= day,
        subject=row.uuid,
    )


def _of_ended(row: Match) -> list[Call]:
    of_helper, for_asker = _("help of %(who)s has stopped"), _("help for %(who)s has stopped")
    return [
        Call(
            ENDED,
            name_of(one),
            phone_of(one),
            (of_helper if one is row.request.asker else for_asker) % {"who": first_name_of(other)},
            handy=one.handy.read(),
            late=True,
            subject=row.uuid,
        )
        for one, other in stopped.must_hear(row)
    ]


def _of_checks(rows: list[FollowUp], day: date) -> list[Call]:
    """Who is asked by phone how it goes, both sides of two neighbours after each other."""
    sides = [side for two in checks.both_sides(rows, day) for side in two.sides if side.by_phone]
    return [
        Call(
            CHECK,
            side.call or side.name,
            side.phone,
            _("how does it go with the help?"),
            handy=side.handy,
            late=side.is_late,
            subject=side.uuid,
        )
        for side in sides[:MOST]
    ]


def _back(line: calls.CallLine) -> Call:
    """Who asked the network to call back, for anything (networks)."""
    return Call(
        BACK,
        line.name,
        line.phone,
        _("asked to be called back"),
        words=shortened(line.what, 90),
        late=line.late,
        subject=line.member or line.uuid,
    )
