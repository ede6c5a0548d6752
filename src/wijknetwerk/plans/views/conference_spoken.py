"""What a resident says who can't sign in, about a talk: noted by whom they call first. The talk as
plain text, for somebody's own file; and what its paragraphs said before."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import tell
from wijknetwerk.plans import access_conferences
from wijknetwerk.plans.selectors import conference_copy, conference_earlier, conference_noted
from wijknetwerk.plans.services import conference_noting
from wijknetwerk.plans.views.common import draw, hand_for
from wijknetwerk.plans.views.conference import at, crumbs, note, seat_for


@page(looks=Looks.PERSON, methods=FORM)
def spoken(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """The resident's yes or no, said to whom they call first: each guest too."""
    hand = hand_for(request, uuid)
    seat = access_conferences.seat_to_note(hand, conference)
    if request.method == "POST":

        def do() -> str:
            comes = [UUID(one) for one in request.POST.getlist("comes")]
            yes = request.POST.get("answer") != "nee"
            conference_noting.note(hand=hand, conference=conference, yes=yes, comes=comes)
            tell(request, _("Noted. The resident can read that you did this."))
            return reverse("plans:conferences", args=[uuid])

        try:
            return once.handle(request, do)
        except ValueError as error:
            raise NotFound from error
    note(seat)
    shown = conference_noted.shown(seat)
    more = crumbs(hand, (_("What was said"), None))
    return draw(request, "plans/conference_spoken", hand, *more, talk=shown)


@page(looks=Looks.PERSON, second_factor=False)
def earlier(request: ActorRequest, uuid: UUID, conference: UUID, line: UUID) -> HttpResponse:
    """What a paragraph said before; with the uuid of the talk itself, the report."""
    seat = seat_for(request, uuid, conference)
    rows = conference_earlier.earlier(seat, line)
    note(seat)
    more = crumbs(seat.hand, (_("What stood here before"), None))
    return draw(request, "plans/conference_earlier", seat.hand, *more, rows=rows, back=at(seat))


@page(looks=Looks.PERSON)
def copy(request: ActorRequest, uuid: UUID, conference: UUID) -> HttpResponse:
    """A talk that was held, as plain text; on record by itself."""
    seat = seat_for(request, uuid, conference)
    block = conference_copy.block(seat)
    if not block:
        raise NotFound
    note(seat, "plans.conference_copied")
    more = crumbs(seat.hand, (_("Copy"), None))
    return draw(request, "plans/agreement_copy", seat.hand, *more, block=block)
