"""Between a form that came too late and signing in: what was typed is not lost (design 6)."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse

from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services import typed


class KeptMiddleware:
    """Stands around the gate: keeps a form that the gate sends to signing in or the second step,
    and lets it go once a form was sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "POST":
            return response
        door = _door(request, response)
        if door:
            user = request.user
            if typed.keep(request, response, user if isinstance(user, Person) else None):
                query = urlencode({"next": reverse("kept_form")})
                response["Location"] = f"{door}?{query}"
        elif typed.COOKIE in request.COOKIES and isinstance(request.user, Person):
            kept = typed.find(request, request.user)
            if kept is None or kept.path == request.get_full_path():
                typed.forget(request, response)
        return response


def _door(request: HttpRequest, response: HttpResponse) -> str:
    """Where the gate sent this form, if it did and its page is not private."""
    rule = getattr(request, "page_rule", None)
    if response.status_code != 302 or rule is None or rule.public or rule.private:
        return ""
    place = response["Location"].partition("?")[0]
    doors = {resolve_url(settings.LOGIN_URL), resolve_url(settings.SECOND_FACTOR_URL)}
    return place if place in doors else ""
