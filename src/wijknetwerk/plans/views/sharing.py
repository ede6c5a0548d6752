"""Wie mag wat zien, wie keek mee, and the circle."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.selectors.people import choices_of_members
from wijknetwerk.plans import access, presets
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.plans import PlaceForm, ReviewForm, ShareForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.selectors import emergency as looking
from wijknetwerk.plans.selectors import pages
from wijknetwerk.plans.services import circle, emergency
from wijknetwerk.plans.services import sharing as services
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.privacy.purposes import Ground, PartyKind

ACTS = ("ja", "nee", "eruit", "aanspreekpunt")


def _decides(request: ActorRequest, uuid: UUID) -> Hand:
    """For the resident, and who decides for them in the whole plan. NotAllowed for the circle."""
    hand = hand_for(request, uuid)
    if not hand.decides(Part):
        raise NotAllowed
    return hand


def _sharing_url(uuid: UUID) -> str:
    return reverse("plans:sharing", args=[uuid])


@page(looks=Looks.PERSON, second_factor=False)
def sharing(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Person by person what they may see, each to stop with one press; and who looked."""
    hand = _decides(request, uuid)
    looked(hand, "plans.sharing_read")
    looks = pages.looks(request.actor) if hand.is_resident else ()
    rows = pages.seeing(hand)
    title = _("Who may see what")
    return draw(request, "plans/sharing", hand, (title, None), seeing=rows, looks=looks)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def share(request: ActorRequest, uuid: UUID, place: UUID) -> HttpResponse:
    """Choose what one person may see, with the exact words above the press."""
    hand = _decides(request, uuid)
    who = next((one.place for one in pages.seeing(hand) if one.place.uuid == place), None)
    if who is None:
        raise NotFound
    form = ShareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            chosen = presets.sharing(Preset(form.cleaned_data["preset"]))
            services.give(hand=hand, kind=PartyKind.PERSON, place=place, chosen=chosen)
            tell(request, _("%(who)s can see this from now on.") % {"who": who.name})
            return _sharing_url(uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.sharing_read")
    texts = [
        presets.text(presets.sharing(preset), PartyKind.PERSON, Ground.CONSENT, "")
        for preset in (Preset.EVERYTHING, Preset.BUT_MONEY)
    ]
    crumbs = ((_("Who may see what"), _sharing_url(uuid)), (who.name, None))
    return draw(request, "plans/share", hand, *crumbs, form=form, who=who, texts=texts)


@page(methods=ACT)
def stop(request: ActorRequest, uuid: UUID, place: UUID) -> HttpResponse:
    """One press: this person sees nothing more."""
    hand = _decides(request, uuid)

    def do() -> str:
        services.stop(hand=hand, kind=PartyKind.PERSON, place=place)
        left = next((one for one in pages.seeing(hand) if one.place.uuid == place), None)
        if left is not None and left.what:
            tell(request, _("Stopped. With a team or party this person still sees something."))
        else:
            tell(request, _("Stopped. This person sees nothing of your plan any more."))
        return _sharing_url(uuid)

    return once.handle(request, do)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def circle_add(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Somebody for the circle; it opens nothing by itself."""
    hand = hand_for(request, uuid)
    network = hand.plan.network
    members = [
        (one, name) for one, name in choices_of_members(network) if name != hand.plan.resident.name
    ]
    form = PlaceForm(request.POST or None, members=members)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def do() -> str:
            made = circle.add(
                hand=hand,
                member=UUID(data["member"]),
                role=data["role"],
                relation=data["relation"],
            )
            if hand.decides(Part):
                return reverse("plans:share", args=[uuid, made.uuid])
            tell(request, _("We ask the resident first."))
            return reverse("plans:plan", args=[uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.read", Part.CIRCLE)
    title = _("Somebody in my circle") if hand.is_resident else _("Somebody in the circle")
    return draw(request, "plans/form", hand, (title, None), form=form, title=title)


@page(methods=ACT)
def circle_act(request: ActorRequest, uuid: UUID, place: UUID, act: str) -> HttpResponse:
    """Yes or no to who was asked; out of the circle; whom to call first."""
    hand = hand_for(request, uuid)
    if act not in ACTS:
        raise NotFound

    def do() -> str:
        if act in ("ja", "nee"):
            circle.answer(hand=hand, place=place, yes=act == "ja")
        elif act == "eruit":
            circle.take_out(hand=hand, place=place)
        else:
            circle.appoint(hand=hand, place=place)
        return reverse("plans:plan", args=[uuid])

    return once.handle(request, do)


@page(looks=Looks.PERSON, methods=FORM, private=True)
def review(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A look in an emergency, for a privacy officer outside the case: who, when, why, what was
    opened. Never the plan."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.look_to_review(request.actor, network, uuid)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def do() -> str:
            emergency.review(actor=request.actor, network=network, look=uuid, **data)
            tell(request, _("Kept. The resident reads it in their plan."))
            return reverse("networks:home", args=[slug])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looking.note(request.actor, found)
    crumbs: list[Crumb] = [(_("A look in an emergency"), None)]
    card = looking.card(found)
    return show(request, "plans/review", network, crumbs, form=form, card=card)
