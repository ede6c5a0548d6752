"""What was typed before the session ended."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render

from wijknetwerk.accounts.services import typed
from wijknetwerk.accounts.views.common import me
from wijknetwerk.core.pages import FORM, ActorRequest, page


@page(methods=FORM, private=True)
def kept_form(request: ActorRequest) -> HttpResponse:
    """Read it over and send it to the page that it was for; or let it go."""
    kept = typed.find(request, me(request))
    if kept is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    if request.method == "POST":
        answer = redirect(kept.path)
        typed.forget(request, answer)
        return answer
    return render(request, "accounts/kept_form.html", {"kept": kept})
