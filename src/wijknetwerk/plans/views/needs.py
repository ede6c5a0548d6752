"""What is chosen for a need: own people, help from the neighbourhood, a party, an agreement."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.mutual_aid.selectors import own as help_selectors
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.lines import AskHelpForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import chosen
from wijknetwerk.plans.services import need_help, words
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.plans.views.lines import line_url
from wijknetwerk.privacy.purposes import Deed

NEED = "need"
OWN_PEOPLE, HELP, NOTHING = "eigen-mensen", "hulpvraag", "nog-niets"
CHOICES = {OWN_PEOPLE: "own_people", HELP: "help", NOTHING: ""}


@page(looks=Looks.PERSON, second_factor=False)
def need_choose(request: ActorRequest, uuid: UUID, need: UUID) -> HttpResponse:
    """The four ways, each with what it takes."""
    hand = hand_for(request, uuid)
    row = words.line_for(hand, NEED, need)
    words.require_writing(hand, row)
    looked(hand, "plans.read", row.part)
    title = _("Who helps with this?")
    return draw(
        request,
        "plans/need_choose",
        hand,
        (_("I need"), line_url(hand, NEED, need)),
        (title, None),
        title=title,
        need=need,
        text=row.text.read(),
        chosen=chosen.of_one(hand, need),
        may_ask=chosen.may_ask(request.actor, hand),
        ready=chosen.requests_of(request.actor, hand),
        may_agree=bool(hand.may(Part.AGREEMENTS, Deed.WRITE)),
    )


@page(methods=ACT)
def need_chosen(request: ActorRequest, uuid: UUID, need: UUID, act: str) -> HttpResponse:
    """Own people, an existing request for help, or nothing yet after all."""
    hand = hand_for(request, uuid)
    if act not in CHOICES:
        raise NotFound
    asked = _uuid(request.POST.get("request", "")) if act == HELP else None

    def do() -> str:
        words.choose(hand=hand, need=need, choice=CHOICES[act], help_request=asked)
        tell(request, _("Kept."))
        return line_url(hand, NEED, need)

    return once.handle(request, do)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def need_help_new(request: ActorRequest, uuid: UUID, need: UUID) -> HttpResponse:
    """Ask the neighbourhood for help, in words that the resident lets go of (rule H1)."""
    hand = hand_for(request, uuid)
    row = words.line_for(hand, NEED, need)
    if not chosen.may_ask(request.actor, hand):
        raise NotFound
    network = hand.plan.network
    now = help_selectors.reached(request.actor, network)
    first = {
        "words": "" if row.money else row.text.read(),
        "reached_by": now.reached_by,
        "address": now.address,
    }
    form = AskHelpForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            made = need_help.ask(
                hand=hand, need=need, asked=form.asked(), reach=form.reach(now.pc4)
            )
            tell(request, _("We have your question. One thing more."))
            return reverse("mutual_aid:request_told", args=[network.slug, made.uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.read", row.part)
    title = _("Ask the neighbourhood for help")
    crumbs = ((_("I need"), line_url(hand, NEED, need)), (title, None))
    context = {"form": form, "title": title, "back": _choose_url(hand, need)}
    return draw(request, "plans/need_help", hand, *crumbs, phone=now.phone, **context)


def _choose_url(hand: Hand, need: UUID) -> str:
    return reverse("plans:need_choose", args=[hand.plan.uuid, need])


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
