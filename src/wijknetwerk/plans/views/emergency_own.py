"""Who looked in an emergency, for the resident, who decides for them and who tells them."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.pages import ACT, ActorRequest, Looks, page
from wijknetwerk.core.screens import tell
from wijknetwerk.plans import access_emergency
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import emergency as looking
from wijknetwerk.plans.services import emergency_telling
from wijknetwerk.plans.views.common import draw, hand_for, looked


@page(looks=Looks.PERSON, second_factor=False)
def emergencies(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Who, when, why, and what came of it."""
    hand = hand_for(request, uuid)
    access_emergency.require_hears(hand)
    looked(hand, "plans.emergencies_read", Part.CIRCLE)
    return draw(
        request,
        "plans/emergencies",
        hand,
        (_("Looked in an emergency"), None),
        looks=looking.heard(hand),
        tells=access_emergency.tells(hand),
        is_on=access_emergency.is_on(hand.plan.network),
    )


@page(methods=ACT)
def heard(request: ActorRequest, uuid: UUID, look: UUID) -> HttpResponse:
    """I read it; or: I told it to the resident."""
    hand = hand_for(request, uuid)

    def do() -> str:
        emergency_telling.heard(hand=hand, look=look)
        tell(request, _("Noted."))
        return reverse("plans:emergencies", args=[uuid])

    return once.handle(request, do)
