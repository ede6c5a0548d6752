"""The gate of each page of a plan: who has it in hand, with a second factor unless it is one's own,
and the look on record before anything is shown."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import drafts, presence
from wijknetwerk.core.pages import ActorRequest
from wijknetwerk.core.screens import show
from wijknetwerk.core.shell import Crumb
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand, Way
from wijknetwerk.plans.parts import Part


def hand_for(request: ActorRequest, uuid: UUID) -> Hand:
    """The plan, in the hand of who asks. NotFound for everybody for whom it doesn't open."""
    hand = access.plan_for(request.actor, uuid)
    presence.require(request, own=hand.is_resident)
    return hand


def looked(hand: Hand, event: str, part: Part | None = None) -> None:
    """Note the look; what opens by an emergency only, under its own name."""
    asked = [part] if part is not None else list(Part)
    by_emergency = next((one for one in asked if hand.may(one).way is Way.EMERGENCY), None)
    named = "plans.emergency_read" if by_emergency else event
    access.note_look(hand, named, by_emergency or part)


def name_of(hand: Hand) -> str:
    """Whose plan it is, as its reader says it."""
    if hand.is_resident:
        return _("My plan")
    return _("The plan of %(who)s") % {"who": hand.plan.resident.name}


def told(form: forms.Form, **texts: str) -> None:
    """Other help beside these fields: the resident is told 'you', others aren't."""
    for name, text in texts.items():
        if name in form.fields:
            form.fields[name].help_text = text


def draw(
    request: ActorRequest, template: str, hand: Hand, *more: Crumb, **context: Any
) -> HttpResponse:
    """A page of a plan, with its path."""
    here = reverse("plans:plan", args=[hand.plan.uuid])
    crumbs: list[Crumb] = [(name_of(hand), here if more else None), *more]
    network = hand.plan.network
    drafts.offer(request, context.get("form"))
    return show(request, template, network, crumbs, hand=hand, plan=hand.plan, **context)
