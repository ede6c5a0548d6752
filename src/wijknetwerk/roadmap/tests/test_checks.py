"""Asked of several, answered separately, compared, closed (rule R3)."""

from datetime import date

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import registries, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.core.registries.endings import Ending
from wijknetwerk.networks.models import Membership
from wijknetwerk.networks.services import leaving
from wijknetwerk.notices.models import Waiting
from wijknetwerk.roadmap import services
from wijknetwerk.roadmap.models import CheckAnswer, CheckOutcome, CheckRound, CheckSheet
from wijknetwerk.roadmap.services import RoundClosed, Said
from wijknetwerk.roadmap.services.checks import TO_ANSWER
from wijknetwerk.roadmap.tests.checking import answered, closed, compared, in_practice, opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]

STOPS = (
    "residents-take-part",
    "practice-and-team",
    "municipality-behind-it",
    "independent-coordinator",
    "shared-goal",
)
ALL_YES = dict.fromkeys(STOPS, "yes")


def _waits_for() -> set[int]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=TO_ANSWER, done_at=None)
        return set(rows.values_list("person_id", flat=True))


def test_opening_asks_everybody_who_takes_part_and_nobody_else(cast: Cast) -> None:
    opened(cast)
    present = {
        member.person_id for name, member in cast.members.items() if name not in ("otto", "farid")
    }
    assert _waits_for() == present


def test_opening_can_ask_some_people_only(cast: Cast) -> None:
    opened(cast, asked={cast.members["amina"].uuid, cast.members["els"].uuid})
    assert _waits_for() == {cast.amina.pk, cast.els.pk}
    with pytest.raises(InvalidInput):
        opened(cast, "self_check", asked={cast.members["otto"].uuid})
    with pytest.raises(InvalidInput):
        opened(cast, "self_check", asked=set())


def test_one_round_of_a_kind_at_a_time(cast: Cast) -> None:
    first = opened(cast)
    opened(cast, "self_check")
    with pytest.raises(InvalidInput):
        opened(cast)
    closed(cast, first)
    opened(cast)
    with scope.acting(SYSTEM):
        assert CheckRound.objects.count() == 3


