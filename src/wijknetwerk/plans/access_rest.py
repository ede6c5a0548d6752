"""Which messages and documents somebody may read now: the gates of the plan, and for each message
who was left out, for each document who its readers are."""

from typing import Any

from django.db.models import BigIntegerField, Q, QuerySet

from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.selectors.paging import counting
from wijknetwerk.plans.access import Hand, Way
from wijknetwerk.plans.access_lists import shown_rows
from wijknetwerk.plans.models import DocumentReader, LeftOut, Message, PlanDocument
from wijknetwerk.plans.parts import Part


def messages(hand: Hand) -> "QuerySet[Message]":
    """The messages that this hand may read now: by part, and not left out."""
    return _messages(*_may(hand), plan=hand.plan.pk, person=hand.actor.own_id)


def latest_messages(hand: Hand, most: int) -> list[Message]:
    """The newest of these with who wrote them, each with the number of all as `rows_in_all`."""
    shape = _may(hand)
    if not any(shape[:2]):
        return []
    return _LATEST.ask(*shape, most, network_id=None, plan=hand.plan.pk, person=hand.actor.own_id)


def newest_first(rows: "QuerySet[Message]") -> "QuerySet[Message]":
    """For a page of them."""
    return counting(rows).select_related("written_by").order_by("-written_at", "-pk")


def _may(hand: Hand) -> tuple[bool, bool, bool]:
    opens = bool(hand.may(Part.MESSAGES))
    money = bool(hand.may(Part.MONEY)) and (opens or hand.decides([Part.MONEY]))
    return opens, money, hand.is_resident


def _messages(opens: bool, money: bool, own: bool, *, plan: Any, person: Any) -> QuerySet[Message]:
    rows = Message.objects.filter(shown_rows(opens=opens, money=money), plan=plan)
    if own:
        return rows
    shut = LeftOut.objects.filter(plan=plan, person=person)
    return rows.exclude(pk__in=shut.values("message"))


def _first(opens: bool, money: bool, own: bool, most: int) -> QuerySet[Message]:
    plan, person = Slot("plan", BigIntegerField()), Slot("person", BigIntegerField())
    return newest_first(_messages(opens, money, own, plan=plan, person=person))[:most]


_LATEST = Statement(_first)


def documents(hand: Hand) -> "QuerySet[PlanDocument]":
    """The documents that this hand may read now. The resident: all. Who decides for them: all of
    that part. Of the circle: where they are a reader and may read the part; or what a consent
    names."""
    rows = PlanDocument.objects.filter(plan=hand.plan)
    if hand.is_resident:
        return rows
    word = f"{PlanDocument.THING}:"
    seen = Q(uuid__in=[t.removeprefix(word) for t in hand.things if t.startswith(word)])
    mine = DocumentReader.objects.filter(plan=hand.plan, person=hand.actor.own_id)
    for part, money in ((Part.DOCUMENTS, False), (Part.MONEY, True)):
        verdict = hand.may(part)
        if verdict.way == Way.REPRESENTATIVE:
            seen |= Q(money=money)
        elif verdict and (not money or hand.may(Part.DOCUMENTS)):
            seen |= Q(money=money, pk__in=mine.values("document"))
    return rows.filter(seen)
