"""The steps of a match: the one table, H1 (approved first, contact after both said yes, no way back
after the end), H2 (never beyond the helper's room)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.errors import NoRoom, NotApproved, NotNow
from wijknetwerk.mutual_aid.models import Match, MatchAct, MatchState, MatchStep, Side
from wijknetwerk.mutual_aid.services import match_steps, offers, requests
from wijknetwerk.mutual_aid.tests.acting import (
    TOLD,
    act,
    agreed,
    asked,
    match,
    neighbour,
    now,
    offer,
    request,
)

pytestmark = pytest.mark.django_db

# The table once more, as the brief says it and apart from the app's.
LEADS_TO = {
    "suggested": {"ask": "asked", "ran": "running", "withdraw": "closed"},
    "asked": {
        "helper_yes": "willing", "helper_no": "closed", "lapse": "closed", "withdraw": "closed",
    },
    "willing": {
        "asker_yes": "agreed", "asker_no": "closed", "helper_no": "closed", "lapse": "closed",
        "withdraw": "closed",
    },
    "agreed": {"begin": "running", "stop": "ended", "end": "ended"},
    "running": {"stop": "ended", "end": "ended"},
    "ended": {},
    "closed": {},
}  # fmt: skip


def _stand(cast: Cast, state: str) -> Match:
    """A match that came so far by real steps."""
    made = match(cast)
    ways = {
        "suggested": (),
        "asked": ("ask",),
        "willing": ("ask", "helper_yes"),
        "agreed": ("ask", "helper_yes", "asker_yes"),
        "running": ("ask", "helper_yes", "asker_yes", "begin"),
        "ended": ("ask", "helper_yes", "asker_yes", "stop"),
        "closed": ("ask", "helper_no"),
    }
    for way in ways[state]:
        act(cast, "joost", made, MatchAct(way), how="phone" if way == "ask" else "")
    return now(made)


@pytest.mark.parametrize("state", LEADS_TO)
def test_each_act_leads_where_the_table_says_and_nowhere_else(cast: Cast, state: str) -> None:
    made = _stand(cast, state)
    for what in MatchAct:
        if what == MatchAct.LAPSE:
            continue  # no hand but the platform's: below
        with transaction.atomic():
            said = {"how": "phone", "ended_how": "done"} if what in ("ask", "end") else {}
            try:
                act(cast, "joost", made, what, **said)
            except NotNow:
                assert what.value not in LEADS_TO[state]
                assert now(made).state == state
            else:
                assert now(made).state == LEADS_TO[state][what.value]
            transaction.set_rollback(True)


def test_a_question_lapses_by_the_platform_only(cast: Cast) -> None:
    made = asked(cast)
    for name in ("joost", "bas"):
        with pytest.raises(NotAllowed):
            act(cast, name, made, MatchAct.LAPSE)
    with scope.acting(SYSTEM):
        hand = access.hand_of_system(now(made), "worker.lapse")
        match_steps.step(hand=hand, act=MatchAct.LAPSE)
    assert now(made).state == "closed"


def test_h1_nobody_is_asked_before_the_asker_approved_what_is_told(cast: Cast) -> None:
    made = match(cast, request(cast, told=""))
    with pytest.raises(NotApproved):
        asked(cast, made)
    assert now(made).state == "suggested"


def test_h1_the_helper_keeps_what_was_approved_when_asked(cast: Cast) -> None:
    made = asked(cast)
    desk = cast.actor("joost")
    with scope.acting(desk):
        requests.approve(
            actor=desk,
            network=cast.linde,
            request=made.request.uuid,
            told="Iets heel anders.",
            said_how="phone",
        )
    assert now(made).told.read() == TOLD


def test_h1_contact_goes_across_while_both_said_yes_and_no_longer(cast: Cast) -> None:
    for state in LEADS_TO:
        with transaction.atomic():
            assert access.may_reach(_stand(cast, state)) == (state in ("agreed", "running"))
            transaction.set_rollback(True)


def test_h1_each_side_knows_of_it_from_its_own_moment(cast: Cast) -> None:
    """The asker when the helper would like to, the helper when asked; of a no neither."""
    knows = {
        "suggested": set(),
        "asked": {"bas"},
        "willing": {"bas", "bakker"},
        "agreed": {"bas", "bakker"},
        "running": {"bas", "bakker"},
        "ended": {"bas", "bakker"},
        "closed": set(),
    }
    for state, names in knows.items():
        with transaction.atomic():
            made = _stand(cast, state)
            for name in ("bas", "bakker", "amina", "ad", "ben", "els"):
                actor = cast.actor(name)
                with scope.acting(actor):
                    try:
                        access.match_for(actor, cast.linde, made.uuid)
                    except NotFound:
                        assert name not in names, (state, name)
                    else:
                        assert name in names, (state, name)
            transaction.set_rollback(True)


def test_h1_the_way_back_closes_when_it_ends(cast: Cast) -> None:
    made = agreed(cast)
    secrets = {}
    for side, purpose in access.LINKS.items():
        ids = (cast.linde.pk, cast.linde.uuid)
        secrets[side] = tokens.issue_link(
            purpose=purpose, subject=made.uuid, network=ids, lasts=timedelta(days=300)
        )
    stranger = Actor.anonymous().at(address="192.0.2.7", traceparent="")
    for side, secret in secrets.items():
        with scope.acting(stranger), access.hand_of_link(stranger, secret, side) as hand:
            assert hand.match.pk == made.pk
    act(cast, "bas", made, MatchAct.STOP)
    for side, secret in secrets.items():
        with (
            scope.acting(stranger),
            pytest.raises(access.LinkOver),
            access.hand_of_link(stranger, secret, side),
        ):
            pass


def test_a_link_of_one_side_does_nothing_for_the_other(cast: Cast) -> None:
    made = asked(cast)
    ids = (cast.linde.pk, cast.linde.uuid)
    secret = tokens.issue_link(
        purpose=access.LINKS[Side.HELPER],
        subject=made.uuid,
        network=ids,
        lasts=timedelta(days=7),
    )
    stranger = Actor.anonymous().at(address="192.0.2.7", traceparent="")
    with scope.acting(stranger), access.hand_of_link(stranger, secret, Side.HELPER) as hand:
        match_steps.step(hand=hand, act=MatchAct.HELPER_YES)
        with pytest.raises(NotAllowed):
            match_steps.step(hand=hand, act=MatchAct.ASKER_YES)
    assert now(made).state == "willing"


def test_each_side_stops_at_once_without_a_reason(cast: Cast) -> None:
    for name in ("bas", "bakker"):
        with transaction.atomic():
            made = agreed(cast)
            act(cast, name, made, MatchAct.STOP)
            row = now(made)
            assert (row.state, row.ended_on, row.slot) == ("ended", TODAY, None)
            assert row.request.state == "waiting"
            transaction.set_rollback(True)


def test_the_log_of_who_asks_does_not_tell_who_said_no(cast: Cast) -> None:
    made = asked(cast)
    act(cast, "bas", made, MatchAct.HELPER_NO)
    with scope.acting(SYSTEM):
        lines = LogEntry.objects.filter(client_uuid=cast.bakker.uuid, user_uuid=cast.bas.uuid)
        assert not lines.exists()
        assert MatchStep.objects.filter(match=made, act="helper_no", by=cast.bas).exists()


def test_h2_no_more_at_once_than_the_helper_set(cast: Cast) -> None:
    helps = offer(cast, room=2)
    rows = [match(cast, request(cast, neighbour(cast, name)), helps) for name in _ASKERS]
    for row in rows:
        asked(cast, row)
    for row in rows[:2]:
        act(cast, "joost", row, MatchAct.HELPER_YES)
        act(cast, "joost", row, MatchAct.ASKER_YES)
    with pytest.raises(NoRoom):
        act(cast, "bas", rows[2], MatchAct.HELPER_YES)
    act(cast, "bas", rows[0], MatchAct.STOP)
    act(cast, "bas", rows[2], MatchAct.HELPER_YES)
    act(cast, "bakker" if _ASKERS[2] == "bakker" else "joost", rows[2], MatchAct.ASKER_YES)
    assert sorted(now(row).slot or 0 for row in rows) == [0, 1, 2]


_ASKERS = ("bakker", "amina", "lena")


def test_h2_is_a_constraint_of_the_database(cast: Cast) -> None:
    helps = offer(cast, room=2)
    first = agreed(cast, match(cast, request(cast), helps))
    assert now(first).slot == 1
    second = match(cast, request(cast, neighbour(cast, "amina")), helps)
    with scope.acting(SYSTEM), pytest.raises(IntegrityError), transaction.atomic():
        Match.objects.filter(pk=second.pk).update(state="agreed", slot=1, agreed_at=NOW)


def test_less_room_ends_nothing_that_runs(cast: Cast) -> None:
    helps = offer(cast, room=2)
    rows = [match(cast, request(cast, neighbour(cast, name)), helps) for name in _ASKERS]
    agreed(cast, rows[0])
    agreed(cast, rows[1])
    actor = cast.actor("bas")
    with scope.acting(actor):
        offers.change(
            actor=actor,
            network=cast.linde,
            offer=helps.uuid,
            offered=offers.Offered(kinds=("shopping",), room=1),
            read_version=now(rows[0]).offer.version,
        )
    assert [now(row).state for row in rows[:2]] == ["agreed", "agreed"]
    act(cast, "bas", rows[0], MatchAct.STOP)
    with pytest.raises(NoRoom):
        asked(cast, rows[2])


def test_ending_a_request_ends_what_is_open_with_helpers(cast: Cast) -> None:
    wants = request(cast)
    one = agreed(cast, match(cast, wants, offer(cast)))
    other = asked(cast, match(cast, wants, offer(cast, neighbour(cast, "amina"))))
    actor = cast.actor("bakker")
    with scope.acting(actor):
        requests.end(
            actor=actor, network=cast.linde, request=wants.uuid, outcome="Mijn zoon doet het nu."
        )
    assert (now(one).state, now(other).state) == ("ended", "closed")
    assert now(one).request.state == "ended"


def test_ending_an_offer_lets_the_request_wait_again(cast: Cast) -> None:
    made = agreed(cast)
    assert now(made).request.state == "helped"
    actor = cast.actor("bas")
    with scope.acting(actor):
        offers.end(actor=actor, network=cast.linde, offer=made.offer.uuid)
    assert (now(made).state, now(made).request.state) == ("ended", "waiting")


def test_a_request_follows_its_matches(cast: Cast) -> None:
    made = match(cast)
    seen = [now(made).request.state]
    for what in ("ask", "helper_yes", "asker_yes", "begin", "end"):
        said = {"how": "phone"} if what == "ask" else {}
        if what == "end":
            said = {"ended_how": "done", "outcome": "Fijn gehad"}
        act(cast, "joost", made, MatchAct(what), **said)
        seen.append(now(made).request.state)
    assert seen == ["waiting", "busy", "busy", "helped", "helped", "ended"]
    assert now(made).outcome.read() == now(made).request.outcome.read() == "Fijn gehad"


def test_who_moved_away_leaves_a_request_that_waits_again(cast: Cast) -> None:
    made = agreed(cast)
    act(cast, "joost", made, MatchAct.END, ended_how="moved")
    assert (now(made).state, now(made).request.state) == ("ended", "waiting")


def test_after_the_end_nobody_else_is_asked_for_it(cast: Cast) -> None:
    wants = request(cast)
    other = asked(cast, match(cast, wants, offer(cast, neighbour(cast, "amina"))))
    made = agreed(cast, match(cast, wants))
    act(cast, "bakker", made, MatchAct.END, ended_how="done", elsewhere="gp")
    assert (now(other).state, now(made).request.elsewhere) == ("closed", "gp")


def test_strangers_and_members_get_no_match(cast: Cast) -> None:
    made = agreed(cast)
    for name in ("amina", "els", "ad", "ben", "priya", "otto", "farid", "sam"):
        with pytest.raises(DomainError) as refused:
            act(cast, name, made, MatchAct.STOP)
        assert refused.value.status == 404
    assert now(made).state == MatchState.AGREED
