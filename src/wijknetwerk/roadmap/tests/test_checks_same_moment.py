"""Acts at the same moment on real connections: nobody's words go, and no answer comes too late."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.cast import SYSTEM, Cast, make_cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, Stale
from wijknetwerk.roadmap import services
from wijknetwerk.roadmap.models import CheckAnswer, CheckRound, CheckSheet
from wijknetwerk.roadmap.services import RoundClosed, Said
from wijknetwerk.roadmap.tests.checking import answered, closed, opened

pytestmark = pytest.mark.django_db(transaction=True)
TOLD = (Stale, RoundClosed, InvalidInput)


def _cast() -> Cast:
    cast = make_cast()
    with scope.acting(SYSTEM):
        services.load_content(actor=SYSTEM)
    return cast


def _at_once(acts: list[Callable[[], object]]) -> list[str]:
    """What each was told; all begin at the same moment."""
    start, moment = Barrier(len(acts)), clock.now()

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait(10)
            with clock.frozen(moment):
                act()
        except TOLD as error:
            return type(error).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_one_person_on_two_screens_answers_once_and_hears_of_the_other() -> None:
    cast = _cast()
    uuid = opened(cast)
    told = _at_once(
        [
            lambda: answered(cast, "amina", uuid, {"shared-goal": Said("no", "een")}),
            lambda: answered(cast, "amina", uuid, {"shared-goal": Said("yes", "twee")}),
        ]
    )
    assert sorted(told) == ["Stale", "done"]
    with scope.acting(SYSTEM):
        assert CheckAnswer.objects.count() == 1


def test_of_two_who_close_one_decides() -> None:
    cast = _cast()
    uuid = opened(cast)
    told = _at_once([lambda: closed(cast, uuid, "een"), lambda: closed(cast, uuid, "twee")])
    assert sorted(told) == ["Stale", "done"]


def test_of_two_who_ask_one_round_comes() -> None:
    cast = _cast()
    told = _at_once([lambda: opened(cast), lambda: opened(cast, who="ad")])
    assert sorted(told) == ["InvalidInput", "done"]
    with scope.acting(SYSTEM):
        assert CheckRound.objects.count() == 1


def test_an_answer_comes_before_closing_or_is_told() -> None:
    cast = _cast()
    uuid = opened(cast)
    told = _at_once(
        [
            lambda: answered(cast, "amina", uuid, {"shared-goal": "no"}),
            lambda: closed(cast, uuid),
        ]
    )
    assert told in (["done", "done"], ["RoundClosed", "done"])
    with scope.acting(SYSTEM):
        stored = CheckSheet.objects.exclude(answered_at=None).exists()
    assert stored == (told[0] == "done")
