"""The addresses of the provider, and who makes it misbehave."""

import time
from typing import Any

from allauth.account.models import EmailAddress
from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


class Adapter(DefaultOIDCAdapter):  # type: ignore[misc]
    """As the library's own, but for names that begin with a fault."""

    def populate_id_token(
        self, id_token: dict[str, Any], client: Any, scopes: Any, **_more: Any
    ) -> None:
        """Put the fault into the signed answer."""
        name = id_token.get("given_name", "")
        if name.startswith("audience"):
            id_token["aud"] = "somebody-else"
        if name.startswith("audiences"):
            id_token["aud"] = [client.id, "somebody-else"]
        if name.startswith("nonce"):
            id_token["nonce"] = "of-another-time"
        if name.startswith("issuer"):
            id_token["iss"] = "https://elders.example"
        if name.startswith("late"):
            id_token["exp"] = int(time.time()) - 3600
        if name.startswith("strong"):
            id_token["amr"] = ["pwd", "otp"]


def sign_in_as(request: HttpRequest, name: str) -> HttpResponse:
    """Sign somebody in at the provider; `?email=` and `?unverified=1` say what it knows of them."""
    people: Any = get_user_model().objects  # of the provider: django.contrib.auth.User
    person, _new = people.get_or_create(username=name, defaults={"first_name": name.capitalize()})
    if name.startswith(("audience", "nonce", "issuer", "late", "strong")):
        person.first_name = name
        person.save()
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(
        user=person,
        email=request.GET["email"],
        verified="unverified" not in request.GET,
        primary=True,
    )
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponse("in")


urlpatterns = [
    path("als/<slug:name>/", sign_in_as),
    path("", include("allauth.idp.urls")),
    path("inloggen/", include("allauth.account.urls")),
]
