"""The tests' settings, on a database that several processes share, at a quick pace."""

import os

from wijknetwerk.conf.database import database
from wijknetwerk.conf.test import *  # noqa: F403
from wijknetwerk.conf.test import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.core.jobs_app"]
DATABASES = {"default": database(os.environ.get("JOBS_SQLITE", ""))}  # type: ignore[arg-type]
JOBS = {
    "poll": 0.05,
    "beat": 0.2,
    "lease": 3,
    "stop": float(os.environ.get("JOBS_STOP", "25")),
    "retries": (0.3, 0.9),
}
