"""What agreements and referrals hold about a person, and how it goes (rule K3)."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import Record
from wijknetwerk.plans.models import Agreement, AgreementStep, Referral, ResidentPlan
from wijknetwerk.plans.selectors import taken
from wijknetwerk.plans.selectors.agreements import name_of
from wijknetwerk.plans.services import agreement_waits, forgetting


def register() -> None:
    """Called once, when the app is ready."""
    taken.MORE.append(records)
    forgetting.MORE.append(erase)
    forgetting.MORE_WITHOUT.append(without)


def records(plan: ResidentPlan) -> Iterator[Record]:
    """What the resident takes along."""
    rows = Agreement.objects.filter(plan=plan).select_related(
        "place__membership__person", "plan__resident"
    )
    for row in rows.order_by("pk"):
        yield Record(
            _("What was agreed"),
            (
                (_("In plain words"), row.what.read()),
                (_("Who"), name_of(row, mine=True)),
                (_("Reminder by mail to"), row.owner_mail.read()),
                (_("Before or on"), row.due_on),
                (_("How it stands"), row.get_state_display()),
                (_("Done"), row.done_on),
            ),
        )
        for step in AgreementStep.objects.filter(agreement=row).order_by("pk"):
            what, words = step.get_act_display(), step.words.read()
            yield Record(
                _("What happened with it"),
                ((_("When"), step.at), (_("What"), what), (_("Why"), words)),
            )
    for asked in Referral.objects.filter(plan=plan).select_related("place__organisation"):
        yield Record(
            _("What was asked of a party"),
            (
                (_("In plain words"), asked.what.read()),
                (_("Party"), str(asked.place.organisation or "")),
                (_("On which task of the law"), asked.task.read()),
                (_("How it stands"), asked.get_state_display()),
                (_("What came of it"), asked.answer.read()),
            ),
        )


def erase(plan: ResidentPlan) -> None:
    """With its plan; before the needs and places that it points at."""
    agreement_waits.gone(plan)
    for model in (AgreementStep, Agreement, Referral):
        rows: Any = model._default_manager
        rows.filter(plan=plan).delete()


def without(person: Any) -> None:
    """Somebody of circles is erased: what they wrote is the resident's, and stays without who."""
    for model in (AgreementStep, Agreement, Referral):
        rows: Any = model._default_manager
        rows.filter(written_by=person).update(written_by=None)
