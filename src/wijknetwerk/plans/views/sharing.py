"""Wie mag wat zien, wie keek mee, and the circle."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.networks.people import members_now
from wijknetwerk.plans import access_sharing, presets
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.plans import PlaceForm
from wijknetwerk.plans.forms.sharing import OwnForm, ShareForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.selectors import pages
from wijknetwerk.plans.selectors import sharing as selectors
from wijknetwerk.plans.selectors.representing import part_words
from wijknetwerk.plans.services import circle
from wijknetwerk.plans.services import sharing as services
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.privacy.purposes import Ground, PartyKind

ACTS = ("ja", "nee", "eruit", "aanspreekpunt")
OWN, NOTHING = "own", "nothing"
"""The words of the form in which one chooses oneself, and of no."""


def who_shares(request: ActorRequest, uuid: UUID, about: UUID | None = None) -> tuple[Hand, bool]:
    """The plan for who has these pages, or the one `about` this place, and whether they note what a
    resident said."""
    hand = hand_for(request, uuid)
    return hand, access_sharing.require_who_shares(hand, about)


def back_of(hand: Hand) -> str:
    """The page with all of it; the plan, for who notes only about who is called first."""
    if access_sharing.stands_in(hand):
        return reverse("plans:plan", args=[hand.plan.uuid])
    return sharing_url(hand.plan.uuid)


def sharing_url(uuid: UUID) -> str:
    """The page with all of it."""
    return reverse("plans:sharing", args=[uuid])


@page(looks=Looks.PERSON, second_factor=False)
def sharing(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Person by person what they may see, each to stop with one press; and who looked."""
    hand, notes = who_shares(request, uuid)
    looked(hand, "plans.sharing_read")
    return draw(
        request,
        "plans/sharing",
        hand,
        (_("Who may see what"), None),
        seeing=pages.seeing(hand),
        ledger=selectors.ledger(hand),
        looks=pages.looks(request.actor) if hand.is_resident else (),
        notes=notes,
    )


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def share(request: ActorRequest, uuid: UUID, place: UUID) -> HttpResponse:
    """Choose what one person may see, with the exact words beside the press."""
    return _share(request, uuid, PartyKind.PERSON, place)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def share_party(request: ActorRequest, uuid: UUID, place: UUID) -> HttpResponse:
    """The same for the people of an organisation, as far as they are in the circle."""
    return _share(request, uuid, PartyKind.ORGANISATION, place)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def share_team(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The same for the team that comes to my home."""
    return _share(request, uuid, PartyKind.TEAM, None)


def _share(request: ActorRequest, uuid: UUID, kind: PartyKind, place: UUID | None) -> HttpResponse:
    hand, notes = who_shares(request, uuid, place if kind == PartyKind.PERSON else None)
    back = back_of(hand)
    if request.POST.get("preset") == NOTHING:
        return _stop(request, hand, kind, place)
    who = selectors.party(hand, kind, place)
    own = request.POST.get("preset") == OWN or who.needs_task
    sent = request.POST or None
    whole = ShareForm(None if own else sent, notes=notes)
    chosen = OwnForm(
        sent if own else None,
        parts=[(part.value, part_words(part, mine=hand.is_resident)) for part in Part],
        notes=notes,
        needs_task=who.needs_task,
        auto_id="own_%s",
    )
    form = chosen if own else whole
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            _give(hand, kind, place, form)
            person = kind == PartyKind.PERSON
            said = _("%(who)s can see this from now on.") if person else _("They can see this now.")
            tell(request, said % {"who": who.name} if person else said)
            return back

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.sharing_read")
    texts = [
        presets.text(presets.sharing(preset), kind, Ground.CONSENT, "")
        for preset in (Preset.EVERYTHING, Preset.BUT_MONEY)
    ]
    crumbs = ((_("Who may see what"), back), (who.name, None))
    page_of = {"form": whole, "own": chosen, "who": who, "texts": texts, "notes": notes}
    page_of |= {"back": back, "whole_page": back == sharing_url(uuid)}
    return draw(request, "plans/share", hand, *crumbs, opened=own, **page_of)


def _give(hand: Hand, kind: PartyKind, place: UUID | None, form: ShareForm | OwnForm) -> None:
    if isinstance(form, OwnForm):
        chosen = form.chosen()
        terms = form.terms(lasts=form.cleaned_data["until_on"])
    else:
        chosen, terms = presets.sharing(Preset(form.cleaned_data["preset"])), form.terms()
    services.give(hand=hand, kind=kind, place=place, chosen=chosen, terms=terms)


@page(methods=ACT)
def stop(request: ActorRequest, uuid: UUID, place: UUID) -> HttpResponse:
    """One press: this person sees nothing more."""
    hand, _notes = who_shares(request, uuid)
    return _stop(request, hand, PartyKind.PERSON, place)


def _stop(request: ActorRequest, hand: Hand, kind: PartyKind, place: UUID | None) -> HttpResponse:
    def do() -> str:
        services.stop(hand=hand, kind=kind, place=place)
        left = next((one for one in pages.seeing(hand) if one.place.uuid == place), None)
        if kind != PartyKind.PERSON:
            tell(request, _("They see nothing by this any more."))
        elif left is not None and left.what:
            tell(request, _("Stopped. With a team or party this person still sees something."))
        else:
            tell(request, _("Stopped. This person sees nothing of your plan any more."))
        return sharing_url(hand.plan.uuid)

    return once.handle(request, do)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def circle_add(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Somebody for the circle; it opens nothing by itself."""
    hand = hand_for(request, uuid)
    resident = hand.plan.resident_id
    here = members_now(hand.plan.network_id)
    members = [(one.uuid, one.name) for one in here if one.person_id != resident]
    form = PlaceForm(request.POST or None, members=members)
    if not hand.is_resident:
        form.fields["relation"].label = _("Who is this to them?")
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
