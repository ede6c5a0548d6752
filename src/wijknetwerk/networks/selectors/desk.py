"""What the desk reads: who calls, who is to be called, what was noted today."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock, phone_numbers
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.access import ROLES_FOR, Act
from wijknetwerk.networks.areas.folding import fold
from wijknetwerk.networks.models import (
    CallState,
    DeskCall,
    Membership,
    MembershipRole,
    Network,
    within,
)

CALL_BACK = "networks.call_back"
DESK_ROLES = tuple(sorted(ROLES_FOR[Act.NOTE_FOR] or ()))
MOST = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who may be calling."""

    uuid: UUID
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call to make, or one that was noted."""

    uuid: UUID
    member: UUID | None
    """Whose page opens: nobody's for who takes part no longer, or in nothing."""
    outside: bool
    """Whether the caller takes part in nothing: then the call has a page of its own."""
    name: str
    phone: str
    what: str
    """The words of the caller, or what was done for them."""
    call_back_on: date | None
    late: bool
    call_back_by: str
    noted_by: str
    noted_at: datetime
    is_open: bool


def find(network: Network, typed: str, *, besides: int | None = None) -> list[Found]:
    """Present members whose number or name fits what was typed: without accents or capitals,
    half words too. One query."""
    number = phone_numbers.typed_number(typed)
    words = fold(typed).split()[:5]
    if not words:
        return []
    rows = Membership.objects.filter(within(clock.today()), network=network)
    if besides is not None:
        rows = rows.exclude(person_id=besides)
    rows = rows.order_by("person__family_name", "person__given_name")
    fields = ("uuid", "person__phone", *name_fields("person"))
    found = []
    for row in rows.values_list(*fields, named=True):
        name = name_in(row, "person")
        if _fits(name, row.person__phone, words, number):
            found.append(Found(row.uuid, name, row.person__phone))
    return found[:MOST]


def doubles(network: Network, *, name: str, phone: str) -> list[Found]:
    """Members with the same number or the same name; they may be the same person."""
    same = [found for found in find(network, name) if fold(found.name) == fold(name)]
    by_phone = find(network, phone) if phone else []
    return list({found.uuid: found for found in (*by_phone, *same)}.values())


def _fits(name: str, phone: str, words: list[str], number: str) -> bool:
    if number:
        return phone_numbers.fits(number, phone)
    folded = fold(name)
    return all(word in folded for word in words)


def to_call(network: Network) -> list[CallLine]:
    """Who is to be called back, today and before first. One query."""
    return lines(rows_to_call(network)[:100])


def rows_to_call(network: Any) -> "QuerySet[DeskCall]":
    """The same as rows, for who reads them beside others; for `lines`. Of a network or a slot."""
    rows = DeskCall.objects.filter(network=network, state=CallState.OPEN)
    return _whole(rows.order_by("call_back_on", "pk"))


def noted_today(network: Network) -> list[CallLine]:
    """What the desk noted today, newest first. One query."""
    start = clock.now().astimezone(clock.AMSTERDAM).replace(hour=0, minute=0, second=0)
    rows = DeskCall.objects.filter(network=network, noted_at__gte=start)
    return _lines(rows.order_by("-noted_at", "-pk")[:100])


def calls_of(member: Membership) -> list[CallLine]:
    """What was noted for one member lately, newest first. One query."""
    return lines(rows_of(member))


def rows_of(member: Membership) -> "QuerySet[DeskCall]":
    """The same as rows, for who reads them beside others; for `lines`."""
    rows = DeskCall.objects.filter(network_id=member.network_id, person_id=member.person_id)
    return _whole(rows.order_by("-noted_at", "-pk"))[:MOST]


def colleagues(network: Network) -> list[tuple[UUID, str]]:
    """Who is at the desk today. One query."""
    return colleagues_in(colleague_rows(network))


def colleague_rows(network: Network) -> "QuerySet[Any, Any]":
    """The same as rows, for who reads them beside others; for `colleagues_in`."""
    today = clock.today()
    rows = MembershipRole.objects.filter(
        within(today), within(today, "membership__"), network=network, role__in=DESK_ROLES
    )
    fields = ("membership__uuid", *name_fields("person"))
    return rows.order_by("person__family_name", "pk").values_list(*fields, named=True)


def colleagues_in(rows: Iterable[Any]) -> list[tuple[UUID, str]]:
    """Each of them once, by name."""
    return list({row.membership__uuid: name_in(row, "person") for row in rows}.items())


def still_open(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these calls are still to be made."""
    rows = DeskCall.objects.filter(uuid__in=subjects, state=CallState.OPEN)
    return set(rows.values_list("uuid", flat=True))


def wanted() -> Iterable[Wanted]:
    """Every call back that waits for somebody; what is for the whole desk is in its list."""
    rows = DeskCall.objects.filter(state=CallState.OPEN, call_back_by__isnull=False)
    for call in rows.select_related("network", "membership__person", "call_back_by"):
        yield waiting_of(call)


def waiting_of(call: DeskCall) -> Wanted:
    """A call back as it waits for who makes it."""
    return Wanted(
        person_id=call.call_back_by.person_id if call.call_back_by else 0,
        subject=call.uuid,
        network=call.network.uuid,
        place={"slug": call.network.slug, "uuid": str(call.uuid)},
        words={"who": _who(call)[0]},
        due_on=call.call_back_on,
    )


def _act_words(act: str) -> str:
    """What an entry was, in words, when no words of the caller are kept with it."""
    words = {
        "calls": _("call"),
        "contact": _("phone number changed"),
        "card": _("what gives energy"),
        "leaving": _("stopped taking part"),
    }
    return words.get(act, act)


def line_of(call: DeskCall) -> CallLine:
    """One call, for its own page. One query."""
    return _lines(DeskCall.objects.filter(pk=call.pk))[0]


def _whole(rows: "QuerySet[DeskCall]") -> "QuerySet[DeskCall]":
    return rows.select_related("membership__person", "call_back_by__person", "noted_by")


def _lines(rows: "QuerySet[DeskCall]") -> list[CallLine]:
    return lines(_whole(rows))


def lines(rows: Iterable[DeskCall]) -> list[CallLine]:
    """Calls as the desk reads them."""
    return [_line(row) for row in rows]


def _line(row: Any) -> CallLine:
    name, phone = _who(row)
    here = row.membership is not None and row.membership.holds_on(clock.today())
    is_open = row.state == CallState.OPEN
    return CallLine(
        uuid=row.uuid,
        member=row.membership.uuid if here else None,
        outside=row.membership is None,
        name=name,
        phone=phone,
        what=row.words.read() or _act_words(row.act),
        call_back_on=row.call_back_on,
        late=is_open and row.call_back_on < clock.today(),
        call_back_by=row.call_back_by.person.name if row.call_back_by else "",
        noted_by=row.noted_by.name,
        noted_at=row.noted_at,
        is_open=is_open,
    )


def _who(call: DeskCall) -> tuple[str, str]:
    """The name and the number of who called."""
    if call.membership is None:
        return call.caller_name.read(), call.caller_phone.read()
    person: Any = call.membership.person
    return person.name, person.phone
