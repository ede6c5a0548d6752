"""Between a form that came too late and signing in: what was typed is not lost (design 6)."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse

from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import typed
from wijknetwerk.core import drafts
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError


class KeptMiddleware:
    """Stands around the gate: keeps a form that the gate sends to signing in or the second step,
    and lets it go once a form was sent. A form with a draft comes back by itself, filled in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "POST":
            return response
        place = request.POST.get(drafts.FIELD, "") if request.path != reverse("core:draft") else ""
        door = _door(request, response)
        if door and request.headers.get("HX-Request"):
            return HttpResponse(status=401)  # a page of ours is no piece of another
        if door and place and _kept_draft(request, place):
            response["Location"] = f"{door}?{urlencode({'next': place})}"
        elif door and not _is_private(request):
            user = request.user
            if typed.keep(request, response, user if isinstance(user, Person) else None):
                query = urlencode({"next": reverse("kept_form")})
                response["Location"] = f"{door}?{query}"
        elif place and not door and response.status_code == 302:
            drafts.forget(_actor(request), place)
        elif typed.COOKIE in request.COOKIES and isinstance(request.user, Person):
            kept = typed.find(request, request.user)
            if kept is None or kept.path == request.get_full_path():
                typed.forget(request, response)
        return response


def _door(request: HttpRequest, response: HttpResponse) -> str:
    """Where the gate sent this form, if it did."""
    rule = getattr(request, "page_rule", None)
    if response.status_code != 302 or rule is None or rule.public:
        return ""
    place = response["Location"].partition("?")[0]
    doors = {resolve_url(settings.LOGIN_URL), resolve_url(settings.SECOND_FACTOR_URL)}
    return place if place in doors else ""


def _is_private(request: HttpRequest) -> bool:
    return bool(request.page_rule.private)  # type: ignore[attr-defined]


def _kept_draft(request: HttpRequest, place: str) -> bool:
    """For who is signed in and must show once more that it is them."""
    pairs = drafts.typed(request)
    if pairs is None or not _actor(request).is_person:
        return False
    try:
        drafts.keep(_actor(request), place=place, pairs=pairs)
    except DomainError:
        return False
    return True


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found
