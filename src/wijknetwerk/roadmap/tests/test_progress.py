"""R1: any step, any status, any order; owner, note, where to see; nothing lost, no one erased."""

import inspect
from itertools import permutations

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotFound, Stale
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Membership, Network
from wijknetwerk.roadmap import selectors, services
from wijknetwerk.roadmap.models import PhaseWords, Status, StepProgress
from wijknetwerk.roadmap.services import Saying, StepState, change_step, say_phase

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]

STEP = "shape-coordinator"


def _say(
    cast: Cast, who: str, state: StepState, *, read: int = 0, step: str = STEP
) -> StepProgress:
    actor = cast.actor(who)
    with scope.acting(actor):
        return change_step(actor=actor, network=cast.linde, step=step, read_number=read, said=state)


def _line(cast: Cast, step: str = STEP) -> selectors.StepLine:
    with scope.acting(cast.actor("amina")):
        line, _history = selectors.step_story(cast.linde, selectors.content("nl"), step)
    assert line is not None
    return line


@pytest.mark.parametrize("name", ["amina", "bas", "lena", "els", "dewi", "ben"])
def test_every_member_may_say_how_a_step_stands_also_a_learner(cast: Cast, name: str) -> None:
    row = _say(cast, name, StepState("busy", note="We zoeken iemand."))
    assert (row.status, row.number, row.changed_by_id) == ("busy", 1, cast.people[name].pk)


@pytest.mark.parametrize("name", ["sam", "otto", "farid", "vera"])
def test_who_takes_no_part_may_not(cast: Cast, name: str) -> None:
    with pytest.raises(NotFound):
        _say(cast, name, StepState("busy"))


def test_any_status_goes_to_any_other(cast: Cast) -> None:
    number = 0
    for before, after in permutations(Status.values, 2):
        for status in (before, after):
            row = _say(cast, "amina", StepState(status, note=str(number)), read=number)
            number = row.number
            assert row.status == status


def test_nothing_is_locked_the_last_phase_may_come_first(cast: Cast) -> None:
    assert _say(cast, "amina", StepState("done"), step="anchor-celebrate").status == "done"
    assert _line(cast).status == "open"


def test_earlier_versions_stay_with_who_when_and_what(cast: Cast) -> None:
    _say(cast, "amina", StepState("busy", note="Twee mensen gevraagd."))
    _say(cast, "dewi", StepState("done", note="Dewi is gekozen."), read=1)
    with scope.acting(cast.actor("amina")):
        _line, history = selectors.step_story(cast.linde, selectors.content("nl"), STEP)
    assert [(h.note, h.changed_by) for h in history] == [
        ("Dewi is gekozen.", "Dewi Kusuma"),
        ("Twee mensen gevraagd.", "Amina Haddad"),
    ]
    with scope.acting(SYSTEM):
        first = StepProgress.objects.get(step=STEP, number=1)
    assert first.superseded_at == clock.now()


def test_who_read_an_older_version_erases_nothing(cast: Cast) -> None:
    _say(cast, "amina", StepState("busy", note="Van Amina."))
    with pytest.raises(Stale):
        _say(cast, "bas", StepState("done", note="Van Bas."))
    assert _line(cast).note == "Van Amina."
    with scope.acting(SYSTEM):
        assert StepProgress.objects.count() == 1


def test_saying_the_same_again_adds_no_version(cast: Cast) -> None:
    _say(cast, "amina", StepState("busy", note="Van Amina."))
    again = _say(cast, "bas", StepState("busy", note="Van Amina. "), read=1)
    at_once = _say(cast, "els", StepState("busy", note="Van Amina."), read=0)
    assert (again.number, at_once.number) == (1, 1)


def test_an_unknown_step_or_status_is_refused(cast: Cast) -> None:
    with pytest.raises(NotFound):
        _say(cast, "amina", StepState("busy"), step="shape-castle")
    with pytest.raises(InvalidInput):
        _say(cast, "amina", StepState("halfway"))


def test_a_member_takes_it_up_and_shows_until_they_leave(cast: Cast) -> None:
    _say(cast, "dewi", StepState("busy", owner=cast.members["bas"].uuid))
    assert _line(cast).owner_name == "Bas van der Meer"
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=cast.members["bas"].pk).update(until_on=TODAY)
    line = _line(cast)
    assert (line.owner_name, line.owner, line.status) == ("", None, "busy")


@pytest.mark.parametrize("name", ["otto", "farid"])
def test_who_is_no_member_now_can_not_take_it_up(cast: Cast, name: str) -> None:
    with pytest.raises(InvalidInput):
        _say(cast, "dewi", StepState("busy", owner=cast.members[name].uuid))


