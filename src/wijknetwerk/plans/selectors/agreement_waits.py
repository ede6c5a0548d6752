"""For whom an agreement or a referral waits: the resident's yes, who does it before its day, who
is called first once that day went by. No row says what, of whom or how many."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.registries import Wanted
from wijknetwerk.plans import access, access_sharing
from wijknetwerk.plans.access_agreements import may_tick, owner_reads
from wijknetwerk.plans.models import (
    Agreement,
    AgreementState,
    CircleMember,
    Owner,
    PlaceState,
    PlanState,
    Referral,
    ReferralState,
    ResidentPlan,
)
from wijknetwerk.plans.parts import one
from wijknetwerk.privacy.purposes import Deed

TO_AGREE = "plans.to_agree"
"""The resident: something was agreed, or is to be handed over, and waits for their yes."""
AGREEMENT = "plans.agreement"
"""Who does it, shortly before its day; who is called first once that went by."""
REFERRAL = "plans.referral"
"""Somebody of a party is asked to take something up."""
BEFORE = timedelta(days=2)
"""How long before its day who does it is reminded."""

_WHOLE = ("plan__network", "plan__resident", "place__membership__person")


def of_plan(plan: ResidentPlan) -> list[Wanted]:
    """What waits for the yes of the resident of this plan; noted by whom they call first, for who
    can't sign in."""
    made = Agreement.objects.filter(plan=plan, state=AgreementState.MADE)
    proposed = Referral.objects.filter(plan=plan, state=ReferralState.PROPOSED)
    if not _runs(plan) or not (made.exists() or proposed.exists()):
        return []
    asked_of = access_sharing.who_answers(plan)
    return [_wanted(asked_of.pk, plan.uuid, plan)] if asked_of is not None else []


def of_agreement(row: Agreement) -> list[Wanted]:
    """For whom this agreement waits today, as far as they may read it."""
    plan, today = row.plan, clock.today()
    if not row.is_open or not _runs(plan) or row.due_on > today + BEFORE:
        return []
    people: list[int] = []
    if row.owner == "resident":
        people = [plan.resident_id]
    elif row.place is not None and owner_reads(plan, row):
        people = [_person(row.place)]
    by_mail = row.owner == Owner.NAMED and may_tick(plan, row)
    if row.due_on < today or not (people or by_mail):
        contact = contact_of(plan)
        if contact is not None and _reads(plan, row, contact):
            people.append(_person(contact))
    return [_wanted(person, row.uuid, plan) for person in dict.fromkeys(people)]


def of_referral(row: Referral) -> list[Wanted]:
    """Who is asked to take it up, while they may read it."""
    if row.state != ReferralState.ASKED or not _runs(row.plan):
        return []
    if not _reads(row.plan, row, row.place):
        return []
    return [_wanted(_person(row.place), row.uuid, row.plan)]


def contact_of(plan: ResidentPlan) -> CircleMember | None:
    """Who is called first, if somebody of the network is."""
    rows = CircleMember.objects.select_related("membership__person")
    found: CircleMember | None = rows.filter(plan=plan, is_contact=True).first()
    return found if found is not None and found.membership is not None else None


def due(today_plus: timedelta = BEFORE) -> QuerySet[Agreement]:
    """Agreements to be done whose day is near or went by, in plans that people work from."""
    rows = Agreement.objects.select_related(*_WHOLE)
    return rows.filter(
        _WORKED_FROM,
        state__in=(AgreementState.MADE, AgreementState.AGREED, AgreementState.SENT_BACK),
        due_on__lte=clock.today() + today_plus,
    ).order_by("pk")


def wanted_to_agree() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    made = Agreement.objects.filter(state=AgreementState.MADE).values("plan")
    proposed = Referral.objects.filter(state=ReferralState.PROPOSED).values("plan")
    plans = ResidentPlan.objects.filter(Q(pk__in=made) | Q(pk__in=proposed))
    for plan in plans.select_related("network").order_by("pk"):
        yield from of_plan(plan)


def wanted_agreements() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    for row in due():
        yield from of_agreement(row)


def wanted_referrals() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    rows = Referral.objects.filter(_WORKED_FROM, state=ReferralState.ASKED)
    for row in rows.select_related(*_WHOLE).order_by("pk"):
        yield from of_referral(row)


def still_to_agree(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these plans still ask a yes of their resident."""
    return {one.subject for one in wanted_to_agree() if one.subject in subjects}


def still_agreements(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these agreements are still to be done by who may read them."""
    rows = due().filter(uuid__in=subjects)
    return {row.uuid for row in rows if of_agreement(row)}


def still_referrals(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these referrals still wait for an answer."""
    rows = Referral.objects.filter(uuid__in=subjects).select_related(*_WHOLE)
    return {row.uuid for row in rows if of_referral(row)}


_WORKED_FROM = Q(plan__state=PlanState.OPEN, plan__network__stopped_on=None)


def _runs(plan: ResidentPlan) -> bool:
    return plan.is_open and plan.network.stopped_on is None


def _person(place: CircleMember) -> int:
    if place.membership is None:
        raise ValueError("Nobody to wait for: this place is no member.")
    return place.membership.person_id


def _reads(plan: ResidentPlan, row: Agreement | Referral, place: CircleMember) -> bool:
    if place.membership is None or place.state != PlaceState.IN:
        return False
    reader = actor_of(place.membership.person)
    with scope.acting(reader):
        return bool(access.may(reader, plan, row.part, Deed.READ, one(row.THING, row.uuid)))


def _wanted(person_id: int, subject: UUID, plan: ResidentPlan) -> Wanted:
    return Wanted(
        person_id=person_id,
        subject=subject,
        network=plan.network.uuid,
        place={"uuid": str(plan.uuid)},
    )
