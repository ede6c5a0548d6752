"""What a page is: public or not, what it logs, whether a second factor is asked (rule A1).

Every view carries `@page(...)`. A view without it is closed: `GateMiddleware` answers 404. The
table in `tests/access_table.py` says the same once more, with what each role gets.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect, resolve_url
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode

from wijknetwerk.core.actor import Actor

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)


class ActorRequest(HttpRequest):
    """A request as our views see it: with the actor that `ActorMiddleware` put there."""

    actor: Actor
    traceparent: str
    page_rule: "PageRule"
    counts_as_deed: bool


class Looks(StrEnum):
    """What looking at a page writes into the log (rule A2)."""

    NONE = "none"
    LIST = "list"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class PageRule:
    """How a page is guarded. `second_factor` follows from `looks` unless it is said."""

    public: bool = False
    looks: Looks = Looks.NONE
    second_factor: bool = False
    private: bool = False  # what is typed here is never kept when a session has ended


View = Callable[Concatenate[ActorRequest, P], R]


def page(
    *,
    public: bool = False,
    looks: Looks = Looks.NONE,
    second_factor: bool | None = None,
    private: bool = False,
    methods: tuple[str, ...] = ("GET", "HEAD"),
) -> Callable[[View[P, R]], Callable[Concatenate[ActorRequest, P], R | HttpResponseNotAllowed]]:
    """Say how a page is guarded and which methods it takes. A page that logs looks needs a
    second factor, because it shows somebody else's personal data."""
    asks = looks is not Looks.NONE if second_factor is None else second_factor
    rule = PageRule(public, looks, asks, private)

    def decorate(
        view: View[P, R],
    ) -> Callable[Concatenate[ActorRequest, P], R | HttpResponseNotAllowed]:
        @wraps(view)
        def guarded(
            request: ActorRequest, *args: P.args, **kwargs: P.kwargs
        ) -> R | HttpResponseNotAllowed:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            response = view(request, *args, **kwargs)
            if not public and not response.has_header("Cache-Control"):
                patch_cache_control(response, no_store=True, private=True)
            return response

        guarded.page_rule = rule  # type: ignore[attr-defined]
        return cast("Callable[Concatenate[ActorRequest, P], R | HttpResponseNotAllowed]", guarded)

    return decorate


FORM = ("GET", "HEAD", "POST")
ACT = ("POST",)

# Pages of libraries carry no decorator; the app that brings them in says their rules here,
# by URL name.
library_pages: dict[str, PageRule] = {}


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Where who is not signed in goes, and comes back from; the same whether the page exists for
    somebody or not (rule A1)."""
    asked = urlencode({"next": request.get_full_path()})
    return redirect(f"{resolve_url(settings.LOGIN_URL)}?{asked}")


def to_second_factor(request: HttpRequest, *, at_once: bool = False) -> HttpResponse:
    """Where who is signed in goes for a second factor, and comes back from. The gate does so by the
    page's rule; a page does so by itself where only some of its readers see others' data."""
    return redirect(second_factor_url(request, at_once=at_once))


def second_factor_url(request: HttpRequest, *, at_once: bool = False) -> str:
    """The same as an address. `at_once`: the device asks for the touch by itself, so that one touch
    is all there is to do."""
    asked = {"next": request.get_full_path(), **({"meteen": "1"} if at_once else {})}
    return f"{resolve_url(settings.SECOND_FACTOR_URL)}?{urlencode(asked)}"


class AsksSecondFactor(Exception):
    """This reader sees somebody else's data here, and gave no second factor yet."""


def require_second_factor(actor: Actor, *, own: bool) -> None:
    """For a page that some read about themselves (`own`) and others about them: these are sent to
    their second factor first, whatever the page shows or does."""
    if not own and actor.is_person and actor.second_factor_at is None:
        raise AsksSecondFactor
