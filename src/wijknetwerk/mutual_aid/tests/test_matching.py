"""All together: no condition broken, nobody beyond their room, the most served, the best total."""

import random
from collections import Counter
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

from wijknetwerk.mutual_aid.matching import (
    Ask,
    Offer,
    Past,
    Plan,
    Why,
    candidates,
    periods,
    weights,
)
from wijknetwerk.mutual_aid.matching.everybody import for_all
from wijknetwerk.mutual_aid.matching.model import Rhythm, Stopped
from wijknetwerk.mutual_aid.matching.one import for_one, said_of, why_nobody
from wijknetwerk.mutual_aid.tests.matching_worlds import (
    KINDS,
    all_plans,
    allowed,
    asks,
    days_of,
    offers,
    pairs_of,
    pasts,
)

pytestmark = pytest.mark.once
some = st.sampled_from([1, 2, 20])


def most_served(wanted: list[Ask], given_: list[Offer], past: list[Past]) -> int:
    """The same number by another road: every place of a helper a column of its own."""
    columns = [offer for offer in given_ for _place in range(offer.room)]
    fits = [[allowed(ask, offer, past) for offer in columns] for ask in wanted]
    if not columns or not wanted:
        return 0
    found = maximum_bipartite_matching(csr_matrix(np.array(fits, dtype=int)), perm_type="column")
    return int((found >= 0).sum())


@given(asks(), offers(), pasts, some)
def test_no_condition_is_broken_and_the_most_are_served(
    wanted: list[Ask], given_: list[Offer], past: list[Past], count: int
) -> None:
    plan = for_all(wanted, given_, past, candidates=count)
    by_ask, by_offer = {row.key: row for row in wanted}, {row.key: row for row in given_}
    for pair in plan.pairs:
        assert allowed(by_ask[pair.ask], by_offer[pair.offer], past)
    used = Counter(pair.offer for pair in plan.pairs)
    assert all(number <= by_offer[key].room for key, number in used.items())
    # Also when each request was thought of with one helper only: more are sought until it holds.
    assert len(plan.pairs) == most_served(wanted, given_, past)
    assert sorted([*pairs_of(plan), *(row.ask for row in plan.unserved)]) == sorted(by_ask)


def loss_of(
    pairs: tuple[tuple[Ask, Offer], ...], given_: list[Offer], wanted: list[Ask], past: list[Past]
) -> int:
    """What a plan costs, minus what is gained by whom it serves."""
    total, used = 0, Counter[int]()
    for ask, offer in pairs:
        (alone,) = for_one(ask, [replace(offer, running=0)], past, 1)
        total += alone.cost
        total += weights.place_cost(running=offer.running, room=offer.room, number=used[offer.key])
        used[offer.key] += 1
        helpers = sum(one.room > 0 and allowed(ask, one, past) for one in given_)
        total -= weights.priority(
            waiting_days=ask.waiting_days, urgent=ask.urgent, helpers=min(20, helpers)
        )
    return total


@settings(max_examples=150)
@given(asks(most=4), offers(most=4), pasts)
def test_of_the_plans_that_serve_the_most_it_is_the_best(
    wanted: list[Ask], given_: list[Offer], past: list[Past]
) -> None:
    plans = all_plans(wanted, given_, past)
    most = max(len(plan) for plan in plans)
    best = min(loss_of(plan, given_, wanted, past) for plan in plans if len(plan) == most)
    chosen = pairs_of(for_all(wanted, given_, past))
    by_ask, by_offer = {row.key: row for row in wanted}, {row.key: row for row in given_}
    ours = tuple((by_ask[ask], by_offer[offer]) for ask, offer in chosen.items())
    assert len(ours) == most
    assert loss_of(ours, given_, wanted, past) == best


@settings(max_examples=100)
@given(asks(), offers(), pasts, st.randoms(use_true_random=False))
def test_the_order_in_which_they_come_changes_nothing(
    wanted: list[Ask], given_: list[Offer], past: list[Past], chance: random.Random
) -> None:
    first = for_all(wanted, given_, past)
    alone = [for_one(ask, given_, past, 3) for ask in wanted]
    again, others, before = list(wanted), list(given_), list(past)
    for rows in (again, others, before):
        chance.shuffle(rows)
    assert for_all(again, others, before) == first
    assert [for_one(ask, others, before, 3) for ask in wanted] == alone


