"""Overleg: the list, calling one, its page, and what is done with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound, Stale
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.core.templating import date_words, time_words
from wijknetwerk.plans import access_conferences
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_conferences import Seat
from wijknetwerk.plans.forms.conference import CallForm, HeldForm, ReportForm, SlotForm
from wijknetwerk.plans.selectors import conference_pages as pages
from wijknetwerk.plans.services import conference as services
from wijknetwerk.plans.services import conference_guests, conference_report
from wijknetwerk.plans.views.common import draw, hand_for, looked, told

READ = "plans.conference_read"
GUEST_ACTS = ("ja", "nee", "voorzitter")


def seat_for(request: ActorRequest, uuid: UUID, conference: UUID) -> Seat:
    """A conference for who has a seat at it. NotFound for everybody else."""
    return access_conferences.seat_for(hand_for(request, uuid), conference)


def at(seat: Seat) -> str:
    """The page of a conference."""
    return reverse("plans:conference", args=[seat.hand.plan.uuid, seat.conference.uuid])


def note(seat: Seat, event: str = READ) -> None:
    """The look, on record before anything is shown."""
    access_conferences.note_look(seat, event)


def crumbs(hand: Hand, *more: Crumb) -> tuple[Crumb, ...]:
    """The path to a page of talks."""
    return ((name_of_talks(hand), reverse("plans:conferences", args=[hand.plan.uuid])), *more)


def name_of_talks(hand: Hand) -> str:
    """As the resident says it, and as others do."""
    return _("Talks at your home") if hand.is_resident else _("Talks")


def on_form(request: ActorRequest, form: Form, act: Callable[[], str]) -> HttpResponse | None:
    """What a valid form does, or None when the page is shown (again)."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return once.handle(request, act)
    except Stale:
        raise
    except DomainError as error:
        if isinstance(error, (NotFound, NotAllowed)):
            raise
        add_refusal(form, error)
        return None


def form_page(
    request: ActorRequest, seat: Seat, form: Form, title: str, **more: Any
) -> HttpResponse:
    """One form about a conference."""
    note(seat)
    path = crumbs(seat.hand, (title, None))
    context = {"form": form, "title": title, "back": at(seat), **more}
    return draw(request, "plans/conference_form", seat.hand, *path, **context)


