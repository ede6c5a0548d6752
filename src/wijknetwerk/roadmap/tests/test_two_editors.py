"""Two who save at the same moment: one is first, the other hears it and keeps the words."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.cast import SYSTEM, make_cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import Stale
from wijknetwerk.roadmap import services
from wijknetwerk.roadmap.models import StepProgress

EDITORS = ("amina", "bas", "dewi", "els")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("begun", [False, True], ids=["nobody said anything", "there is a version"])
def test_of_writers_at_the_same_moment_one_wins_and_the_others_are_told(begun: bool) -> None:
    cast = make_cast()
    with scope.acting(SYSTEM):
        services.load_content(actor=SYSTEM)
    actors = {name: cast.actor(name) for name in EDITORS}
    read = 0
    if begun:
        _save(cast.linde, actors["amina"], "amina", 0)
        read = 1
    moment = clock.now()
    start = Barrier(len(EDITORS))

    def edit(name: str) -> str:
        try:
            start.wait(10)
            with clock.frozen(moment):
                _save(cast.linde, actors[name], f"{name} schreef dit", read)
        except Stale:
            return "told"
        finally:
            connection.close()
        return "saved"

    with ThreadPoolExecutor(len(EDITORS)) as pool:
        answers = list(pool.map(edit, EDITORS))
    assert sorted(answers) == ["saved", "told", "told", "told"]
    with scope.acting(SYSTEM):
        now = StepProgress.objects.get(step="shape-coordinator", superseded_at=None)
        assert StepProgress.objects.filter(step="shape-coordinator").count() == read + 1
    assert now.note == f"{EDITORS[answers.index('saved')]} schreef dit"


def _save(network: object, actor: object, note: str, read: int) -> None:
    with scope.acting(actor):  # type: ignore[arg-type]
        services.change_step(
            actor=actor,  # type: ignore[arg-type]
            network=network,  # type: ignore[arg-type]
            step="shape-coordinator",
            read_number=read,
            said=services.StepState("busy", note=note),
        )
