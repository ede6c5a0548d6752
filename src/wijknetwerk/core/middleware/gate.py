"""Closed unless opened (rule A1): no page without a rule, no stranger behind a closed one."""

from collections.abc import Callable
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse

from wijknetwerk.core import log, presence
from wijknetwerk.core.errors import LogUnavailable
from wijknetwerk.core.pages import (
    ActorRequest,
    Looks,
    PageRule,
    library_pages,
    to_second_factor,
    to_sign_in,
)
from wijknetwerk.core.views import error_page


class GateMiddleware:
    """Asks each page's rule before its view runs, and sees that what had to be logged was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with log.counting_looks() as looks:
            response = self.get_response(request)
        presence.stamp(request, response)
        rule = getattr(request, "page_rule", None)
        if (
            rule
            and response.status_code == 200
            and rule.looks is not Looks.NONE
            and not looks.count
        ):
            return error_page(request, LogUnavailable())
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Let through, or send to signing in or to the second factor."""
        rule = _rule_of(request, view)
        asked_by = cast("ActorRequest", request)
        asked_by.page_rule = rule
        actor = asked_by.actor
        if rule.public:
            return None
        if not actor.is_person:
            return to_sign_in(request)
        if rule.second_factor and actor.second_factor_at is None:
            return to_second_factor(request)
        return None


def _rule_of(request: HttpRequest, view: Callable[..., Any]) -> PageRule:
    rule = getattr(view, "page_rule", None)
    if rule is None and request.resolver_match is not None:
        rule = library_pages.get(request.resolver_match.view_name)
    if not isinstance(rule, PageRule):
        raise Http404("a page without a rule is closed")
    return rule
