"""'Dit ene ding': one goal, need, agreement or document, alone; from the person or from the
thing."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.plans import presets
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.sharing import OneThingForm, WhoForm
from wijknetwerk.plans.presets import Preset, Sharing
from wijknetwerk.plans.selectors import sharing as selectors
from wijknetwerk.plans.selectors import things
from wijknetwerk.plans.selectors.things import ThingShown
from wijknetwerk.plans.services import sharing as services
from wijknetwerk.plans.views.common import draw, looked
from wijknetwerk.plans.views.sharing import sharing_url, who_shares
from wijknetwerk.privacy.purposes import Ground, PartyKind


def _alone(thing: ThingShown) -> Sharing:
    return presets.sharing(Preset.ONE_THING, thing=thing.name, part=thing.part)


def _text(hand: Hand, thing: ThingShown) -> str:
    return presets.text(_alone(thing), PartyKind.PERSON, Ground.CONSENT, "")


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def share_one(request: ActorRequest, uuid: UUID, place: UUID) -> HttpResponse:
    """For one person: choose the one thing. It comes beside what they see already."""
    hand, notes = who_shares(request, uuid)
    who = selectors.party(hand, PartyKind.PERSON, place)
    able = things.shareable(hand)
    listed = [(one.name, f"{one.text}|{one.sort}") for one in able]
    form = OneThingForm(request.POST or None, things=listed, notes=notes, needs_task=who.needs_task)
    if request.method == "POST" and form.is_valid():
        thing = next(one for one in able if one.name == form.cleaned_data["thing"])

        def do() -> str:
            services.give(
                hand=hand,
                kind=PartyKind.PERSON,
                place=place,
                chosen=_alone(thing),
                terms=form.terms(beside=True),
            )
            tell(request, _("%(who)s can see this from now on.") % {"who": who.name})
            return sharing_url(uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.sharing_read")
    crumbs = ((_("Who may see what"), sharing_url(uuid)), (who.name, None))
    text = _text(hand, able[0]) if able else ""
    return draw(request, "plans/share_one", hand, *crumbs, form=form, who=who, able=able, text=text)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def show_one(request: ActorRequest, uuid: UUID, thing: str, row: UUID) -> HttpResponse:
    """For one thing: who may see it, one press for each person."""
    hand, notes = who_shares(request, uuid)
    found = things.thing(hand, thing, row)
    if request.method == "POST":
        return _show(request, hand, found)
    looked(hand, "plans.sharing_read")
    return draw(
        request,
        "plans/show_one",
        hand,
        (_("Who may see what"), sharing_url(uuid)),
        (_("One thing"), None),
        thing=found,
        rows=selectors.who_sees(hand, found),
        text=_text(hand, found),
        notes=notes,
    )


def _show(request: ActorRequest, hand: Hand, found: ThingShown) -> HttpResponse:
    form = WhoForm(request.POST)
    if not form.is_valid():
        raise NotFound
    who = selectors.party(hand, PartyKind.PERSON, form.cleaned_data["place"])

    def do() -> str:
        services.give(
            hand=hand,
            kind=PartyKind.PERSON,
            place=who.place,
            chosen=_alone(found),
            terms=form.terms(),
        )
        tell(request, _("%(who)s can see this from now on.") % {"who": who.name})
        return sharing_url(hand.plan.uuid)

    return once.handle(request, do)