@settings(max_examples=120)
@given(asks(), offers(), offers(most=1), pasts, some)
def test_more_room_or_another_helper_never_serves_fewer(
    wanted: list[Ask], given_: list[Offer], more: list[Offer], past: list[Past], count: int
) -> None:
    served = len(for_all(wanted, given_, past, candidates=count).pairs)
    wider = [replace(row, room=row.room + 1) for row in given_]
    assert len(for_all(wanted, wider, past, candidates=count).pairs) >= served
    another = [*given_, *(replace(row, key=row.key + 100) for row in more)]
    assert len(for_all(wanted, another, past, candidates=count).pairs) >= served


def rounds_until_served(patient: Ask, helper: Offer, day: int, plan_of: list[Plan]) -> int:
    """Every day two new requests come that fit the one helper as well or better."""
    waiting = [patient]
    for number in range(day):
        new = [
            Ask(key=1000 + 2 * number + one, kind=patient.kind, asker=5000 + number, urgent=True)
            for one in (0, 1)
        ]
        waiting += new
        plan = for_all(waiting, [helper], [])
        plan_of.append(plan)
        done = set(pairs_of(plan))
        if patient.key in done:
            return number + 1
        waiting = [
            replace(row, waiting_days=row.waiting_days + 1)
            for row in waiting
            if row.key not in done
        ]
    raise AssertionError("never served")


def test_who_is_hard_to_serve_is_not_passed_by_for_ever() -> None:
    """One helper with one place a day; the one who waits lives as far as counts, and every day two
    urgent ones come who cost the least there is."""
    helper = Offer(key=1, kinds=frozenset({"trip"}), helper=1, place=(0.0, 0.0))
    patient = Ask(key=1, kind="trip.doctor", asker=2, place=(90_000.0, 0.0))
    plans: list[Plan] = []
    rounds = rounds_until_served(patient, helper, 1000, plans)
    assert all(len(plan.pairs) == 1 for plan in plans)
    # Of whoever came later than DAYS_AHEAD after them nobody goes before: so at most these.
    assert 1 < rounds <= 2 * weights.DAYS_AHEAD


@settings(max_examples=150)
@given(asks(), offers(), pasts)
def test_nobody_goes_before_who_waits_much_longer(
    wanted: list[Ask], given_: list[Offer], past: list[Past]
) -> None:
    """The rule behind that bound: with this one in the other's place, as many would be served."""
    plan = for_all(wanted, given_, past)
    by_ask, by_offer = {row.key: row for row in wanted}, {row.key: row for row in given_}
    for row in plan.unserved:
        for pair in plan.pairs:
            if allowed(by_ask[row.ask], by_offer[pair.offer], past):
                ahead = by_ask[row.ask].waiting_days - by_ask[pair.ask].waiting_days
                assert ahead < weights.DAYS_AHEAD


def test_who_has_one_chance_takes_it() -> None:
    """Two wait as long; the one helper left is the only one for one of them."""
    only = Offer(key=1, kinds=frozenset({"trip"}), helper=1, can=frozenset({"dog"}))
    other = Offer(key=2, kinds=frozenset({"trip"}), helper=2)
    easy = [Ask(key=key, kind="trip.doctor", asker=10 + key) for key in (1, 2)]
    hard = Ask(key=3, kind="trip.doctor", asker=20, wants=frozenset({"dog"}))
    plan = for_all([*easy, hard], [only, other], [])
    assert pairs_of(plan)[3] == 1
    assert [(row.why, row.count) for row in plan.unserved] == [(Why.TAKEN, 2)]


def test_help_spreads_over_helpers() -> None:
    """Two who live door to door, each with room for three: four askers, two each."""
    pair = [
        Offer(key=key, kinds=frozenset({"trip"}), helper=key, room=3, place=(0.0, 5.0 * key))
        for key in (1, 2)
    ]
    wanted = [Ask(key=key, kind="trip.doctor", asker=9 + key, place=(0.0, 0.0)) for key in range(4)]
    assert Counter(pairs_of(for_all(wanted, pair, [])).values()) == {1: 2, 2: 2}


