"""Looking back at a goal: how it went, and how it goes on."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.plans.forms.lines import LookBackForm
from wijknetwerk.plans.selectors import lines as selectors
from wijknetwerk.plans.services import looking_back, words
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.plans.views.lines import back, line_url

GOAL = "goal"


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def look_back(request: ActorRequest, uuid: UUID, goal: UUID) -> HttpResponse:
    """In own words; go on, enough, or otherwise: then the goal is said in other words."""
    hand = hand_for(request, uuid)
    row = words.line_for(hand, GOAL, goal)
    words.require_writing(hand, row)
    form = LookBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            looking_back.look_back(hand=hand, goal=goal, **form.cleaned_data)
            tell(request, _("Thank you. It is kept with your goal."))
            if form.cleaned_data["went"] == "otherwise":
                return reverse("plans:line_change", args=[uuid, GOAL, goal])
            return back(hand)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.read", row.part)
    title = _("Look back")
    return draw(
        request,
        "plans/look_back",
        hand,
        (_("My goal"), line_url(hand, GOAL, goal)),
        (title, None),
        form=form,
        title=title,
        one=selectors.line_page(hand, row),
        here=line_url(hand, GOAL, goal),
    )
