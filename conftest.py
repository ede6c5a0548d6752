"""What every test run shares: how many histories a property test tries, and which tests are real.

`make test` tries 300 histories of each property test on each database, the same ones every time, so
that a red run can be run again. `make test-long` tries thousands of new ones.
"""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The cast, a clock that stands still, a signed-in browser: for the tests of every app.
pytest_plugins = ["tests.fixtures"]

SLOW_IS_FINE = [HealthCheck.too_slow]
settings.register_profile(
    "test", max_examples=300, deadline=None, derandomize=True, suppress_health_check=SLOW_IS_FINE
)
settings.register_profile(
    "long", max_examples=5000, deadline=None, suppress_health_check=SLOW_IS_FINE
)
settings.load_profile("long" if os.environ.get("WIJKNETWERK_LONG") else "test")

REAL_DATA = Path(__file__).resolve().parent.parent / "shared" / "data"


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the collector of cycles needn't walk through it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Note in the report of `make test` which tests read real open-data files, and take random
    histories that touch the database apart: they take long. Others are the same on each."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            touches = {"db", "cast", "transactional_db"} & set(getattr(item, "fixturenames", ()))
            touches |= {"mark"} if item.get_closest_marker("django_db") else set()
            item.add_marker("apart" if touches else "once")
        if item.get_closest_marker("realdata"):
            item.user_properties.append(("realdata", str(REAL_DATA)))
