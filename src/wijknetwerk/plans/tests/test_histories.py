"""Random histories of consents, circles, memberships, parties, representatives, looks in an
emergency, closings, messages, documents, talks, referrals, a carer's word and queued jobs: what
each person reads equals a model that knows no tables; by `access.may`, by `readable`, by each
thing's own gate, by the page itself and by the jobs (rules P1, P2, P5, P6)."""

import random

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import Cast
from tests.fixtures import SignIn
from tests.histories import steps
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans import access
from wijknetwerk.plans.parts import ALL, EMERGENCY, Part
from wijknetwerk.plans.tests.history import LAST, MADE, READERS, STEPS, Ground, History, laid

LENGTH = steps(5)
BEGINS = ("put", "put", "share", "share")  # else most histories open nothing
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


@pytest.fixture
def ground(cast: Cast) -> Ground:
    """Made once for all histories; each goes back to it."""
    return laid(cast)


@pytest.fixture
def pages(ground: Ground, sign_in: SignIn) -> dict[str, Client]:
    """A browser for each."""
    return {name: sign_in(name) for name in ("amina", *READERS)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=SEEDS)
def test_who_reads_which_part_equals_the_model(
    cast: Cast, ground: Ground, pages: dict[str, Client], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    with transaction.atomic():
        history = History(cast, ground, chance)
        made = [chance.choice(MADE) for _each in range(2)]
        for step in (*BEGINS, *made, *(chance.choice(STEPS) for _each in range(LENGTH))):
            with clock.frozen(history.now):
                getattr(history, step)()
        with clock.frozen(history.now):
            if chance.random() < 0.15:
                getattr(history, chance.choice(LAST))()
            history.work()
            for name in _worth_asking(history):
                _agrees(history, name)
            asked = chance.choice(_worth_asking(history))
            _list_agrees(history, asked)
            for name in sorted({asked, chance.choice(_opens_for(history))}):
                _things_agree(history, name)
            if chance.random() < 0.3 and asked != "amina":
                _page_agrees(history, pages, asked)
        transaction.set_rollback(True)


def _worth_asking(history: History) -> list[str]:
    """Whoever has, or had a minute ago, any tie to the plan; and one more."""
    tied = {*history.circle, *(one.who for one in history.speaks)}
    tied |= {"els"} if history.looks else set()
    return sorted(tied | {history.chance.choice(("amina", *READERS))})


def _opens_for(history: History) -> list[str]:
    """For whom there is something to see; anybody, where there is not."""
    tied = _worth_asking(history)
    return [name for name in tied if name != "amina" and history.opens(name)] or tied


def _agrees(history: History, name: str) -> None:
    """The gate says what the model says, part by part."""
    actor, plan = history.cast.actor(name), history.plan
    with scope.acting(actor):
        fresh = type(plan).objects.select_related("network").filter(pk=plan.pk).first()
        found = access.Hand(actor, fresh, access.known(actor, fresh)).parts if fresh else set()
    assert found == history.reads(name)


def _things_agree(history: History, name: str) -> None:
    """Each message, document, talk, referral and word of the carer: there for who should see it."""
    actor = history.cast.actor(name)
    with scope.acting(actor):
        try:
            hand = access.plan_for(actor, history.plan.uuid)
        except NotFound:
            hand = None
        assert (hand is not None) is history.opens(name)
        assert history.really_seen(hand) == history.seen(name)


def _list_agrees(history: History, name: str) -> None:
    """And so does the list, of any part or of one."""
    actor, expected = history.cast.actor(name), history.reads(name)
    part = history.chance.choice((None, *expected, *ALL))
    with scope.acting(actor):
        rows = access.readable(actor, part).filter(pk=history.plan.pk)
        assert rows.exists() is (history.opens(name) if part is None else part in expected)


def _page_agrees(history: History, pages: dict[str, Client], name: str) -> None:
    """The real page opens exactly for who reads anything, and shows the circle or not."""
    expected = history.reads(name)
    answer = pages[name].get(reverse("plans:plan", args=[history.plan.uuid]))
    shut = {302, 404} if name in history.closed else {404}
    assert (answer.status_code in shut) is not history.opens(name)
    if answer.status_code == 200:  # else the second factor is asked anew, hours later
        shown = answer.content.decode()
        names = history.open and Part.CIRCLE in expected  # of a closed plan nobody is to be called
        assert (">De kring<" in shown) is names
        assert (">Ik wil<" in shown) is (Part.WORDS in expected)


def test_an_emergency_is_among_the_parts_of_the_model() -> None:
    assert {Part.CIRCLE, Part.AGREEMENTS} == EMERGENCY
