"""Jobs with real worker processes, some of which die: nothing is lost, nothing is done twice."""

import signal
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.core.jobs_app import jobs as bed_jobs
from tests.core.jobs_app.bed import Bed, Nursery, shared_database, until
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import enqueue, failed_jobs, worker_seen_at
from wijknetwerk.core.jobs.models import Job, JobPeriod, JobState, JobWorker

pytestmark = pytest.mark.apart

SYSTEM = Actor.system("tests")


@pytest.fixture(autouse=True)
def _still_clock() -> None:
    """Here time passes, because it does in the workers."""


@pytest.fixture(scope="module")
def nursery(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: pytest.FixtureRequest
) -> Iterator[Nursery]:
    """One database for all tests of this file, and one process that begins workers on it."""
    folder = tmp_path_factory.mktemp("jobs")
    with (
        django_db_blocker.unblock(),  # type: ignore[attr-defined]
        shared_database(folder) as leads_there,
        closing(Nursery(leads_there)) as nursery,
    ):
        yield nursery


@pytest.fixture
def bed(nursery: Nursery, tmp_path: Path) -> Iterator[Bed]:
    """An empty queue."""
    bed = Bed(tmp_path, nursery)
    yield bed
    bed.end()
    for model in (Job, JobWorker, JobPeriod):
        model.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM jobs_effect")
        cursor.execute("UPDATE jobs_counter SET n = 0")


def done(name: str = "") -> int:
    """How many jobs are done."""
    return Job.objects.filter(state=JobState.DONE, name__startswith=name or "testbed.").count()


def test_a_rolled_back_transaction_leaves_no_job(bed: Bed) -> None:
    class Refused(Exception): ...

    @transaction.atomic
    def service() -> None:
        enqueue(bed_jobs.quick, key="1", n=1)
        raise Refused

    with pytest.raises(Refused):
        service()
    assert not Job.objects.exists()


def test_a_job_starts_only_after_the_commit(bed: Bed) -> None:
    bed.worker()
    until(worker_seen_at)
    with transaction.atomic():
        enqueue(bed_jobs.quick, key="1", n=1)
        assert bed.effects() == []
    until(lambda: [n for n, _ in bed.effects()] == [1])


def test_a_job_whose_worker_is_killed_in_the_middle_counts_once(bed: Bed) -> None:
    first = bed.worker()
    enqueue(bed_jobs.hold, key="1", n=1)
    until(lambda: bed.traces("start", 1) == 1)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert bed.effects() == []
    bed.go()
    second = bed.worker()
    until(lambda: done("testbed.hold") == 1)
    assert bed.effects() == [(1, second.pid)]
    assert bed.traces("start", 1) == 2


def test_killed_between_what_was_done_and_the_mark_it_counts_once(bed: Bed) -> None:
    first = bed.worker()
    enqueue(bed_jobs.die_at_the_end, key="1", n=1)
    first.wait(60)
    second = bed.worker()
    until(lambda: done("testbed.die") == 1)
    assert bed.effects() == [(1, second.pid)]


def test_a_job_outside_a_transaction_is_run_again(bed: Bed) -> None:
    first = bed.worker()
    enqueue(bed_jobs.hold_outside, key="1", n=1)
    until(lambda: bed.traces("start", 1) == 1)
    first.send_signal(signal.SIGKILL)
    first.wait()
    bed.go()
    bed.worker()
    until(lambda: done("testbed.hold_outside") == 1)
    assert bed.traces("start", 1) == 2
    assert len(bed.effects()) == 1


def test_a_long_job_is_not_taken_over_while_its_worker_lives(bed: Bed) -> None:
    bed.worker()
    enqueue(bed_jobs.hold_outside, key="1", n=1)
    until(lambda: bed.traces("start", 1) == 1)
    bed.worker()
    until(lambda: JobWorker.objects.count() == 2)
    begun = until(worker_seen_at)
    holder = Job.objects.get(name="testbed.hold_outside").worker
    until(lambda: (JobWorker.objects.get(code=holder).seen_at - begun).total_seconds() > 5)
    assert JobWorker.objects.count() == 2
    bed.go()
    until(lambda: done("testbed.hold_outside") == 1)
    assert bed.traces("start", 1) == 1


@pytest.mark.postgresql
def test_what_a_worker_did_that_came_back_too_late_does_not_count(bed: Bed) -> None:
    late = bed.worker()
    enqueue(bed_jobs.hold, key="1", n=1)
    until(lambda: bed.traces("start", 1) == 1)
    late.send_signal(signal.SIGSTOP)
    bed.go()
    second = bed.worker()
    until(lambda: done("testbed.hold") == 1)
    late.send_signal(signal.SIGCONT)
    late.terminate()
    assert late.wait(60) == 0
    assert "job was taken over" in bed.logs()
    assert bed.effects() == [(1, second.pid)]


