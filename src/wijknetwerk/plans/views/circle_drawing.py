"""The circle as one drawing, on the screen and on paper; the sheet for the kitchen table; the one
question at the end."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.plans import drawing_circle, paper_plan
from wijknetwerk.plans.forms.rest import OtherwiseForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors.carer import carers
from wijknetwerk.plans.selectors.circle_drawing import people_of
from wijknetwerk.plans.services import after
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.privacy.purposes import Deed


@page(looks=Looks.PERSON, second_factor=False)
def circle_drawing(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The drawing, with a list that says the same."""
    hand = hand_for(request, uuid)
    hand.require(Part.CIRCLE, Deed.READ)
    looked(hand, "plans.circle_drawn", Part.CIRCLE)
    people = people_of(hand)
    name = hand.plan.resident.name
    title = _("My circle") if hand.is_resident else _("The circle")
    drawing = drawing_circle.circle(name, people) if people else ""
    return draw(
        request,
        "plans/circle_drawing",
        hand,
        (title, None),
        title=title,
        drawing=drawing,
        people=people,
        carers=carers(hand),
    )


@page(looks=Looks.PERSON, second_factor=False)
def circle_paper(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The same on one A4."""
    hand = hand_for(request, uuid)
    hand.require(Part.CIRCLE, Deed.READ)
    looked(hand, "plans.circle_drawn", Part.CIRCLE)
    made = paper_plan.circle_paper(hand.plan.resident.name, people_of(hand))
    return documents.pdf(made, _("circle"))


@page()
def kitchen(request: ActorRequest, slug: str) -> HttpResponse:
    """One empty A4 to begin a plan with."""
    network = network_for(request.actor, slug, to=Act.SEE)
    return documents.pdf(paper_plan.kitchen_sheet(network), _("my-plan"))


@page(methods=FORM)
def otherwise(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Where one would otherwise have gone: one tap, if one likes; for the resident of a plan that
    is closed."""
    hand = hand_for(request, uuid)
    if not hand.is_resident or hand.plan.is_open:
        raise NotFound
    form = OtherwiseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            after.say_otherwise(hand=hand, where=form.cleaned_data["where"])
            tell(request, _("Thank you. It is only counted, without your name."))
            return reverse("plans:plan", args=[uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    title = _("One last question")
    return draw(request, "plans/otherwise", hand, (title, None), form=form, title=title)