WHYS = {
    Why.NO_KIND: {"kinds": frozenset({"garden"})},
    Why.TRIED: {"helper": 7},
    Why.NO_WISH: {"can": frozenset[str]()},
    Why.NO_LANGUAGE: {"languages": frozenset({"pl"})},
    Why.NO_TIME: {"parts": 4},
    Why.NO_PERIOD: {"first": 20},
    Why.NO_RHYTHM: {"rhythm": Rhythm.ONCE},
    Why.TOO_FAR: {"place": (5000.0, 0.0), "reach": 4000},
    Why.FULL: {"room": 0},
}


@pytest.mark.parametrize("why", WHYS)
def test_it_says_why_nobody_is_found(why: Why) -> None:
    ask = Ask(
        key=1,
        kind="trip.doctor",
        asker=7,
        parts=3,
        place=(0.0, 0.0),
        languages=frozenset({"ar"}),
        wants=frozenset({"dog"}),
        rhythm=Rhythm.MONTHLY,
        last=10,
    )
    fits = Offer(
        key=1,
        kinds=frozenset({"trip.doctor"}),
        helper=1,
        place=(400.0, 300.0),
        reach=4000,
        languages=frozenset({"ar"}),
        can=frozenset({"dog"}),
    )
    (served,) = for_one(ask, [fits], [], 5)
    assert [row.code for row in served.reasons if row.for_it] == [
        "kind_named",
        "near",
        "time_all",
        "rhythm_fits",
        "language",
        "wishes",
    ]
    bad = replace(fits, **WHYS[why])
    assert for_one(ask, [bad], [], 5) == []
    (unserved,) = for_all([ask], [bad], []).unserved
    assert unserved == why_nobody(ask, [bad], [])
    assert (unserved.why, unserved.nearest) == (why, 5000 if why == Why.TOO_FAR else None)
    assert said_of(ask, bad, [])[0].code == why


def test_what_was_between_two_before() -> None:
    ask = Ask(key=4, kind="trip.doctor", asker=1)
    near = [Offer(key=key, kinds=frozenset({"trip.doctor"}), helper=key) for key in (2, 3)]

    def order(*past: Past) -> list[int]:
        return [row.offer for row in for_one(ask, near, past, 5)]

    assert order() == [2, 3]
    assert order(Past(1, 3, good=True)) == [3, 2]
    assert order(Past(1, 2, good=False)) == [3]
    assert order(Past(1, 2, good=True), Past(1, 2, good=False)) == [3]
    assert order(Past(1, 2, good=False, ask=4)) == [3]
    assert order(Past(1, 2, good=False, ask=5)) == [2, 3]


@settings(max_examples=150)
@given(asks(most=1), offers(most=3))
def test_days_that_both_have_are_counted_and_said(wanted: list[Ask], given_: list[Offer]) -> None:
    """Against a calendar, day by day: what is missing costs, and stands in what speaks against."""
    for ask, offer in product(wanted, given_):
        calendar = set(days_of(ask, offer))
        found = periods.common(ask, offer)
        days = [day for one, other in found for day in range(one, other + 1)]
        assert (len(days), set(days)) == (len(calendar), calendar)
        first, last = periods.asked(ask)
        assert periods.missing(ask, offer) == last - first + 1 - len(days)
        less = {row.code: row.value for row in said_of(ask, offer, []) if not row.for_it}
        assert (Why.NO_PERIOD in less) == (not days)
        if days:
            assert less.get("days_from", first) == min(days)
            assert less.get("days_until", last) == max(days)
            whole = max(days) - min(days) + 1 == len(days)
            assert ("days_away" in less) != whole
            fits = replace(offer, first=None, last=None, away=None)
            more = weights.PERIOD * periods.missing(ask, offer) // (last - first + 1)
            for one in for_one(ask, [offer], [], 1):
                assert one.cost - for_one(ask, [fits], [], 1)[0].cost == more


RHYTHMS_SAID = {
    ("once", "once"): ("rhythm_fits", True),
    ("once", "now_and_then"): None,
    ("once", "weekly"): ("rhythm_more", False),
    ("weekly", "once"): (Why.NO_RHYTHM, False),
    ("now_and_then", "once"): (Why.NO_RHYTHM, False),
    ("weekly", "weekly"): ("rhythm_fits", True),
    ("weekly", "fortnightly"): ("rhythm_less", False),
    ("fortnightly", "now_and_then"): ("rhythm_less", False),
    ("monthly", "now_and_then"): ("rhythm_fits", True),
    ("now_and_then", "weekly"): ("rhythm_fits", True),
    ("", "once"): None,
    ("", "weekly"): None,
    ("weekly", ""): None,
}


