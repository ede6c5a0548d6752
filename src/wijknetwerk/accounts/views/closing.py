"""Closing my account."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wijknetwerk.accounts.services import closing
from wijknetwerk.accounts.views.common import crumbs, me, needs_fresh
from wijknetwerk.core.pages import FORM, ActorRequest, page


@page(methods=FORM)
@needs_fresh
def close_account(request: ActorRequest) -> HttpResponse:
    """First what happens, then the button."""
    crumbs(request, _("Close account"))
    if request.method == "POST":
        closing.close_account(request.actor, person=me(request))
        request.session.flush()
        return redirect("accounts:account_closed")
    return render(request, "accounts/account_close.html")


@page(public=True)
def account_closed(request: ActorRequest) -> HttpResponse:
    """It is done."""
    return render(request, "accounts/account_closed.html")