def test_a_failing_job_is_tried_again_with_pauses_then_kept_as_failed(bed: Bed) -> None:
    bed.worker()
    enqueue(bed_jobs.fail, key="1", n=1)
    [failed] = until(lambda: failed_jobs(actor=SYSTEM))
    assert (failed.name, failed.key, failed.attempts) == ("testbed.fail", "1", 3)
    assert failed.error.startswith("ValueError at jobs.py:")
    assert "Amina" not in failed.error + bed.logs()
    tries = sorted(int(path.name.split("-")[2]) for path in bed.place.glob("start-1-*"))
    first, second = (after - before for before, after in pairwise(tries))
    assert first >= 0.3e9
    assert second >= 0.9e9


def test_two_workers_share_200_jobs_and_do_each_once(bed: Bed) -> None:
    pids = {bed.worker().pid, bed.worker().pid}
    with transaction.atomic():
        for n in range(200):  # two of them last until both workers have one
            enqueue(bed_jobs.quick if n % 100 else bed_jobs.hold_outside, key=str(n), n=n)
    until(lambda: bed.traces("start", 0) == bed.traces("start", 100) == 1)
    bed.go()
    until(lambda: done("testbed.quick") == 198 and done("testbed.hold_outside") == 2)
    effects = bed.effects()
    assert Counter(n for n, _ in effects) == Counter(range(200))
    assert {pid for _, pid in effects} == pids


def test_the_same_key_that_waits_is_done_once(bed: Bed) -> None:
    for _ in range(10):
        enqueue(bed_jobs.quick, key="1", n=1)
    enqueue(bed_jobs.quick, key="2", n=2)
    bed.worker()
    bed.worker()
    asked = Job.objects.filter(name="testbed.quick")
    until(lambda: not asked.exclude(state=JobState.DONE).exists())
    assert [n for n, _ in bed.effects()] == [1, 2]


def test_the_same_key_is_never_done_side_by_side(bed: Bed) -> None:
    bed.worker()
    enqueue(bed_jobs.hold_outside, key="1", n=1)
    until(lambda: bed.traces("start", 1) == 1)
    enqueue(bed_jobs.hold_outside, key="1", n=1)
    enqueue(bed_jobs.quick, key="2", n=2)
    bed.worker()
    until(lambda: done("testbed.quick") == 1)
    assert bed.traces("start", 1) == 1
    bed.go()
    until(lambda: done("testbed.hold_outside") == 2)
    assert bed.traces("start", 1) == 2


def test_work_by_the_clock_is_done_once_a_period_with_two_workers(bed: Bed) -> None:
    bed.worker()
    bed.worker()
    until(lambda: JobWorker.objects.count() == 2)
    ticks = Job.objects.filter(name="testbed.tick", state=JobState.DONE)
    until(lambda: ticks.count() >= 4)
    rows = list(ticks)
    periods = {row.run_after for row in rows}
    assert len(rows) == len(periods)
    assert all(row.attempts == 1 for row in rows)
    assert all(period.timestamp() % bed_jobs.TICK == 0 for period in periods)


def test_asked_to_stop_a_worker_ends_its_job_first(bed: Bed) -> None:
    worker = bed.worker()
    enqueue(bed_jobs.hold_outside, key="1", n=1)
    enqueue(bed_jobs.quick, key="2", n=2)
    until(lambda: bed.traces("start", 1) == 1)
    worker.terminate()
    bed.go()
    assert worker.wait(30) == 0
    assert [n for n, _ in bed.effects()] == [1]
    assert worker_seen_at() is None
    assert Job.objects.get(name="testbed.quick").state == JobState.WAITING


def test_a_worker_that_takes_too_long_to_stop_gives_up_its_job(bed: Bed) -> None:
    worker = bed.worker(JOBS_STOP="0.5")
    enqueue(bed_jobs.hold, key="1", n=1)
    until(lambda: bed.traces("start", 1) == 1)
    worker.terminate()
    assert worker.wait(30) == 1
    assert bed.effects() == []
    bed.go()
    second = bed.worker()
    until(lambda: done("testbed.hold") == 1)
    assert bed.effects() == [(1, second.pid)]


def test_eight_people_who_write_and_two_workers_never_meet_a_lock(bed: Bed) -> None:
    bed.worker()
    bed.worker()
    until(lambda: JobWorker.objects.count() == 2)
    errors: list[Exception] = []

    def write(person: int) -> None:
        try:
            for n in range(40):
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute("UPDATE jobs_counter SET n = n + 1")
                    number = person * 40 + n
                    enqueue(bed_jobs.quick, key=str(number), n=number)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    people = [threading.Thread(target=write, args=[person]) for person in range(8)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    until(lambda: done("testbed.quick") == 320)
    assert errors == []
    assert Counter(n for n, _ in bed.effects()) == Counter(range(320))
    assert "database not usable" not in bed.logs()
    assert not Job.objects.filter(name="testbed.quick", attempts__gt=1).exists()
