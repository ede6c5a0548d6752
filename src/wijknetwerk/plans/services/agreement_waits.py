"""What waits because of agreements and referrals, and the reminders that go out in the morning.
The job holds no rights: it asks for each person anew whether they may read that one thing."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from wijknetwerk.core import clock, log, outbox, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import resting
from wijknetwerk.notices.services import waiting
from wijknetwerk.plans.access_agreements import LINK, may_tick
from wijknetwerk.plans.models import Agreement, Owner, Referral, ResidentPlan
from wijknetwerk.plans.selectors import agreement_waits as selectors

SYSTEM = Actor.system("plans.agreements")
LASTS = timedelta(days=14)


def refresh(row: Agreement) -> None:
    """What waits because of this agreement, as things stand now."""
    wanted = selectors.of_agreement(row)
    kind = selectors.AGREEMENT
    waiting.only_for(actor=SYSTEM, kind=kind, subject=row.uuid, wanted=wanted)
    refresh_plan(row.plan)


def refresh_referral(row: Referral) -> None:
    """What waits because of this referral, as things stand now."""
    wanted = selectors.of_referral(row)
    kind = selectors.REFERRAL
    waiting.only_for(actor=SYSTEM, kind=kind, subject=row.uuid, wanted=wanted)
    refresh_plan(row.plan)


def refresh_plan(plan: ResidentPlan) -> None:
    """What waits for the resident's yes."""
    wanted = selectors.of_plan(plan)
    waiting.only_for(actor=SYSTEM, kind=selectors.TO_AGREE, subject=plan.uuid, wanted=wanted)


def gone(plan: ResidentPlan) -> None:
    """A plan is closed or erased: nothing of this waits for anybody, and no link opens."""
    agreements = list(Agreement.objects.filter(plan=plan).values_list("uuid", flat=True))
    referrals = list(Referral.objects.filter(plan=plan).values_list("uuid", flat=True))
    waiting.done_all(kind=selectors.AGREEMENT, subjects=agreements)
    waiting.done_all(kind=selectors.REFERRAL, subjects=referrals)
    waiting.done_all(kind=selectors.TO_AGREE, subjects=[plan.uuid])
    for uuid in agreements:
        tokens.end_tokens(purpose=LINK, subject=uuid)


def remind_due() -> int:
    """In the morning: who does something soon hears that something waits, with a link to that one
    thing; who is called first once its day went by. Run twice it mails once. How many mails."""
    quiet = set(resting())
    sent = 0
    for uuid in [row.uuid for row in selectors.due() if row.plan.network.uuid not in quiet]:
        with transaction.atomic():
            sent += _remind(uuid)
    return sent


def _remind(uuid: UUID) -> int:
    row = selectors.due().select_for_update(of=("self",)).filter(uuid=uuid).first()
    if row is None:
        return 0
    row.network = row.plan.network
    refresh(row)
    if row.reminded_for == row.due_on or row.due_on < clock.today() or not may_tick(row.plan, row):
        return 0
    if not _address_of(row):
        return 0
    row.reminded_for = row.due_on
    row.save(update_fields=["reminded_for"])
    _mail(row)
    return 1


def _address_of(row: Agreement) -> str:
    """Of who does it: of an account, or the one that the resident knows of somebody by name."""
    member = row.place.membership if row.place else None
    if member is not None:
        return member.person.email or ""
    return row.owner_mail.read() if row.owner == Owner.NAMED else ""


def _mail(row: Agreement) -> None:
    """Only that something waits, and the link; neither what nor whose."""
    network, member = row.plan.network, row.place.membership if row.place else None
    person = member.person if member else None
    tokens.end_tokens(purpose=LINK, subject=row.uuid)
    secret = tokens.issue_link(
        purpose=LINK, subject=row.uuid, network=(network.pk, network.uuid), lasts=LASTS
    )
    outbox.queue(
        # Who has an account is asked about again when it leaves; of others the link itself asks.
        purpose="plans.agreement" if person else "plans.agreement_named",
        to=_address_of(row),
        template="plans/mail/agreement.txt",
        context={
            "name": person.name if person else row.owner_name.read(),
            "link": settings.SITE_URL + reverse("plans:agreement_link", args=[secret]),
            "network": network.name,
        },
        language=(person.language if person else "") or "nl",
        person=person.uuid if person else None,
        network=network.uuid,
    )
    log.record(SYSTEM, "plans.agreement_reminded", row, client=row.plan.resident.uuid)