@pytest.mark.parametrize("who", ["amina", "els", "lena", "ben", "joost"])
def test_who_does_not_lead_neither_asks_nor_closes(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        opened(cast, who=who)
    uuid = opened(cast)
    actor = cast.actor(who)
    with scope.acting(actor), pytest.raises(NotAllowed):
        services.close_round(
            actor=actor, network=cast.linde, round_uuid=uuid, closing=services.Closing("Klaar.")
        )


def test_strangers_know_nothing_of_it(cast: Cast) -> None:
    uuid = opened(cast)
    for who in ("farid", "sam", "otto"):
        actor = cast.actor(who)
        with scope.acting(actor), pytest.raises(NotFound):
            services.answer(
                actor=actor,
                network=cast.linde,
                round_uuid=uuid,
                answers=services.Answers({"shared-goal": Said("yes")}, "resident"),
            )


def test_answering_ends_the_waiting_and_stands_under_ones_name(cast: Cast) -> None:
    uuid = opened(cast)
    sheet = answered(cast, "amina", uuid, {"shared-goal": Said("no", " Ik weet het niet goed. ")})
    assert cast.amina.pk not in _waits_for()
    assert cast.els.pk in _waits_for()
    with scope.acting(SYSTEM):
        row = CheckAnswer.objects.get()
        assert (row.reply, row.note) == ("no", "Ik weet het niet goed.")
        assert sheet.voice == "resident"
        assert sheet.membership == cast.members["amina"]


def test_who_was_not_asked_may_answer_too(cast: Cast) -> None:
    uuid = opened(cast, asked={cast.members["els"].uuid})
    answered(cast, "bas", uuid, ALL_YES)
    with scope.acting(SYSTEM):
        assert CheckSheet.objects.get(membership=cast.members["bas"]).is_asked is False


def test_a_changed_answer_supersedes_and_keeps_the_one_before(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "amina", uuid, {"shared-goal": "no", "time-stated": "yes"})
    sheet = answered(cast, "amina", uuid, {"shared-goal": "yes", "time-stated": "yes"}, read=1)
    assert (sheet.number, sheet.changed_at is not None) == (2, True)
    with scope.acting(SYSTEM):
        rows = CheckAnswer.objects.filter(question="shared-goal").order_by("pk")
        assert [(row.reply, row.superseded_at is None) for row in rows] == [
            ("no", False),
            ("yes", True),
        ]
        assert CheckAnswer.objects.filter(question="time-stated").count() == 1


def test_saving_from_an_old_screen_is_told_and_stores_nothing(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "amina", uuid, {"shared-goal": "no"})
    with pytest.raises(Stale):
        answered(cast, "amina", uuid, {"shared-goal": "yes"}, read=0)
    answered(cast, "amina", uuid, {"shared-goal": "no"}, read=0)  # the same again is no conflict
    with scope.acting(SYSTEM):
        assert CheckAnswer.objects.count() == 1


def test_after_closing_nobody_answers_and_nothing_waits(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "amina", uuid, ALL_YES)
    closed(cast, uuid, look_again_on=date(2027, 2, 1))
    assert _waits_for() == set()
    with pytest.raises(RoundClosed):
        answered(cast, "els", uuid, ALL_YES)
    with pytest.raises(Stale):
        closed(cast, uuid, "Iets anders.")
    with scope.acting(SYSTEM):
        assert CheckRound.objects.get().decision == "We praten."


def test_a_decision_has_words_and_looking_again_is_later(cast: Cast) -> None:
    uuid = opened(cast)
    with pytest.raises(InvalidInput):
        closed(cast, uuid, "  ")
    with pytest.raises(InvalidInput):
        closed(cast, uuid, look_again_on=TODAY)


def test_in_whose_name_one_answers_follows_from_the_membership(cast: Cast) -> None:
    uuid = opened(cast)
    voices = {
        who: answered(cast, who, uuid, {"shared-goal": "yes"}).voice
        for who in ("amina", "els", "dewi", "lena")
    }
    assert voices == {"amina": "resident", "els": "party", "dewi": "network", "lena": "learner"}
    with pytest.raises(InvalidInput):
        answered(cast, "bas", uuid, ALL_YES, voice="party")
    with pytest.raises(InvalidInput):
        answered(cast, "lena", uuid, ALL_YES, voice="resident", read=1)


def test_unknown_questions_and_replies_are_refused(cast: Cast) -> None:
    uuid = opened(cast)
    for said in ({"horizon": "yes"}, {"shared-goal": "maybe"}, {}):
        with pytest.raises(InvalidInput):
            answered(cast, "amina", uuid, said)


def test_the_result_needs_residents_and_a_practice(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "dewi", uuid, ALL_YES)
    answered(cast, "lena", uuid, ALL_YES)
    answered(cast, "els", uuid, ALL_YES)
    verdict = compared(cast, uuid).verdict
    assert verdict is not None
    assert (verdict.residents_missing, verdict.practice_missing) == (True, True)
    answered(cast, "amina", uuid, ALL_YES)
    in_practice(cast, "ben")
    answered(cast, "ben", uuid, ALL_YES)
    verdict = compared(cast, uuid).verdict
    assert verdict is not None
    assert verdict.outcome == CheckOutcome.BEGIN_SMALL


@pytest.mark.parametrize("stop", STOPS)
def test_each_stop_sign_names_who_said_no(cast: Cast, stop: str) -> None:
    in_practice(cast, "ben")
    uuid = opened(cast)
    answered(cast, "amina", uuid, {**ALL_YES, stop: "no"})
    answered(cast, "ben", uuid, ALL_YES)
    found = compared(cast, uuid)
    assert found.verdict is not None
    assert found.verdict.outcome == CheckOutcome.TALK_FIRST
    assert [(question.code, who) for question, who in found.stops] == [
        (stop, ("Amina Haddad (Bewoners)",))
    ]
    assert closed(cast, uuid).outcome == CheckOutcome.TALK_FIRST


def test_a_no_on_another_question_is_no_stop_sign(cast: Cast) -> None:
    in_practice(cast, "ben")
    uuid = opened(cast)
    answered(cast, "amina", uuid, {**ALL_YES, "time-stated": "no"})
    answered(cast, "ben", uuid, ALL_YES)
    assert closed(cast, uuid).outcome == CheckOutcome.BEGIN_SMALL


def test_what_is_seen_differently_comes_first_and_stop_signs_before_the_rest(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "amina", uuid, {"shared-goal": "yes", "time-stated": "no", "stable-group": "no"})
    answered(
        cast, "els", uuid, {"shared-goal": "partly", "time-stated": "yes", "stable-group": "no"}
    )
    answered(cast, "dewi", uuid, {"know-each-other": "yes"})
    found = compared(cast, uuid)
    assert found.parties == ("Bewoners", "Wijkzorg", "Het netwerk zelf")
    assert [line.question.code for line in found.different] == ["shared-goal", "time-stated"]
    assert [line.question.code for line in found.not_yet] == ["stable-group"]
    assert [line.question.code for line in found.agreed] == ["know-each-other"]


def test_the_round_before_stands_beside_it(cast: Cast) -> None:
    first = opened(cast, "self_check")
    answered(cast, "amina", first, {"horizon": "no", "take-time": "yes"})
    closed(cast, first)
    second = opened(cast, "self_check")
    answered(cast, "bas", second, {"horizon": "yes", "take-time": "yes"})
    found = compared(cast, second)
    assert found.verdict is None
    assert found.before_on == TODAY
    cells = {line.question.code: line.cells[0] for line in found.agreed}
    assert (cells["horizon"].earlier, cells["horizon"].changed) == (("nee",), True)
    assert (cells["take-time"].earlier, cells["take-time"].changed) == (("ja",), False)


def test_each_factor_leads_to_a_step_of_the_route(cast: Cast) -> None:
    uuid = opened(cast, "self_check")
    answered(cast, "amina", uuid, {"coordinator": "no"})
    (line,) = compared(cast, uuid).not_yet
    assert [step.code for step in line.steps] == ["shape-coordinator", "anchor-handover"]


def test_what_waits_can_be_made_anew_from_the_rows(cast: Cast) -> None:
    kind = registries.waiting_kinds[TO_ANSWER]
    uuid = opened(cast)
    answered(cast, "amina", uuid, ALL_YES)
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=cast.members["bas"].pk).update(until_on=TODAY)
        wanted = {item.person_id for item in kind.wanted()}
        assert list(kind.still_true([uuid])) == [uuid]
    assert wanted == _waits_for() - {cast.bas.pk}
    closed(cast, uuid)
    with scope.acting(SYSTEM):
        assert list(kind.still_true([uuid])) == []
        assert list(kind.wanted()) == []


def test_who_leaves_is_not_waited_for(cast: Cast) -> None:
    opened(cast)
    actor = cast.actor("amina")
    with scope.acting(actor):
        leaving.leave(actor=actor, network=cast.linde)
    assert cast.amina.pk not in _waits_for()
    assert cast.els.pk in _waits_for()


def test_a_network_that_stops_closes_what_is_open_and_keeps_what_came_out(cast: Cast) -> None:
    uuid = opened(cast)
    answered(cast, "amina", uuid, ALL_YES)
    part = registries.endings["route.checks"]
    with scope.acting(SYSTEM):
        assert list(part.tell(cast.linde)) == ["Eén lijst met vragen staat open."]
        assert part.act is not None
        part.act(actor=SYSTEM, network=cast.linde, what=Ending.PAUSE)
        assert CheckRound.objects.get().closed_on is None
        for _again in range(2):
            part.act(actor=SYSTEM, network=cast.linde, what=Ending.STOP)
        assert CheckRound.objects.get().closed_on == TODAY
        assert list(part.tell(cast.linde)) == []
        assert part.keep is not None
        assert list(part.keep(cast.linde)) == ["Zijn we klaar om te beginnen? (12 november 2026)"]
    assert _waits_for() == set()
