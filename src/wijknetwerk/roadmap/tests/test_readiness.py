"""R3 as a property: one more no never turns 'talk first' into 'begin small'."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wijknetwerk.roadmap.models import CheckOutcome, CheckReply, CheckVoice
from wijknetwerk.roadmap.readiness import Heard, verdict

STOPS = ("residents", "practice", "municipality", "coordinator", "goal")
OTHERS = ("time", "money")
KINDS = ("general_practice", "residents_initiative", "municipality", "")

replies = st.dictionaries(
    st.sampled_from((*STOPS, *OTHERS)), st.sampled_from(CheckReply.values), max_size=7
)
sheets = st.lists(
    st.builds(Heard, st.sampled_from(CheckVoice.values), st.sampled_from(KINDS), replies),
    max_size=6,
)


@given(sheets, st.data())
def test_one_more_no_on_a_stop_sign_always_says_talk_first(before: list[Heard], data: Any) -> None:
    stop = data.draw(st.sampled_from(STOPS))
    newcomer = Heard(
        data.draw(st.sampled_from(CheckVoice.values)), data.draw(st.sampled_from(KINDS)), {}
    )
    at = data.draw(st.integers(0, len(before)))
    known = [*before, newcomer]
    changed = known[at]
    known[at] = Heard(changed.voice, changed.party_kind, {**changed.replies, stop: "no"})
    after = verdict(STOPS, known)
    assert after.outcome == CheckOutcome.TALK_FIRST
    assert stop in after.stops
    assert set(verdict(STOPS, before).stops) <= set(after.stops)


@given(sheets)
def test_begin_small_means_nobody_said_no_and_both_were_heard(known: list[Heard]) -> None:
    found = verdict(STOPS, known)
    heard = [sheet for sheet in known if sheet.replies]
    no = any(sheet.replies.get(stop) == "no" for sheet in heard for stop in STOPS)
    both = any(sheet.is_resident for sheet in heard) and any(sheet.is_practice for sheet in heard)
    assert (found.outcome == CheckOutcome.BEGIN_SMALL) == (both and not no)


@given(sheets, sheets)
def test_the_order_of_sheets_and_more_empty_ones_change_nothing(
    known: list[Heard], more: list[Heard]
) -> None:
    empty = [Heard(sheet.voice, sheet.party_kind, {}) for sheet in more]
    assert verdict(STOPS, known) == verdict(STOPS, [*empty, *reversed(known)])


def test_nobody_at_all_says_talk_first_with_residents() -> None:
    found = verdict(STOPS, [])
    assert (found.outcome, found.residents_missing) == (CheckOutcome.TALK_FIRST, True)
