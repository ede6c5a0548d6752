"""Everything of a plan, for its resident: to take along, and in 'my data' (K3, rule P6)."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import Record
from wijknetwerk.plans.models import (
    CircleMember,
    Dimension,
    EarlierWords,
    EmergencyLook,
    LookedBack,
    Need,
    PlanGoal,
    Representative,
    ResidentPlan,
    Strength,
    Want,
    WellbeingSnapshot,
)
from wijknetwerk.plans.parts import ALL

DECIDES = _("Who may decide for you")
MORE: list[Callable[[ResidentPlan], Iterator[Record]]] = []
"""What other parts of a plan take along; filled when the app is ready."""


def records(plan: ResidentPlan) -> Iterator[Record]:
    """Each row in plain words. Whoever calls this has the gate behind them."""
    yield _record(
        _("Your plan"),
        (_("Network"), plan.network.name),
        (_("Begun"), plan.begun_at),
        (_("Asked by mail to choose anew"), plan.asked_again_on),
        (_("Closed"), plan.closed_at),
        (_("How it was, in your words"), plan.closing_words.read()),
    )
    yield from _lines(plan)
    for card in WellbeingSnapshot.objects.filter(plan=plan).order_by("on", "pk"):
        yield _card(card)
    rows = CircleMember.objects.filter(plan=plan).select_related(
        "membership__person", "organisation", "said_to"
    )
    for place in rows.order_by("pk"):
        yield _place(place)
    spoke = Representative.objects.filter(resident=plan.resident_id, network=plan.network_id)
    for row in spoke.select_related("membership__person", "seen_by", "noted_by").order_by("pk"):
        yield _representative(row)
        for one in row.decided.order_by("made_at"):
            yield _record(
                _("Somebody decided for you"),
                (_("Who"), row.membership.person.name),
                (_("When"), one.made_at),
                (_("What, and why"), one.words.read()),
            )
    looks = EmergencyLook.objects.filter(plan=plan).select_related("membership__person", "told_by")
    for look in looks.order_by("pk"):
        yield _look(look)
    for more in MORE:
        yield from more(plan)


def _lines(plan: ResidentPlan) -> Iterator[Record]:
    kinds: tuple[tuple[Any, Any], ...] = (
        (Want, _("I want")),
        (Strength, _("I can")),
        (Need, _("I need")),
        (PlanGoal, _("My goal")),
    )
    for model, title in kinds:
        for line in model.objects.filter(plan=plan).order_by("pk"):
            yield _record(
                title,
                (_("In your words"), line.text.read()),
                (_("About money"), line.money),
                (_("Written"), line.created_at),
                (_("No longer so since"), line.gone_at),
                *_of_kind(line),
            )
    for back in LookedBack.objects.filter(plan=plan).select_related("goal").order_by("pk"):
        yield _record(
            _("Looked back at a goal"),
            (_("My goal"), back.goal.text.read()),
            (_("Day"), back.on),
            (_("How it went"), back.words.read()),
            (_("How it goes on"), back.get_went_display()),
        )
    for old in EarlierWords.objects.filter(plan=plan).order_by("pk"):
        yield _record(
            _("What stood there before"),
            (_("In your words"), old.text.read()),
            (_("Until"), old.replaced_at),
        )


def _of_kind(line: Any) -> tuple[tuple[Any, Any], ...]:
    if isinstance(line, Strength):
        return ((_("Who can"), line.get_whose_display()),)
    if isinstance(line, Need):
        return ((_("What was chosen"), line.get_choice_display()),)
    if isinstance(line, PlanGoal):
        return (
            (_("We look back on"), line.look_back_on),
            (_("How it goes on"), line.get_went_display()),
        )
    return ()


def _card(card: WellbeingSnapshot) -> Record:
    marks = card.read_marks()
    sides = tuple((side.label, marks[side]) for side in Dimension if side in marks)
    return _record(
        _("Conversation card"),
        (_("Day"), card.on),
        *sides,
        (_("Why"), card.why.read()),
        (_("What first"), card.first.read()),
    )


def _place(place: CircleMember) -> Record:
    who = place.membership.person.name if place.membership else place.name.read()
    return _record(
        _("In your circle"),
        (_("Who"), who),
        (_("As"), place.get_role_display()),
        (_("For"), str(place.organisation or "")),
        (_("Who this is to you"), place.relation.read()),
        (_("Contact person"), place.is_contact),
        (_("How you answered"), place.get_said_how_display()),
        (_("Noted by"), place.said_to.name if place.said_to else ""),
        (_("From"), place.from_on),
        (_("Until"), place.until_on),
    )


def _representative(row: Representative) -> Record:
    return _record(
        DECIDES,
        (_("Who"), row.membership.person.name),
        (_("As"), row.get_kind_display()),
        (_("About"), ", ".join(str(part.label) for part in ALL if part in row.parts)),
        (_("For which decisions"), row.decisions.read()),
        (_("Written down by"), row.noted_by.name if row.noted_by else ""),
        (_("What the proof is"), row.proof.read()),
        (_("Proof seen by"), row.seen_by.name if row.seen_by else ""),
        (_("Proof seen"), row.seen_at),
        (_("From"), row.from_on),
        (_("Until"), row.until_on),
        (_("Ended"), row.ended_at),
    )


def _look(look: EmergencyLook) -> Record:
    return _record(
        _("Somebody looked in an emergency"),
        (_("Who"), look.membership.person.name),
        (_("When"), look.opened_at),
        (_("Reason"), look.get_reason_display()),
        (_("Why"), look.words.read()),
        (_("Reviewed"), look.reviewed_at),
        (_("Outcome"), look.get_verdict_display()),
        (_("What was found"), look.findings.read()),
        (_("You heard it"), look.told_at),
        (_("From whom"), look.told_by.name if look.told_by else ""),
    )


def _record(title: Any, *fields: tuple[Any, Any]) -> Record:
    return Record(title, fields)