@pytest.mark.parametrize(("asked", "offered"), RHYTHMS_SAID)
def test_how_often_is_asked_and_offered(asked: str, offered: str) -> None:
    ask = Ask(key=1, kind="trip.doctor", asker=1, rhythm=Rhythm(asked))
    offer = Offer(key=1, kinds=frozenset({"trip"}), helper=2, rhythm=Rhythm(offered))
    said = [row for row in said_of(ask, offer, []) if "rhythm" in row.code]
    wanted = RHYTHMS_SAID[asked, offered]
    assert [(row.code, row.for_it) for row in said] == ([wanted] if wanted else [])
    assert bool(for_one(ask, [offer], [], 1)) == (wanted is None or wanted[0] != Why.NO_RHYTHM)


LESS = {
    "lives farther": {"place": (0.0, 2000.0)},
    "has less time in common": {"parts": 1},
    "named the first level only": {"kinds": frozenset({"trip"})},
    "helps somebody already": {"running": 1},
    "begins a week later": {"first": 7},
    "is away for a while": {"away": (20, 30)},
    "comes less often": {"rhythm": Rhythm.MONTHLY},
}


@pytest.mark.parametrize("less", LESS.values(), ids=list(LESS))
def test_who_fits_better_comes_first(less: dict[str, Any]) -> None:
    """Also alone with the other, and though the other comes first by key."""
    ask = Ask(key=1, kind="trip.doctor", asker=9, parts=3, rhythm=Rhythm.WEEKLY, place=(0.0, 0.0))
    better = Offer(
        *(2, frozenset({"trip.doctor"}), 2),
        place=(0.0, 500.0),
        rhythm=Rhythm.WEEKLY,
    )
    worse = replace(better, key=1, helper=1, **less)
    assert [row.offer for row in for_one(ask, [worse, better], [], 5)] == [2, 1]
    assert pairs_of(for_all([ask], [worse, better], [])) == {1: 2}


def test_it_can_be_followed_and_stopped() -> None:
    wanted = [Ask(key=key, kind=KINDS[key % 3], asker=key) for key in range(30)]
    given_ = [Offer(key=key, kinds=frozenset(KINDS), helper=99 + key) for key in range(30)]
    seen: list[tuple[str, int, int]] = []
    for_all(wanted, given_, [], progress=lambda *step: seen.append(step))
    assert [step for step in seen if step[1] == step[2]] == [
        ("looking", 30, 30),
        ("together", 30, 30),
        ("saying", 30, 30),
    ]
    asked = iter([False, False, True])
    with pytest.raises(Stopped):
        for_all(wanted, given_, [], stop=lambda: next(asked))


def town(size: int, helpers: int) -> tuple[list[Ask], list[Offer]]:
    """Many in few places."""
    chance = random.Random(size)  # noqa: S311 - the same each time
    spots = [(chance.uniform(0, 9000.0), chance.uniform(0, 9000.0)) for _ in range(25)]
    where = [*spots, None]
    wanted = [
        Ask(
            key=key,
            kind=chance.choice(KINDS),
            asker=key,
            parts=chance.getrandbits(5),
            place=chance.choice(where),
            waiting_days=chance.randrange(60),
        )
        for key in range(size)
    ]
    given_ = [
        Offer(
            key=key,
            kinds=frozenset(chance.sample([*KINDS, "garden", "trip"], 2)),
            helper=size + key,
            parts=chance.getrandbits(5),
            place=chance.choice(where),
            reach=chance.choice([1500, 4000, None]),
            room=chance.randrange(3),
        )
        for key in range(helpers)
    ]
    return wanted, given_


@pytest.mark.parametrize("helpers", [120, 1200])
def test_a_town_where_not_everybody_is_looked_at(
    helpers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same most as by the other road, also from the nearest few in parts of a few at a time."""
    monkeypatch.setattr(candidates, "WHOLE", 50)
    monkeypatch.setattr(candidates, "NEAR", 40)
    monkeypatch.setattr(candidates, "CELLS", 5000)
    wanted, given_ = town(240, helpers)
    plan = for_all(wanted, given_, [], candidates=8)
    assert len(plan.pairs) == most_served(wanted, given_, [])
    by_ask = {row.key: row for row in wanted}
    assert all(allowed(by_ask[pair.ask], given_[pair.offer], []) for pair in plan.pairs)
