"""Which messages and documents somebody may read now: the gates of the plan, and for each message
who was left out, for each document who its readers are."""

from django.db.models import Q, QuerySet

from wijknetwerk.plans.access import Hand, Way
from wijknetwerk.plans.models import DocumentReader, LeftOut, Message, PlanDocument
from wijknetwerk.plans.parts import Part


def messages(hand: Hand) -> "QuerySet[Message]":
    """The messages that this hand may read now: by part, and not left out."""
    seen = Q(pk__in=[])
    if hand.may(Part.MESSAGES):
        seen |= Q(money=False)
    if hand.may(Part.MONEY) and (hand.may(Part.MESSAGES) or hand.decides([Part.MONEY])):
        seen |= Q(money=True)
    rows = Message.objects.filter(seen, plan=hand.plan)
    if hand.is_resident:
        return rows
    shut = LeftOut.objects.filter(plan=hand.plan, person=hand.actor.own_id)
    return rows.exclude(pk__in=shut.values("message"))


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
