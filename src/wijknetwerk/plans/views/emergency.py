"""A look in an emergency (P5): opened by a professional, read for four hours, shut, judged."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, once, presence
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, AsksSecondFactor, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.selectors.people import choices_of_members
from wijknetwerk.plans import access_emergency, emergency_paper
from wijknetwerk.plans.errors import ConfirmFirst, NoEmergency, ReadsAlready
from wijknetwerk.plans.forms.emergency import OpenForm, ReviewForm
from wijknetwerk.plans.selectors import agreements, emergency_counts
from wijknetwerk.plans.selectors import emergency as looking
from wijknetwerk.plans.selectors.circle_drawing import people_of
from wijknetwerk.plans.services import emergency
from wijknetwerk.plans.services.emergency import Why
from wijknetwerk.plans.views.common import hand_for, looked

SHOWN = 60


def _plans(slug: str) -> Crumb:
    return _("Plans"), reverse("plans:circles", args=[slug])


@page(second_factor=True, methods=FORM, private=True)
def open_look(request: ActorRequest, slug: str) -> HttpResponse:
    """Whose plan, and why it can't wait. Whether there is a plan, nobody learns by trying: each
    try is on the record of who it was about."""
    network = network_for(request.actor, slug, to=Act.SEE)
    try:
        access_emergency.require_look(request.actor, network)
    except ConfirmFirst:
        if request.method != "POST":
            raise AsksSecondFactor from None
    form = OpenForm(request.POST or None, members=choices_of_members(network))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        resident = UUID(data["resident"])

        def do() -> str:
            why = Why(data["reason"], data["words"])
            made = emergency.open_look(
                actor=request.actor, network=network, resident=resident, why=why
            )
            return reverse("plans:emergency_read", args=[slug, made.uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            if isinstance(error, NoEmergency | ReadsAlready):
                emergency.refused(actor=request.actor, network=network, resident=resident)
            add_refusal(form, error)
    crumbs: list[Crumb] = [_plans(slug), (_("Open a plan in an emergency"), None)]
    mine = [
        (one.uuid, one.plan.resident.name, looking.ends_at(one))
        for one in access_emergency.own_looks(request.actor, network)
    ]
    return show(request, "plans/emergency_open", network, crumbs, form=form, mine=mine)


@page(looks=Looks.PERSON)
def read(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Whom to call and what was agreed; nothing else, and nothing to change."""
    network = network_for(request.actor, slug, to=Act.SEE)
    look = access_emergency.own_look(request.actor, network, uuid)
    hand = hand_for(request, look.plan.uuid)
    looked(hand, "plans.emergency_read")
    name = hand.plan.resident.name
    crumbs: list[Crumb] = [_plans(slug), (name, None)]
    return show(
        request,
        "plans/emergency_read",
        network,
        crumbs,
        look=look.uuid,
        until=looking.ends_at(look),
        name=name,
        people=people_of(hand),
        agreed=agreements.coming(hand, SHOWN),
    )


@page(methods=ACT, second_factor=True)
def end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Shut it before the four hours are over."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def do() -> str:
        emergency.end_look(actor=request.actor, network=network, look=uuid)
        tell(request, _("Shut. You see nothing of this plan any more."))
        return reverse("plans:circles", args=[slug])

    return once.handle(request, do)


@page(looks=Looks.PERSON, methods=FORM, private=True)
def review(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """For a privacy officer outside the case: who, when, why, what was opened. Never the plan."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access_emergency.look_for_officer(request.actor, network, uuid)
    presence.require(request, own=False)
    card = looking.card(found)
    form = ReviewForm(request.POST or None, must_tell=card.to_tell is not None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def do() -> str:
            emergency.review(actor=request.actor, network=network, look=uuid, **data)
            tell(request, _("Kept. The resident reads it in their plan."))
            return reverse("plans:emergency", args=[slug, uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looking.note(request.actor, found)
    crumbs: list[Crumb] = [(_("A look in an emergency"), None)]
    return show(request, "plans/review", network, crumbs, form=form, card=card)


@page(looks=Looks.PERSON)
def letter(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The same on paper for a resident whom no mail reaches; printed by the privacy officer."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access_emergency.look_for_officer(request.actor, network, uuid)
    presence.require(request, own=False)
    looking.note(request.actor, found)
    return documents.pdf(emergency_paper.letter(found), _("letter"))


@page()
def counts(request: ActorRequest, slug: str) -> HttpResponse:
    """How often, per month and per party: numbers only, for who leads and the privacy officer."""
    network = network_for(request.actor, slug, to=Act.SEE)
    exact = access_emergency.counts_exactly(request.actor, network)
    found = emergency_counts.counts(network, exact=exact)
    crumbs: list[Crumb] = [(_("How often in an emergency"), None)]
    return show(request, "plans/emergency_counts", network, crumbs, counts=found)


@page(methods=FORM)
def setting(request: ActorRequest, slug: str) -> HttpResponse:
    """What it means, who judges it, and the switch; for who decides about settings."""
    network = network_for(request.actor, slug, to=Act.EDIT_NETWORK)
    if request.method == "POST":
        on = request.POST.get("on") == "1"

        def do() -> str:
            emergency.switch(actor=request.actor, network=network, on=on)
            tell(request, _("It is on.") if on else _("It is off."))
            return reverse("plans:emergency_setting", args=[slug])

        return once.handle(request, do)
    crumbs: list[Crumb] = [
        (_("Settings"), reverse("networks:settings", args=[slug])),
        (_("Looking in an emergency"), None),
    ]
    return show(
        request,
        "plans/emergency_setting",
        network,
        crumbs,
        is_on=access_emergency.is_on(network),
        officers=looking.officers(network),
    )
