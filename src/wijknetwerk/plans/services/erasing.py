"""What of messages, documents, carers and marks goes when a plan, or somebody of it, is erased."""

from typing import Any

from wijknetwerk.core import files
from wijknetwerk.plans.models import (
    BeforeAfter,
    CardGoal,
    CarerReader,
    CarerWord,
    CircleMember,
    DocumentReader,
    LeftOut,
    Message,
    OtherwiseSaid,
    PlanDocument,
    ResidentPlan,
)


def of_plan(plan: ResidentPlan) -> None:
    """All of it, files too."""
    Message.objects.filter(plan=plan).delete()
    for row in PlanDocument.objects.filter(plan=plan).select_related("file"):
        file = row.file
        row.delete()
        files.remove(file)
    for model in (CarerWord, CarerReader):
        rows: Any = model._default_manager
        rows.filter(place__plan=plan).delete()
    for more in (BeforeAfter, CardGoal, OtherwiseSaid):
        rows = more._default_manager
        rows.filter(plan=plan).delete()


def of_person(person: Any) -> None:
    """Somebody of circles: what is theirs goes; the words that they wrote for a resident stay,
    without their name."""
    Message.objects.filter(written_by=person).exclude(resident=person).update(written_by=None)
    PlanDocument.objects.filter(added_by=person).exclude(resident=person).update(added_by=None)
    for model in (LeftOut, DocumentReader, CarerReader):
        model.objects.filter(person=person).delete()
    CarerReader.objects.filter(carer=person).delete()
    CarerWord.objects.filter(carer=person).delete()


def of_place(place: CircleMember) -> None:
    """Somebody left a circle: they are a reader of nothing there any more, also if they come back;
    and what a carer showed, nobody reads."""
    CarerReader.objects.filter(place=place).delete()
    if place.membership is None:
        return
    person = place.membership.person_id
    DocumentReader.objects.filter(plan=place.plan_id, person=person).delete()
    CarerReader.objects.filter(place__plan=place.plan_id, person=person).delete()
