"""Where somebody is signed in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wijknetwerk.accounts import selectors
from wijknetwerk.accounts.services import sessions
from wijknetwerk.accounts.views.common import crumbs, me
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ACT, ActorRequest, page


@page()
def list_sessions(request: ActorRequest) -> HttpResponse:
    """Every browser in which I am signed in."""
    crumbs(request, _("Where you are signed in"))
    found = selectors.sessions_of(me(request), request.session.session_key)
    return render(request, "accounts/session_list.html", {"sessions": found})


@page(methods=ACT)
def end_session(request: ActorRequest) -> HttpResponse:
    """Sign out one browser."""
    try:
        number = int(request.POST.get("number", ""))
    except ValueError:
        raise NotFound from None
    sessions.end_session(request.actor, person=me(request), number=number)
    messages.success(request, _("That device is signed out."))
    return redirect("accounts:list_sessions")


@page(methods=ACT)
def end_other_sessions(request: ActorRequest) -> HttpResponse:
    """Sign out every browser but this one."""
    sessions.end_other_sessions(request, request.actor, person=me(request))
    messages.success(request, _("All other devices are signed out."))
    return redirect("accounts:list_sessions")
