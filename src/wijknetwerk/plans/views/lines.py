"""One line of a plan: written, read with what stood there before, changed with both texts when two
did so, let go and put back."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound, Stale
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.plans import LineForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import card, chosen
from wijknetwerk.plans.selectors import lines as selectors
from wijknetwerk.plans.services import words
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.privacy.purposes import Deed

TITLES: dict[str, str | Promise] = {
    "want": gettext_lazy("I want"),
    "strength": gettext_lazy("I can"),
    "need": gettext_lazy("I need"),
    "goal": gettext_lazy("My goal"),
}


def title_of(thing: str) -> str:
    """What a kind of line is called. NotFound."""
    if thing not in TITLES:
        raise NotFound
    return str(TITLES[thing])


def line_url(hand: Hand, thing: str, uuid: UUID) -> str:
    """The page of a line."""
    return reverse("plans:line", args=[hand.plan.uuid, thing, uuid])


def back(hand: Hand) -> str:
    """The plan itself."""
    return reverse("plans:plan", args=[hand.plan.uuid])


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def write(request: ActorRequest, uuid: UUID, thing: str) -> HttpResponse:
    """A new line, in own words."""
    hand = hand_for(request, uuid)
    title = title_of(thing)
    words.require_adding(hand, thing)
    form = LineForm(request.POST or None, thing=thing, money=_money(hand))
    _whose_words(hand, form)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            words.write(hand=hand, thing=thing, said=form.said())
            return back(hand)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.read")
    return draw(request, "plans/form", hand, (title, None), form=form, title=title)


@page(looks=Looks.PERSON, second_factor=False)
def line(request: ActorRequest, uuid: UUID, thing: str, line: UUID) -> HttpResponse:
    """The line, what can be done with it, and what it said before."""
    hand = hand_for(request, uuid)
    title = title_of(thing)
    row = words.line_for(hand, thing, line)
    looked(hand, "plans.read")
    need = None
    felt = None
    if thing == "need":
        need = chosen.of_one(hand, line)
        felt = next((one for one in card.felt(hand) if one.need == line), None)
    return draw(
        request,
        "plans/line",
        hand,
        (title, None),
        title=title,
        one=selectors.line_page(hand, row),
        chosen=need,
        felt=felt,
        may_feel=hand.plan.is_open and bool(hand.may(Part.CARD, Deed.WRITE)),
    )


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def line_change(request: ActorRequest, uuid: UUID, thing: str, line: UUID) -> HttpResponse:
    """Say it in other words. Of two who do so at once, the second sees both texts (P8)."""
    hand = hand_for(request, uuid)
    title = title_of(thing)
    row = words.line_for(hand, thing, line)
    words.require_writing(hand, row)
    now = selectors.line_page(hand, row)
    first = {"text": now.text, "money": now.money, "whose": now.whose}
    form = LineForm(
        request.POST or None,
        thing=thing,
        money=_money(hand),
        initial={**first, "look_back_on": now.look_back_on},
    )
    _whose_words(hand, form)
    version, meanwhile = now.version, ""
    if request.method == "POST" and form.is_valid():
        read = _number(request.POST.get("version", ""))

        def do() -> str:
            words.change(hand=hand, thing=thing, uuid=line, said=form.said(), read_version=read)
            tell(request, _("Changed. What stood there before is kept."))
            return line_url(hand, thing, line)

        try:
            return once.handle(request, do)
        except Stale:
            row = words.line_for(hand, thing, line)
            version, meanwhile = row.version, row.text.read()
        except DomainError as error:
            add_refusal(form, error)
            version = read
    looked(hand, "plans.read")
    return draw(
        request,
        "plans/line_change",
        hand,
        (title, line_url(hand, thing, line)),
        (_("Change"), None),
        form=form,
        title=title,
        version=version,
        meanwhile=meanwhile,
        here=line_url(hand, thing, line),
    )


@page(methods=ACT)
def line_gone(request: ActorRequest, uuid: UUID, thing: str, line: UUID) -> HttpResponse:
    """It is no longer so."""
    hand = hand_for(request, uuid)

    def do() -> str:
        words.let_go(hand=hand, thing=thing, uuid=line)
        tell(request, _("It is off the page. You find it at 'What is no longer so'."))
        return back(hand)

    return once.handle(request, do)


@page(methods=ACT)
def line_back(request: ActorRequest, uuid: UUID, thing: str, line: UUID) -> HttpResponse:
    """It is so after all."""
    hand = hand_for(request, uuid)

    def do() -> str:
        words.bring_back(hand=hand, thing=thing, uuid=line)
        tell(request, _("It stands in the plan again."))
        return back(hand)

    return once.handle(request, do)


@page(looks=Looks.PERSON, second_factor=False)
def gone(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """What is no longer so."""
    hand = hand_for(request, uuid)
    looked(hand, "plans.read")
    found = [(title_of(one.thing), one) for one in selectors.gone(hand)]
    title = _("What is no longer so")
    return draw(request, "plans/gone", hand, (title, None), title=title, lines=found)


def _whose_words(hand: Hand, form: LineForm) -> None:
    if not hand.is_resident:
        form.fields["text"].label = _("In the words of %(who)s") % {"who": hand.plan.resident.name}


def _money(hand: Hand) -> bool:
    return bool(hand.may(Part.MONEY, Deed.WRITE))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