@page(looks=Looks.PERSON, second_factor=False)
def conferences(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The talks that one may see of this plan."""
    hand = hand_for(request, uuid)
    looked(hand, READ)
    may_call = access_conferences.calls(hand)
    more: Crumb = (name_of_talks(hand), None)
    rows = pages.listed(hand)
    return draw(request, "plans/conferences", hand, more, rows=rows, may_call=may_call)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def call(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """A talk: called by anybody in the circle; the resident says yes."""
    hand = hand_for(request, uuid)
    if not access_conferences.calls(hand):
        raise NotAllowed
    sessions = [
        (row.uuid, f"{date_words(row.starts_at)}, {time_words(row.starts_at)}")
        for row in access_conferences.sessions_of(request.actor, hand.plan.network)
    ]
    people = pages.could_come(hand)
    form = CallForm(request.POST or None, people=people, sessions=sessions)
    if hand.is_resident:
        told(form, where=_("Empty: at your home."))

    def do() -> str:
        made = services.call(hand=hand, asked=form.asked())
        if made.state == "planned":
            return reverse("plans:conference", args=[uuid, made.uuid])
        tell(request, _("We ask the resident first."))
        return reverse("plans:plan", args=[uuid])

    answered = on_form(request, form, do)
    if answered is not None:
        return answered
    looked(hand, READ)
    title = _("Ask for a talk")
    back = reverse("plans:conferences", args=[uuid])
    more = crumbs(hand, (title, None))
    return draw(request, "plans/conference_form", hand, *more, form=form, title=title, back=back)


@page(looks=Looks.PERSON, second_factor=False)
def conference(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """One talk: when, who, the resident's questions first, notes, what was agreed."""
    seat = seat_for(request, uuid, conference)
    note(seat)
    more = crumbs(seat.hand, (date_words(seat.conference.starts_at), None))
    return draw(request, "plans/conference", seat.hand, *more, seat=seat, talk=pages.page(seat))


@page(methods=ACT)
def answer(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """The resident's yes, with who comes; or no."""
    seat = seat_for(request, uuid, conference)

    def do() -> str:
        comes = [UUID(one) for one in request.POST.getlist("comes")]
        yes = request.POST.get("answer") != "nee"
        services.answer(hand=seat.hand, conference=conference, yes=yes, comes=comes)
        return at(seat)

    try:
        return once.handle(request, do)
    except ValueError as error:
        raise NotFound from error


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def move(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """Another time or place."""
    seat = seat_for(request, uuid, conference)
    if "move" not in pages.page(seat).acts:
        raise NotAllowed
    form = SlotForm(request.POST or None)

    def do() -> str:
        services.move(hand=seat.hand, conference=conference, slot=form.slot())
        return at(seat)

    done = on_form(request, form, do)
    return done if done is not None else form_page(request, seat, form, _("Another time"))


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def held(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """It was held: who was there, how long."""
    seat = seat_for(request, uuid, conference)
    shown = pages.page(seat)
    if "hold" not in shown.acts:
        raise NotAllowed
    people = [(one.uuid, one.name) for one in shown.guests if one.state == "yes"]
    form = HeldForm(request.POST or None, people=people, initial={"resident_came": True})

    def do() -> str:
        data: dict[str, Any] = {**form.cleaned_data}
        came = [UUID(one) for one in data.pop("came", ())]
        services.hold(hand=seat.hand, conference=conference, came=came, **data)
        return at(seat)

    done = on_form(request, form, do)
    if done is not None:
        return done
    return form_page(request, seat, form, _("It was held"), read_back=shown.agreed)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def report(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """What was said, in plain words. When somebody wrote meanwhile, both texts are shown (P8)."""
    seat = seat_for(request, uuid, conference)
    shown = pages.page(seat)
    if "write" not in shown.acts:
        raise NotAllowed
    now = {"text": shown.report, "read_version": shown.report_version}
    form = ReportForm(request.POST or None, initial=now)
    theirs = ""

    def do() -> str:
        conference_report.write(hand=seat.hand, conference=conference, **form.cleaned_data)
        return at(seat)

    try:
        done = on_form(request, form, do)
        if done is not None:
            return done
    except Stale:
        seat = seat_for(request, uuid, conference)
        theirs = pages.page(seat).report
        data = request.POST.copy()
        data["read_version"] = str(seat.conference.report_version)
        form = ReportForm(data)
    note(seat)
    title = _("What was said")
    more = crumbs(seat.hand, (title, None))
    context = {"form": form, "title": title, "back": at(seat), "theirs": theirs}
    return draw(request, "plans/conference_form", seat.hand, *more, **context)


@page(methods=ACT)
def ask(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """Somebody of the circle more."""
    seat = seat_for(request, uuid, conference)

    def do() -> str:
        place = UUID(request.POST.get("place", ""))
        conference_guests.add(hand=seat.hand, conference=conference, place=place)
        if not seat.decides:
            tell(request, _("We ask the resident first."))
        return at(seat)

    try:
        return once.handle(request, do)
    except ValueError as error:
        raise NotFound from error


@page(methods=ACT)
def guest(
    request: ActorRequest, uuid: UUID, conference: UUID, guest: UUID, act: str
) -> HttpResponse:
    """Yes or no to one person; who leads the talk."""
    seat = seat_for(request, uuid, conference)
    if act not in GUEST_ACTS:
        raise NotFound

    def do() -> str:
        which: dict[str, Any] = {"hand": seat.hand, "conference": conference, "guest": guest}
        if act == "voorzitter":
            conference_guests.choose_chair(**which)
        else:
            conference_guests.decide(**which, comes=act == "ja")
        return at(seat)

    return once.handle(request, do)


@page(methods=ACT)
def act(request: ActorRequest, uuid: UUID, conference: UUID, act: str) -> HttpResponse:
    """Call it off, stay away, lead it oneself, send what was written, say that it was read."""
    seat = seat_for(request, uuid, conference)
    which: dict[str, Any] = {"hand": seat.hand, "conference": conference}
    acts: dict[str, Callable[[], Any]] = {
        "gaat-niet-door": lambda: services.call_off(**which),
        "ik-kom-niet": lambda: conference_guests.stay_away(**which),
        "ik-leid": lambda: conference_guests.choose_chair(**which, guest=None),
        "versturen": lambda: conference_report.send(**which),
        "gelezen": lambda: conference_report.read(**which),
    }
    if act not in acts:
        raise NotFound

    def do() -> str:
        acts[act]()
        if act == "versturen" and not seat.hand.plan.resident.email:
            tell(request, _("The resident gets no mail. Print the letter, and bring it."))
        return reverse("plans:plan", args=[uuid]) if act == "ik-kom-niet" else at(seat)

    return once.handle(request, do)
