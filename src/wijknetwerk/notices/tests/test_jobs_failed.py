"""Work that was given up waits for the platform's administrators, who let it try again."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import enqueue, job, queue, run_waiting
from wijknetwerk.core.jobs.models import Job, JobState
from wijknetwerk.core.models import LogEntry
from wijknetwerk.notices.failed_waiting import JOB_FAILED
from wijknetwerk.notices.models import Waiting

SignIn = Callable[..., Client]
works: list[bool] = []


@pytest.fixture(autouse=True)
def _broken() -> None:
    works.clear()


@job("tests.count_houses", title="Count the houses")
def count_houses(*, actor: Actor, street: int = 0) -> None:
    """Fails until it works."""
    if not works:
        raise ValueError("something that Amina wrote")


def _give_up() -> None:
    """All its tries, with the pauses in between."""
    for day in range(6):
        with clock.frozen(NOW + timedelta(days=day)):
            assert run_waiting() >= 1


def _waits_for() -> list[str]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=JOB_FAILED, done_at=None)
        return list(rows.values_list("person__given_name", flat=True))


def _form(text: str) -> dict[str, str]:
    return dict(re.findall(r'name="(form_id|job)" value="([^"]+)"', text))


def test_a_job_that_keeps_failing_shows_and_is_tried_again(cast: Cast, sign_in: SignIn) -> None:
    enqueue(count_houses, key="1")
    for day in range(5):
        with clock.frozen(NOW + timedelta(days=day)):
            run_waiting()
    assert _waits_for() == [], "it still tries"
    with clock.frozen(NOW + timedelta(days=5)):
        run_waiting()
    assert _waits_for() == ["Vera"]
    vera, address = sign_in("vera"), reverse("notices:jobs_failed")
    assert address in vera.get(reverse("front:today")).content.decode()
    text = vera.get(address).content.decode()
    for words in ("Count the houses", "ValueError at test_jobs_failed.py:", "6"):
        assert words in text
    assert "Amina" not in text
    works.append(True)
    for _click in range(2):
        assert vera.post(address, _form(text)).status_code == 302
    assert _waits_for() == []
    assert "Count the houses" not in vera.get(address).content.decode()
    with clock.frozen(NOW + timedelta(days=5)):
        run_waiting()
    assert Job.objects.get().state == JobState.DONE
    with scope.acting(SYSTEM):
        assert LogEntry.objects.filter(event="core.job_retried").count() == 1


def test_many_that_fail_wait_as_one_thing_until_the_last_was_tried_again(
    cast: Cast, sign_in: SignIn
) -> None:
    for street in range(3):
        enqueue(count_houses, key=str(street), street=street)
    _give_up()
    assert _waits_for() == ["Vera"]
    vera, address = sign_in("vera"), reverse("notices:jobs_failed")
    for number in Job.objects.order_by("pk").values_list("pk", flat=True):
        assert _waits_for() == ["Vera"]
        vera.post(address, {"job": str(number)})
    assert _waits_for() == []
    with clock.frozen(NOW + timedelta(days=9)):
        run_waiting()
    assert _waits_for() == []


def test_a_job_that_killed_every_worker_waits_too(cast: Cast) -> None:
    enqueue(count_houses, key="1")
    for attempt in range(6):
        assert queue.take(f"worker {attempt}")
        queue.leave(f"worker {attempt}")
    assert _waits_for() == []
    assert queue.take("another") is None
    assert _waits_for() == ["Vera"]


def test_the_command_that_rebuilds_opens_and_closes_it(cast: Cast) -> None:
    failed = Job.objects.create(
        name="tests.of_an_older_version", key="1", state=JobState.FAILED, attempts=6, ended_at=NOW
    )
    call_command("rebuild_waiting")
    assert _waits_for() == ["Vera"]
    failed.delete()
    call_command("rebuild_waiting")
    assert _waits_for() == []


def test_an_unknown_job_shows_its_code_and_a_number_that_is_none_is_not_found(
    cast: Cast, sign_in: SignIn
) -> None:
    vera, address = sign_in("vera"), reverse("notices:jobs_failed")
    assert "Al het werk is gelukt" in vera.get(address).content.decode()
    Job.objects.create(
        name="tests.of_an_older_version", key="1", state=JobState.FAILED, attempts=6, ended_at=NOW
    )
    assert "tests.of_an_older_version" in vera.get(address).content.decode()
    for number in ("", "x", "-1", "9" * 30, "999999"):
        assert vera.post(address, {"job": number}).status_code == 404


def test_every_job_of_ours_has_a_name_in_plain_dutch() -> None:
    from wijknetwerk.core.jobs import registry

    registry.load()
    with translation.override("nl"):
        for entry in registry.entries():
            if not entry.name.startswith(("tests.", "testbed.")):
                assert str(entry.title), entry.name
