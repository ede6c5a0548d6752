"""Taking a whole plan along, and closing it in the resident's own words."""

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, documents, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.plans import paper_taken
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.lines import CloseForm
from wijknetwerk.plans.parts import ALL
from wijknetwerk.plans.selectors import taken_whole
from wijknetwerk.plans.services import plans
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.privacy.personal_data import as_json


def _whole(request: ActorRequest, uuid: UUID) -> Hand:
    """For the resident, or who decides for them about every part. NotFound."""
    hand = hand_for(request, uuid)
    if not hand.decides(ALL):
        raise NotFound
    return hand


@page(looks=Looks.PERSON, second_factor=False)
def take(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Everything, as a file that a computer reads."""
    hand = _whole(request, uuid)
    looked(hand, "plans.taken")
    sections = taken_whole.sections(hand)
    answer = JsonResponse(
        as_json(sections, made=clock.now()),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    answer["Content-Disposition"] = 'attachment; filename="mijn-plan.json"'
    return answer


@page(looks=Looks.PERSON, second_factor=False)
def take_paper(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Everything, to read and to print."""
    hand = _whole(request, uuid)
    looked(hand, "plans.taken")
    return documents.pdf(paper_taken.whole_plan(hand), _("my-whole-plan"))


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def close(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """First take it along, then close it, in own words."""
    hand = _whole(request, uuid)
    plans.require_open(hand)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            plans.close(hand=hand, **form.closing())
            tell(request, _("The plan is closed. Your circle sees nothing of it any more."))
            after = "plans:otherwise" if hand.is_resident else "plans:plan"
            return reverse(after, args=[uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.read")
    title = _("Close my plan") if hand.is_resident else _("Close the plan")
    erased = hand.plan.erased_on(clock.now())
    return draw(
        request, "plans/close", hand, (title, None), form=form, title=title, erased_on=erased
    )
