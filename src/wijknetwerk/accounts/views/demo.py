"""The post of the demo: mail that would have left, and the codes that an app would show.

These pages have an address in the demo only, and refuse elsewhere as well.
"""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from wijknetwerk.accounts import selectors_demo
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page


@page(public=True)
def post(request: ActorRequest) -> HttpResponse:
    """All mail, newest first, and everybody's authenticator code of this moment."""
    _only_in_the_demo()
    context = {"mails": selectors_demo.mails(), "codes": selectors_demo.codes()}
    return render(request, "accounts/demo_post.html", context)


@page(public=True)
def letter(request: ActorRequest, mail: UUID) -> HttpResponse:
    """One mail, with its links to follow."""
    _only_in_the_demo()
    found = selectors_demo.mail(mail)
    if found is None:
        raise NotFound
    return render(request, "accounts/demo_mail.html", {"mail": found})


def _only_in_the_demo() -> None:
    if not settings.DEMO:
        raise NotFound
