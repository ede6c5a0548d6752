"""The own calendar link: making, renewing and stopping it, and the calendar behind it."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.agenda.calendar import calendar_of
from wijknetwerk.agenda.selectors import feeds as selectors
from wijknetwerk.agenda.services import feeds as services
from wijknetwerk.agenda.views.agenda import calendar_answer
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import tell


@page(methods=FORM)
def my_feed(request: ActorRequest) -> HttpResponse:
    """The link is shown once, on the page that makes it; what we keep can't give it back."""
    person = request.actor.person_uuid
    if person is None:
        raise NotFound
    link = ""
    if request.method == "POST":
        if request.POST.get("act") == "stop":
            services.stop(actor=request.actor)
            tell(request, _("The link has stopped. Calendars that used it get nothing any more."))
            return redirect("agenda:my_feed")
        secret = services.renew(actor=request.actor)
        link = settings.SITE_URL + reverse("agenda:feed", args=[secret])
    context = {
        "link": link,
        "kept": selectors.link_of(person),
        "networks": [standing.network_name for standing in request.actor.standings],
    }
    return render(request, "agenda/my_feed.html", context)


@page(public=True)
def feed(request: ActorRequest, secret: str) -> HttpResponse:
    """The agenda of all my networks, for another program; asked anew each time."""
    entries = selectors.entries_behind(secret, address=request.actor.address)
    return calendar_answer(calendar_of(settings.SITE_NAME, entries), "agenda")
