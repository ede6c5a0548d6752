"""Questions, what one brings, notes by paragraph that keep themselves, and how one finds it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import once
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import tell
from wijknetwerk.plans.forms.conference import AgreeForm, FoundForm, WordsForm
from wijknetwerk.plans.selectors import conference_facts
from wijknetwerk.plans.selectors import conference_pages as pages
from wijknetwerk.plans.selectors.conference_shown import LineShown
from wijknetwerk.plans.services import conference_agreements, conference_lines
from wijknetwerk.plans.views.conference import at, form_page, on_form, seat_for

TITLES = {
    "question": gettext_lazy("A question for the talk"),
    "brought": gettext_lazy("What I bring to the talk"),
    "note": gettext_lazy("A note"),
}


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def write(request: ActorRequest, uuid: UUID, conference: UUID, kind: str) -> HttpResponse:
    """A question, what I bring, a new paragraph."""
    seat = seat_for(request, uuid, conference)
    shown = pages.page(seat)
    if kind not in TITLES:
        raise NotFound
    if kind not in shown.kinds:
        raise NotAllowed
    mine = next((one.text for one in shown.brought if one.is_own), "") if kind == "brought" else ""
    form = WordsForm(request.POST or None, initial={"text": mine})

    def do() -> str:
        text = form.cleaned_data["text"]
        conference_lines.write(hand=seat.hand, conference=conference, kind=kind, text=text)
        return at(seat)

    done = on_form(request, form, do)
    if done is not None:
        return done
    more = {"may_discuss": pages.may_discuss(seat)} if kind == "brought" else {}
    if seat.decides:
        more = {}
    return form_page(request, seat, form, str(TITLES[kind]), **more)


@page(methods=ACT)
def change(request: ActorRequest, uuid: UUID, conference: UUID, line: UUID) -> HttpResponse:
    """Keep a paragraph: by itself while one writes, or by the button. When somebody wrote the same
    one meanwhile, both texts come back."""
    seat = seat_for(request, uuid, conference)
    version = request.POST.get("read_version", "")
    text = request.POST.get("text", "")

    def keep() -> LineShown:
        if not version.isdecimal():
            raise InvalidInput
        kept = conference_lines.change(
            hand=seat.hand,
            conference=conference,
            line=line,
            text=text,
            read_version=int(version),
        )
        return pages.shown(seat, kept)

    if not request.headers.get("HX-Request"):

        def do() -> str:
            if keep().beside:
                tell(request, _("Somebody wrote here at the same moment. Both texts are kept."))
            return f"{at(seat)}#alinea-{line}"

        return once.handle(request, do)
    found = keep()
    template = "plans/_conference_both.html" if found.beside else "plans/_conference_kept.html"
    context = {"line": found, "uuid": uuid, "conference": conference}
    answer = render(request, template, context)
    if found.beside:
        answer["HX-Retarget"] = f"#alinea-{line}"
    return answer


@page(methods=ACT)
def take_out(request: ActorRequest, uuid: UUID, conference: UUID, line: UUID) -> HttpResponse:
    """A line that is not needed."""
    seat = seat_for(request, uuid, conference)

    def do() -> str:
        conference_lines.take_out(hand=seat.hand, conference=conference, line=line)
        return at(seat)

    return once.handle(request, do)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def found(request: ActorRequest, uuid: UUID, conference: UUID, moment: str) -> HttpResponse:
    """How I find it, before or afterwards; only I read it."""
    seat = seat_for(request, uuid, conference)
    if moment not in ("before", "after"):
        raise NotFound
    if moment not in pages.page(seat).found:
        raise NotAllowed
    marks, words = pages.view_of(seat, moment)
    now = {**{code: str(mark) for code, mark in marks.items()}, "words": words}
    side = pages.side_of(seat)
    form = FoundForm(request.POST or None, moment=moment, side=side, initial=now)

    def do() -> str:
        said = {"marks": form.marks(), "words": form.cleaned_data["words"]}
        conference_lines.say(hand=seat.hand, conference=conference, moment=moment, **said)
        tell(request, _("Thank you. It is kept, for you alone."))
        return at(seat)

    title = _("Before the talk") if moment == "before" else _("After the talk")
    done = on_form(request, form, do)
    if done is not None:
        return done
    known = conference_facts.facts(seat, moment)
    return form_page(request, seat, form, title, facts=known)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def agree(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """Who does what before which day, agreed at this talk."""
    seat = seat_for(request, uuid, conference)
    if not pages.page(seat).agrees:
        raise NotAllowed
    resident = seat.hand.plan.resident.name
    form = AgreeForm(request.POST or None, people=pages.owners(seat), resident=resident)

    def do() -> str:
        data = form.cleaned_data
        conference_agreements.make(
            hand=seat.hand,
            conference=conference,
            what=data["what"],
            due_on=data["due_on"],
            place=UUID(data["place"]) if data["place"] else None,
        )
        return at(seat)

    done = on_form(request, form, do)
    return done if done is not None else form_page(request, seat, form, _("What do we agree?"))
