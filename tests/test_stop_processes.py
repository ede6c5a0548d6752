"""N6: a real worker that is killed in the middle of a stop loses and doubles nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cast import SYSTEM, Cast, make_cast
from tests.core.jobs_app.bed import ROOT, shared_database, until
from tests.stop_app.apps import PLACE
from wijknetwerk.core import clock, scope
from wijknetwerk.core.jobs import enqueue
from wijknetwerk.core.jobs.models import Job, JobState
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.jobs import stop_network
from wijknetwerk.networks.models import Membership, Network, Stop
from wijknetwerk.networks.standings import standings_of

pytestmark = pytest.mark.apart


@pytest.fixture(autouse=True)
def _still_clock() -> None:
    """Here time passes, because it does in the workers."""


@pytest.fixture
def environment(
    tmp_path: Path, django_db_blocker: pytest.FixtureRequest
) -> Iterator[dict[str, str]]:
    """A database that workers share with this process."""
    with django_db_blocker.unblock(), shared_database(tmp_path) as leads_there:  # type: ignore[attr-defined]
        yield leads_there


@pytest.fixture
def cast(environment: dict[str, str]) -> Cast:
    """De Linde stops today, and it was agreed."""
    cast = make_cast()
    with scope.acting(SYSTEM):
        stop = Stop.objects.create(
            network=cast.linde,
            stops_on=clock.today(),
            why="Te weinig mensen.",
            started_by=cast.dewi,
            started_at=clock.now(),
            others_at_start=0,
        )
        Network.objects.filter(pk=cast.linde.pk).update(stops_on=clock.today())
        enqueue(stop_network, key=str(stop.pk), stop_id=stop.pk)
    return cast


def start_worker(environment: dict[str, str], place: Path) -> "subprocess.Popen[bytes]":
    with (place / "worker.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "django", "worker"],
            env={
                **os.environ,
                **environment,
                PLACE: str(place),
                "DJANGO_SETTINGS_MODULE": "tests.stop_app.settings",
                "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            },
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def test_killed_in_the_middle_nothing_happened_and_then_all_of_it_once(
    environment: dict[str, str], cast: Cast, tmp_path: Path
) -> None:
    first = start_worker(environment, tmp_path)
    try:
        until(lambda: list(tmp_path.glob("in-*")))
    finally:
        first.kill()
        first.wait()
    assert standings_of(cast.amina.pk)
    assert not LogEntry.objects.filter(event="networks.stopped").exists()
    (tmp_path / "go").touch()
    second = start_worker(environment, tmp_path)
    try:
        until(lambda: Job.objects.filter(name="networks.stop_network", state=JobState.DONE))
    finally:
        second.terminate()
        second.wait(timeout=30)
    assert not standings_of(cast.amina.pk)
    assert standings_of(cast.farid.pk)
    assert LogEntry.objects.filter(event="networks.stopped").count() == 1
    with scope.acting(SYSTEM):
        ended = Membership.objects.filter(network=cast.linde, ended_reason="network_stopped")
        assert ended.count() == 10
    assert LogEntry.objects.filter(event="networks.member_stopped").count() == 10
