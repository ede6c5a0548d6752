"""'Something waits in a plan' for who says yes or no anew to a permission that ends soon."""

from django.db import transaction

from wijknetwerk.core import clock, log, outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import resting
from wijknetwerk.notices.services import waiting
from wijknetwerk.plans import access
from wijknetwerk.plans.access_sharing import who_answers
from wijknetwerk.plans.models import CircleMember, ResidentPlan
from wijknetwerk.plans.selectors import asking_again as selectors
from wijknetwerk.plans.services import waits

SYSTEM = Actor.system("plans.asking_again")
MAIL = "plans.something_waits"


def refresh(plan: ResidentPlan) -> None:
    """As things stand now."""
    wanted = selectors.of_plan(plan)
    waiting.only_for(actor=SYSTEM, kind=selectors.AGAIN, subject=plan.uuid, wanted=wanted)


def after_change(plan: ResidentPlan) -> None:
    """Something was given or ended: what waits, and for whom. Whoever writes down what a resident
    says may be somebody else by it."""
    refresh(plan)
    if not access.signs_in(plan.resident):
        waits.for_resident(plan)


def of_place(place: CircleMember) -> None:
    """Somebody left the circle: what they saw ended, and they may have been asked."""
    refresh(place.plan)


def gone(plan: ResidentPlan) -> None:
    """A plan is closed or erased."""
    waiting.done_all(kind=selectors.AGAIN, subjects=[plan.uuid])


def ask_due() -> int:
    """Once a day: let it wait for who answers, and mail them that something waits, twice at most
    for one last day. How many mails."""
    quiet = set(resting())
    sent = 0
    for plan in [one for one in selectors.plans_to_ask() if one.network.uuid not in quiet]:
        with transaction.atomic():
            sent += _ask(plan.pk)
    return sent


def _ask(pk: int) -> int:
    rows = ResidentPlan.objects.select_for_update(of=("self",))
    plan = rows.select_related("network", "resident").get(pk=pk)
    refresh(plan)
    asked = who_answers(plan)
    if asked is None or not asked.email or not selectors.mail_is_due(plan):
        return 0
    plan.asked_again_on = clock.today()
    plan.save(update_fields=["asked_again_on"])
    outbox.queue(
        purpose=MAIL,
        to=asked.email,
        template="plans/mail/waits.txt",
        context={"network": plan.network.name, "name": asked.name},
        language=asked.language or "nl",
        person=asked.uuid,
        network=plan.network.uuid,
    )
    log.record(SYSTEM, "plans.asked_again", plan, client=plan.resident.uuid)
    return 1
