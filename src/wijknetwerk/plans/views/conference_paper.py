"""Papers of a conference, one's own calendar, and sessions of a practice."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.agenda.calendar import calendar_of
from wijknetwerk.core import documents
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import draw, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.plans import conference_papers
from wijknetwerk.plans.forms.conference import SessionForm
from wijknetwerk.plans.selectors import conference_feeds as feeds
from wijknetwerk.plans.selectors import conference_pages as pages
from wijknetwerk.plans.selectors import conference_sessions as conference_sessions_of
from wijknetwerk.plans.services import conference_calendar, conference_sessions
from wijknetwerk.plans.views.conference import note, on_form, seat_for

PAPER = "plans.conference_paper"


@page(looks=Looks.PERSON, second_factor=False)
def sheet(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """One sheet for the table, in large type: the resident's questions first."""
    seat = seat_for(request, uuid, conference)
    if not seat.takes_part:
        raise NotAllowed
    note(seat, PAPER)
    return documents.pdf(conference_papers.sheet(seat.hand.plan, pages.page(seat)), "overleg")


@page(looks=Looks.PERSON, second_factor=False)
def letter(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """What was said and agreed, as a letter to the resident."""
    seat = seat_for(request, uuid, conference)
    shown = pages.page(seat)
    if not shown.report:
        raise NotFound
    note(seat, PAPER)
    return documents.pdf(conference_papers.letter(seat.hand.plan, shown), "verslag")


@page(methods=FORM)
def calendar(request: ActorRequest) -> HttpResponse:
    """One's own calendar link: shown once, on the page that makes it."""
    person = request.actor.person_uuid
    if person is None:
        raise NotFound
    link = ""
    if request.method == "POST":
        if request.POST.get("act") == "stop":
            conference_calendar.stop(actor=request.actor)
            tell(request, _("The link has stopped. Calendars that used it get nothing any more."))
            return redirect("plans:conference_calendar")
        secret = conference_calendar.renew(actor=request.actor)
        link = settings.SITE_URL + reverse("plans:conference_feed", args=[secret])
    kept = feeds.has_link(person)
    return draw(request, "plans/conference_calendar", link=link, kept=kept)


@page(public=True)
def feed(request: ActorRequest, secret: str) -> HttpResponse:
    """My talks for another program, asked anew each time."""
    entries = feeds.entries_behind(request.actor, secret)
    content = calendar_of(settings.SITE_NAME, entries)
    kind = "text/calendar; charset=utf-8"
    answer = documents.document(content, kind, "overleg.ics", to_keep=False)
    answer["Cache-Control"] = "no-store, private"
    return answer


@page(methods=FORM)
def sessions(request: ActorRequest, slug: str) -> HttpResponse:
    """Sessions of one's own practice; in each the talks that one is in, and no others."""
    network = network_for(request.actor, slug, to=Act.SEE)
    rows = conference_sessions_of.sessions(request.actor, network)
    form = SessionForm(request.POST or None)

    def do() -> str:
        slot = form.slot()
        fields = {"starts_at": slot.starts_at, "ends_at": slot.ends_at}
        conference_sessions.make(actor=request.actor, network=network, **fields)
        return reverse("plans:conference_sessions", args=[slug])

    done = on_form(request, form, do)
    if done is not None:
        return done
    here: list[Crumb] = [(_("Sessions for talks"), None)]
    return show(request, "plans/conference_sessions", network, here, rows=rows, form=form)
