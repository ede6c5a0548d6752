"""Who may decide for a resident: read, named, said yes to, ended."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.networks.selectors.people import choices_of_members
from wijknetwerk.plans import access_representing
from wijknetwerk.plans.forms.representing import ClaimForm, DecidedForm
from wijknetwerk.plans.selectors import representing
from wijknetwerk.plans.services import representatives as services
from wijknetwerk.plans.views.common import draw, hand_for, looked

ACTS = {"ja": services.confirm, "stoppen": services.end}


def _title(mine: bool) -> str:
    return _("Who may decide for me") if mine else _("Who may decide")


@page(looks=Looks.PERSON, second_factor=False)
def representatives(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """In the order of the law; and where two could both decide, in plain words."""
    hand = hand_for(request, uuid)
    access_representing.require_reading(hand)
    looked(hand, "plans.representatives_read")
    title = _title(hand.is_resident)
    found = representing.speaking(hand)
    return draw(request, "plans/representatives", hand, (title, None), title=title, found=found)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def representative_new(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Name somebody. It counts once the proof was seen, or the resident said yes in person."""
    hand = hand_for(request, uuid)
    access_representing.require_noting(hand)
    members = choices_of_members(hand.plan.network, besides=hand.plan.resident_id)
    form = ClaimForm(request.POST or None, members=members, mine=hand.is_resident)
    here = reverse("plans:representatives", args=[uuid])
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.note(hand=hand, claim=form.claim())
            tell(request, _("Written down. It doesn't count yet."))
            return here

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.representatives_read")
    title = _("Somebody who may decide")
    crumbs = ((_title(hand.is_resident), here), (title, None))
    return draw(
        request, "plans/representative_form", hand, *crumbs, form=form, title=title, back=here
    )


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def decided(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Who decides for the resident writes which decision it was: incapacity is per decision."""
    hand = hand_for(request, uuid)
    access_representing.speaks_as(hand)
    form = DecidedForm(request.POST or None)
    here = reverse("plans:representatives", args=[uuid])
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.tell_decision(hand=hand, words=form.cleaned_data["words"])
            tell(request, _("Kept. The resident reads it."))
            return here

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.representatives_read")
    title = _("What I decided for the resident")
    crumbs = ((_title(False), here), (title, None))
    lead = _("Each time, also when it is not the first. Ask the resident first.")
    return draw(
        request, "plans/decided", hand, *crumbs, form=form, title=title, back=here, lead=lead
    )


@page(methods=ACT)
def representative_act(
    request: ActorRequest, uuid: UUID, representative: UUID, act: str
) -> HttpResponse:
    """The resident's own yes in person; or it ends now."""
    hand = hand_for(request, uuid)
    if act not in ACTS:
        raise NotFound

    def do() -> str:
        ACTS[act](hand=hand, uuid=representative)
        tell(request, _("This person may decide now.") if act == "ja" else _("It ended."))
        if act == "stoppen" and not hand.is_resident:
            return reverse("plans:circles", args=[hand.plan.network.slug])
        return reverse("plans:representatives", args=[uuid])

    return once.handle(request, do)
