"""Pages over all networks: home, find your neighbourhood, today, statements, robots."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.front import today as today_of
from wijknetwerk.library.selectors.questions import questions
from wijknetwerk.networks.selectors import public
from wijknetwerk.notices.selectors import waiting_for
from wijknetwerk.plans.selectors.mine import own_plans

PAGE = 20
QUESTIONS, NETWORKS = 6, 6
WISHES = ("help", "do", "think")


@page(public=True)
def home(request: ActorRequest) -> HttpResponse:
    """Begins with the resident; two queries for a stranger."""
    context = {
        "help_hours": settings.HELP_HOURS,
        "questions": questions()[:QUESTIONS],
        "networks": public.some_public(NETWORKS),
    }
    return render(request, "front/home.html", context)


@page(public=True)
def networks(request: ActorRequest) -> HttpResponse:
    """Find your neighbourhood: public networks, by typing. `wish` is what the visitor wants."""
    text = request.GET.get("q", "")[:80]
    wish = request.GET.get("wish", "")
    kept = {"q": text} | ({"wish": wish} if wish in WISHES else {})
    found = Paginator(public.public_list(text), PAGE).get_page(request.GET.get("page"))
    context = {
        "q": text,
        "wish": wish if wish in WISHES else "",
        "page": found,
        "page_url": f"?{urlencode(kept)}&page=",
    }
    return render(request, "front/networks.html", context)


@page()
def today(request: ActorRequest) -> HttpResponse:
    """What waits for me, over all my networks; `more` shows that many times twenty."""
    more = request.GET.get("more", "")
    pages = int(more) if more.isdecimal() and len(more) < 3 else 1
    context = {
        "greeting": today_of.greeting(),
        "first_name": today_of.first_name(request.actor),
        "waiting": waiting_for(request.actor, pages=pages),
        "more": pages + 1,
        "standings": request.actor.standings,
        "may_decide": request.actor.is_platform_administrator,
        "helps": today_of.helps(request.actor),
        "plans": own_plans(request.actor),
    }
    return render(request, "front/today.html", context)


@page(public=True)
def privacy(request: ActorRequest) -> HttpResponse:
    """The privacy statement, in plain words."""
    return render(request, "front/privacy.html", {"help_email": settings.HELP_EMAIL})


@page(public=True)
def accessibility(request: ActorRequest) -> HttpResponse:
    """What works for everybody, what was tested, and where to say what does not."""
    return render(request, "front/accessibility.html", {"help_email": settings.HELP_EMAIL})


@page(public=True)
def robots(_request: ActorRequest) -> HttpResponse:
    """Search engines: only the public pages."""
    lines = ["User-agent: *"]
    lines += [f"Disallow: {path}" for path in ("/inloggen/", "/vandaag/", "/mijn-gegevens/")]
    lines += ["Disallow: /netwerk-starten/", "Disallow: /openbaar-gevraagd/"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@page(public=True)
def security(_request: ActorRequest) -> HttpResponse:
    """RFC 9116: where to report a weakness; not there until the operator gave an address."""
    if not settings.SECURITY_CONTACT:
        raise NotFound
    contact = settings.SECURITY_CONTACT
    if "@" in contact and not contact.startswith("mailto:"):
        contact = f"mailto:{contact}"
    lines = [
        f"Contact: {contact}",
        f"Expires: {today_of.in_a_year()}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}{reverse('front:security')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
