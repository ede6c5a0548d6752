"""Fifteen minutes: a plan of somebody else shuts by itself, and opens by one code or touch."""

import inspect
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts import demo
from wijknetwerk.core import clock, presence, scope
from wijknetwerk.core.pages import Looks, PageRule
from wijknetwerk.plans import urls
from wijknetwerk.plans.models import ResidentPlan, Want
from wijknetwerk.plans.tests.acting import EVERYTHING, begun, place, shares
from wijknetwerk.plans.views import common

STILL = "/er-nog/"


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    made = begun(cast)
    shares(cast, made, place(cast, made, "els", "professional"), EVERYTHING)
    return made


def _asks(who: Client) -> Callable[..., Any]:
    """Ask an address so many minutes after the beginning."""

    def asks(minutes: float, path: str, method: str = "get", **sent: Any) -> Any:
        with clock.frozen(NOW + timedelta(minutes=minutes)):
            return getattr(who, method)(path, sent)

    return asks


def test_a_quarter_of_an_hour_without_a_deed_shuts_it_and_one_code_opens_it_where_she_was(
    plan: ResidentPlan, cast: Cast, sign_in: SignIn
) -> None:
    demo.give_authenticator(cast.els, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    asks = _asks(sign_in("els"))
    at, words = (
        reverse("plans:plan", args=[plan.uuid]),
        reverse("plans:write", args=[plan.uuid, "want"]),
    )
    assert asks(14, at).status_code == 200
    assert asks(28, words).status_code == 200  # each page counts as a deed
    shut = asks(43, words)
    assert shut.status_code == 302
    assert asks(43, words, "post", text="Weer naar het koor").status_code == 302
    assert not _wants()
    step = shut["Location"]
    assert step.startswith("/mijn-account/tweede-stap/?next=%2Fplan%2F")
    answer = asks(43, step, "post", code=demo.current_code(cast.els))
    assert answer["Location"] == words
    assert asks(43, words).status_code == 200


def test_asking_how_long_is_no_deed_saying_yes_is_one_and_too_late_it_opens_nothing(
    plan: ResidentPlan, sign_in: SignIn
) -> None:
    els = sign_in("els")
    asks, at = _asks(els), reverse("plans:plan", args=[plan.uuid])
    page = asks(0, at)
    assert 'data-left="900"' in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert asks(10, STILL).json() == {"left": 300}
    assert asks(14, STILL).json() == {"left": 60}
    assert asks(14, STILL, "post").json() == {"left": 900}
    assert asks(28, at).status_code == 200
    assert asks(44, STILL).json() == {"left": 0}
    assert asks(44, STILL, "post").status_code == 302
    assert asks(44, at).status_code == 302


def test_the_time_of_another_session_or_of_ones_own_making_counts_for_nothing(
    plan: ResidentPlan, sign_in: SignIn
) -> None:
    at = reverse("plans:plan", args=[plan.uuid])
    first, second = sign_in("els"), sign_in("els")
    _asks(first)(14, at)
    second.cookies["wn_present"] = first.cookies["wn_present"].value
    assert _asks(second)(20, at).status_code == 302
    second.cookies["wn_present"] = f"{_at(NOW, 20)}:aW52ZW50ZWQ"
    assert _asks(second)(20, at).status_code == 302
    assert _asks(first)(20, at).status_code == 200


def _wants() -> bool:
    with scope.acting(SYSTEM):
        return bool(Want.objects.exists())


def _at(moment: datetime, minutes: int) -> float:
    return (moment + timedelta(minutes=minutes)).timestamp()


def test_ones_own_plan_stays_open_and_can_be_shut_by_hand(
    plan: ResidentPlan, sign_in: SignIn
) -> None:
    asks, at = _asks(sign_in("amina", second_factor=False)), reverse("plans:plan", args=[plan.uuid])
    page = asks(60, at)
    assert page.status_code == 200
    assert "data-lock" not in page.content.decode()
    assert page.content.decode().count('action="/inloggen/uit/"') == 2  # also below every page


@pytest.mark.once
def test_no_page_that_shows_a_plan_leaves_the_lock_out() -> None:
    shows = {
        one.name: inspect.unwrap(one.callback)
        for one in urls.urlpatterns
        if getattr(one.callback, "page_rule", PageRule()).looks is Looks.PERSON
    }
    assert len(shows) > 30
    assert [name for name, view in shows.items() if not _asks_for_the_lock(view)] == []


def _asks_for_the_lock(view: Any, depth: int = 3) -> bool:
    """Whether it takes the plan with `hand_for` or asks by itself; also by way of its helpers."""
    names = set(view.__code__.co_names)
    used = [view.__globals__[name] for name in names if name in view.__globals__]
    if common.hand_for in used or (presence in used and "require" in names):
        return True
    ours = [one for one in used if inspect.isfunction(one) and ".views" in one.__module__]
    return depth > 0 and any(_asks_for_the_lock(inspect.unwrap(one), depth - 1) for one in ours)
