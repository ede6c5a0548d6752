"""Messages within the circle."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.rest import MessageForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import message as selectors
from wijknetwerk.plans.selectors import people
from wijknetwerk.plans.services import message
from wijknetwerk.plans.views.common import draw, hand_for, looked, told
from wijknetwerk.privacy.purposes import Deed


def _part(hand: Hand) -> Part:
    """The part by which this hand has the page. NotFound for who reads neither."""
    for part in (Part.MESSAGES, Part.MONEY):
        if hand.may(part) and (part == Part.MESSAGES or hand.decides([part])):
            return part
    raise NotFound


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def messages(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The latest messages, with a new one above them."""
    hand = hand_for(request, uuid)
    part = _part(hand)
    writes = hand.plan.is_open and bool(hand.may(part, Deed.WRITE))
    money = bool(hand.may(Part.MONEY, Deed.WRITE))
    found = people.choices(hand) if writes else []
    form = MessageForm(request.POST or None, people=found, money=money)
    if hand.is_resident:
        told(form, without=_("Leave this empty and everybody reads it who may."))
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            message.write(hand=hand, **form.said())
            tell(request, _("Your message stands in the plan."))
            return reverse("plans:messages", args=[uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.messages_read", part)
    return draw(
        request,
        "plans/messages",
        hand,
        (_("Messages"), None),
        form=form if writes else None,
        found=selectors.latest(hand, request.GET.get("bladzijde", "")),
    )
