"""The queue's rules, one by one, in this process and at a time that stands still."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest

from tests.cast import NOW, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.jobs import (
    JobError,
    enqueue,
    every,
    failed_jobs,
    forget_done_jobs,
    job,
    queue,
    queue_state,
    retry_failed,
    run_waiting,
    worker_seen_at,
)
from wijknetwerk.core.jobs.models import Job, JobPeriod, JobState, JobWorker
from wijknetwerk.core.jobs.registry import Schedule
from wijknetwerk.core.jobs.schedule import Timetable, period_start
from wijknetwerk.core.models.log import LogEntry
from wijknetwerk.networks.models import Membership

SYSTEM = Actor.system("tests")
ran: list[object] = []

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_ran() -> None:
    ran.clear()


@job("tests.note")
def note(*, actor: Actor, n: int = 0) -> None:
    """Note that it ran, and for whom."""
    ran.append((actor.code, n))


@job("tests.count_members")
def count_members(*, actor: Actor) -> None:
    """Look at rows of every network."""
    ran.append((scope.current().every_network, Membership.objects.count()))


@job("tests.write_and_fail")
def write_and_fail(*, actor: Actor) -> None:
    """Write something, then fail."""
    ran.append("tried")
    JobPeriod.objects.create(name="written by a job that failed", began_at=clock.now())
    raise ValueError("something that Amina wrote")


@job("tests.leave_the_building")
def leave_the_building(*, actor: Actor) -> None:
    """Try to end the process."""
    raise SystemExit(3)


@every(name="tests.each_minute", seconds=60)
def each_minute(*, actor: Actor) -> None:
    """Note that it ran."""
    ran.append("minute")


@every(name="tests.each_night", daily_at="03:10")
def each_night(*, actor: Actor) -> None:
    """Note that it ran."""
    ran.append("night")


def later(**much: float) -> datetime:
    """Some time after the moment at which the tests stand still."""
    return NOW + timedelta(**much)


def tell_the_time(timetable: Timetable, at: datetime) -> list[object]:
    """What runs by the clock at this moment, of the jobs above."""
    with clock.frozen(at):
        timetable.ask()
        ran.clear()
        run_waiting()
    return list(ran)


def test_a_job_acts_as_the_system_within_every_network(cast: Cast) -> None:
    enqueue(note, key="1", n=7)
    enqueue(count_members, key="1")
    assert run_waiting() == 2
    with scope.acting(SYSTEM):
        members = Membership.objects.count()
    assert ran == [("worker.tests.note", 7), (True, members)]
    with pytest.raises(scope.ScopeMissing):
        scope.current()


def test_the_web_role_may_ask_for_a_job(cast: Cast) -> None:
    with scope.acting(cast.actor("amina")):
        enqueue(note, key="1", n=1)
    run_waiting()
    assert ran == [("worker.tests.note", 1)]


def test_same_key_and_arguments_that_wait_are_done_once() -> None:
    for _ in range(3):
        enqueue(note, key="1", n=1)
    assert run_waiting() == 1
    enqueue(note, key="1", n=1)
    assert run_waiting() == 1


def test_same_key_with_other_arguments_is_not_lost() -> None:
    enqueue(note, key="1", n=1)
    enqueue(note, key="1", n=2)
    run_waiting()
    assert [n for _, n in ran] == [1, 2]


def test_asked_for_during_the_job_it_is_done_again() -> None:
    enqueue(note, key="1", n=1)
    taken = queue.take("one")
    assert taken is not None
    enqueue(note, key="1", n=1)
    assert queue.take("two") is None
    queue.mark_done(taken)
    assert queue.take("two") is not None


def test_a_job_that_fails_leaves_nothing_and_waits_longer_each_time() -> None:
    enqueue(write_and_fail, key="1")
    pauses = [60, 300, 1800, 7200, 43200]
    now = NOW
    for pause in pauses:
        with clock.frozen(now):
            assert run_waiting() == 1
            assert run_waiting() == 0
        with clock.frozen(now + timedelta(seconds=pause - 1)):
            assert run_waiting() == 0
        now += timedelta(seconds=pause)
    with clock.frozen(now):
        assert run_waiting() == 1
        [failed] = failed_jobs(actor=SYSTEM)
    assert (failed.attempts, failed.failed_at) == (6, now)
    with clock.frozen(now + timedelta(days=30)):
        assert run_waiting() == 0
    assert ran == ["tried"] * 6
    assert not JobPeriod.objects.exists()


def test_the_text_of_an_error_is_not_kept() -> None:
    enqueue(write_and_fail, key="1")
    run_waiting()
    assert Job.objects.get().error.startswith("ValueError at test_jobs.py:")


def test_a_job_can_not_end_the_worker() -> None:
    enqueue(leave_the_building, key="1")
    enqueue(note, key="1")
    assert run_waiting() == 2
    assert Job.objects.get(name="tests.leave_the_building").state == JobState.WAITING


def test_a_job_of_a_newer_version_waits_for_a_worker_that_knows_it() -> None:
    Job.objects.create(name="tests.from_the_future", key="1")
    run_waiting()
    waiting = Job.objects.get()
    assert (waiting.state, waiting.run_after) == (JobState.WAITING, later(seconds=60))
    assert waiting.error.startswith("JobError")


def test_the_job_of_a_silent_worker_is_taken_when_its_lease_ends() -> None:
    enqueue(note, key="1")
    held = queue.take("silent")
    assert held is not None
    with clock.frozen(later(seconds=59)):
        assert queue.take("other") is None
    with clock.frozen(later(seconds=61)):
        again = queue.take("other")
    assert again is not None
    assert (again.pk, again.attempts) == (held.pk, 2)
    with pytest.raises(queue.LeaseLost):
        queue.mark_done(held)
    queue.give_back(held, ValueError())
    queue.mark_done(again)
    assert Job.objects.get().state == JobState.DONE


def test_a_job_that_kills_every_worker_is_failed_in_the_end() -> None:
    enqueue(note, key="1")
    for attempt in range(1, 7):
        taken = queue.take(f"worker {attempt}")
        assert taken is not None
        assert taken.attempts == attempt
        queue.leave(f"worker {attempt}")
    assert queue.take("another") is None
    [failed] = failed_jobs(actor=SYSTEM)
    assert failed.error == queue.DIED


def test_only_the_administrator_of_the_platform_sees_and_retries_failed_jobs(cast: Cast) -> None:
    kept = Job.objects.create(
        name="tests.note", key="1", state=JobState.FAILED, attempts=6, ended_at=NOW
    )
    with pytest.raises(NotAllowed):
        failed_jobs(actor=cast.actor("dewi"))
    with pytest.raises(NotAllowed):
        retry_failed(actor=cast.actor("dewi"), job_id=kept.pk)
    vera = cast.actor("vera")
    assert [failed.id for failed in failed_jobs(actor=vera)] == [kept.pk]
    with scope.acting(vera):
        retry_failed(actor=vera, job_id=kept.pk)
        with pytest.raises(NotFound):
            retry_failed(actor=vera, job_id=kept.pk)
    run_waiting()
    assert ran == [("worker.tests.note", 0)]
    with scope.acting(SYSTEM):
        assert LogEntry.objects.filter(event="core.job_retried").count() == 1


def test_how_the_queue_stands() -> None:
    assert worker_seen_at() is None
    queue.beat("one")
    with clock.frozen(later(seconds=5)):
        queue.beat("one")
    assert worker_seen_at() == later(seconds=5)
    assert JobWorker.objects.get().started_at == NOW
    enqueue(note, key="1")
    state = queue_state()
    assert (state.waiting, state.running, state.failed, state.oldest_due_at) == (1, 0, 0, NOW)


def test_done_jobs_are_forgotten_and_failed_ones_kept() -> None:
    for state in (JobState.DONE, JobState.FAILED):
        Job.objects.create(name="tests.note", key="1", state=state, ended_at=NOW)
    with clock.frozen(later(hours=47)):
        forget_done_jobs(actor=SYSTEM)
        assert Job.objects.count() == 2
    with clock.frozen(later(hours=49)):
        forget_done_jobs(actor=SYSTEM)
    assert Job.objects.get().state == JobState.FAILED


def test_each_period_is_asked_for_once_by_whoever_comes_first() -> None:
    one, two = Timetable(), Timetable()
    assert tell_the_time(one, NOW) == ["minute"]
    assert tell_the_time(two, NOW) == []
    assert tell_the_time(two, later(seconds=59)) == []
    assert tell_the_time(two, later(seconds=60)) == ["minute"]
    assert tell_the_time(one, later(seconds=61)) == []
    assert tell_the_time(one, NOW) == [], "a clock that is set back asks for nothing again"
    assert tell_the_time(one, later(minutes=10)) == ["minute"], "made up for once"


def test_a_daily_job_waits_for_its_first_time_then_runs_each_day() -> None:
    def nights(at: datetime) -> int:
        return tell_the_time(Timetable(), at).count("night")

    evening = datetime(2026, 11, 11, 22, 0, tzinfo=UTC)
    assert nights(evening) == 0
    assert nights(datetime(2026, 11, 12, 2, 9, tzinfo=UTC)) == 0
    assert nights(datetime(2026, 11, 12, 2, 10, tzinfo=UTC)) == 1
    assert nights(datetime(2026, 11, 12, 23, 0, tzinfo=UTC)) == 0
    assert nights(datetime(2026, 11, 15, 9, 0, tzinfo=UTC)) == 1, "three nights without a worker"


@pytest.mark.parametrize(
    ("now", "began"),
    [
        (datetime(2026, 7, 1, 1, 10, tzinfo=UTC), datetime(2026, 7, 1, 1, 10, tzinfo=UTC)),
        (datetime(2026, 7, 1, 1, 9, tzinfo=UTC), datetime(2026, 6, 30, 1, 10, tzinfo=UTC)),
        (datetime(2026, 3, 29, 12, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, 10, tzinfo=UTC)),
        (datetime(2026, 10, 25, 12, 0, tzinfo=UTC), datetime(2026, 10, 25, 2, 10, tzinfo=UTC)),
    ],
)
def test_a_time_of_day_is_that_of_the_netherlands(now: datetime, began: datetime) -> None:
    assert period_start(Schedule("tests.each_night", at=time(3, 10)), now) == began


def test_a_quiet_second_costs_two_queries(django_assert_num_queries: object) -> None:
    timetable = Timetable()
    timetable.ask()
    run_waiting()
    with django_assert_num_queries(2):  # type: ignore[operator]
        timetable.ask()
        assert not queue.anything_for("one")


def test_asking_costs_one_query(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        enqueue(note, key="1", n=1)


@pytest.mark.parametrize(
    "arguments",
    [{"n": 1, "unknown": 2}, {"n": uuid4()}, {"n": "x" * 101}, {"n": {"text": "a story"}}],
)
def test_what_the_queue_may_not_hold_is_refused(arguments: dict[str, object]) -> None:
    with pytest.raises(JobError):
        enqueue(note, key="1", **arguments)  # type: ignore[arg-type]
    assert not Job.objects.exists()


def test_what_is_no_job_is_refused() -> None:
    with pytest.raises(JobError):
        enqueue(lambda *, actor: None, key="1")


def test_a_job_is_declared_in_a_way_that_can_work() -> None:
    with pytest.raises(JobError):
        job("tests.note")(lambda *, actor: None)
    with pytest.raises(JobError):
        job("Note")(lambda *, actor: None)
    with pytest.raises(JobError):
        job("tests.without_actor")(lambda: None)
    with pytest.raises(JobError):
        every(name="tests.when")
    with pytest.raises(JobError):
        every(name="tests.when", seconds=1, daily_at="03:10")