def test_each_change_is_in_the_log_without_its_words(cast: Cast) -> None:
    _say(cast, "amina", StepState("busy", note="Geheim van de straat."))
    _say(cast, "dewi", StepState("busy", note="Ander geheim."), read=1)
    with scope.acting(SYSTEM):
        entries = list(LogEntry.objects.filter(event="roadmap.step_changed").order_by("seq"))
    assert [(e.action, e.user_uuid, e.network_uuid) for e in entries] == [
        ("C", cast.amina.uuid, cast.linde.uuid),
        ("U", cast.dewi.uuid, cast.linde.uuid),
    ]
    assert entries[1].detail == {"step": STEP, "fields": ["note"]}
    assert "eheim" not in str([entry.detail for entry in entries])


def test_another_network_has_its_own_progress(cast: Cast) -> None:
    _say(cast, "amina", StepState("done", note="Van De Linde."))
    actor = cast.actor("farid")
    with scope.acting(actor):
        content = selectors.content("nl")
        lines = selectors.lines_of(cast.oosterpoort, content)
        assert {line.status for line in lines} == {"open"}
        assert selectors.lines_of(cast.linde, content) == lines
        assert selectors.step_story(cast.linde, selectors.content("nl"), STEP)[1] == []


def test_progress_on_a_step_that_left_the_content_is_still_shown_and_kept(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    _say(cast, "amina", StepState("done", note="Gelukt."))
    content = selectors.content("nl")
    fewer = selectors.Content(
        **{
            name: getattr(content, name)
            for name in inspect.signature(selectors.Content).parameters
            if name != "steps"
        },
        steps=[step for step in content.steps if step.code != STEP],
    )
    with scope.acting(cast.actor("amina")):
        line = selectors.lines_of(cast.linde, fewer)[-1]
        alone, _history = selectors.step_story(cast.linde, fewer, STEP)
    assert (line.step.code, line.note, line.is_old) == (STEP, "Gelukt.", True)
    assert alone == line
    monkeypatch.setattr(selectors, "is_step", lambda code: False)
    assert _say(cast, "amina", StepState("not_for_us"), read=1).number == 2


def _words(cast: Cast, who: str, said: Saying, phase: str = "shape") -> PhaseWords | None:
    actor = cast.actor(who)
    with scope.acting(actor):
        return say_phase(actor=actor, network=cast.linde, phase=phase, said=said)


def _places(cast: Cast, network: Network | None = None) -> dict[str, str]:
    with scope.acting(cast.actor("amina")):
        content = selectors.content("nl")
        lines = selectors.lines_of(network or cast.linde, content)
        places = selectors.where_we_are(network or cast.linde, content, lines)
    return {place.phase.code: place.words for place in places}


def test_own_words_stand_under_a_phase_and_earlier_ones_are_kept(cast: Cast) -> None:
    first = _words(cast, "lena", Saying("we kennen elkaar"))
    assert first is not None
    assert _places(cast)["shape"] == "we kennen elkaar"
    _words(cast, "dewi", Saying("we kiezen samen", first.uuid))
    assert _places(cast)["shape"] == "we kiezen samen"
    with scope.acting(SYSTEM):
        assert PhaseWords.objects.count() == 2


def test_two_who_change_the_words_do_not_erase_each_other(cast: Cast) -> None:
    _words(cast, "lena", Saying("we kennen elkaar"))
    with pytest.raises(Stale):
        _words(cast, "dewi", Saying("we kiezen samen"))
    assert _places(cast)["shape"] == "we kennen elkaar"


def test_strangers_say_nothing_and_unknown_phases_are_refused(cast: Cast) -> None:
    with pytest.raises(NotFound):
        _words(cast, "sam", Saying("hallo"))
    with pytest.raises(NotFound):
        _words(cast, "amina", Saying("hallo"), phase="dream")


def test_without_own_words_plain_words_say_what_goes_on_and_never_a_number(cast: Cast) -> None:
    empty = _places(cast)
    _say(cast, "amina", StepState("busy"))
    _say(cast, "amina", StepState("done"), step="explore-first-gathering")
    words = _places(cast)
    assert len({words["shape"], words["explore"], words["anchor"]}) == 3
    assert words["anchor"] == empty["anchor"]
    assert not any(character.isdigit() for text in words.values() for character in text)


@pytest.mark.parametrize("service", [change_step, say_phase, services.load_content])
def test_services_take_named_arguments_and_an_actor_without_default(service: object) -> None:
    parameters = list(inspect.signature(service).parameters.values())  # type: ignore[arg-type]
    assert all(parameter.kind is parameter.KEYWORD_ONLY for parameter in parameters)
    assert parameters[0].name == "actor"
    assert parameters[0].default is inspect.Parameter.empty


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://voorbeeld.example/verslag", True),
        ("http://voorbeeld.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,hoi", False),
        ("Schrift bij de koffie", False),
        ("", False),
    ],
)
def test_only_the_address_of_a_web_page_becomes_a_link(cast: Cast, text: str, link: bool) -> None:
    _say(cast, "amina", StepState("busy", where_to_see=text))
    assert bool(_line(cast).where_link) is link
