"""The settings of the tests' workers, with the part that holds up a stop."""

from tests.core.jobs_app.settings import *  # noqa: F403
from tests.core.jobs_app.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.stop_app.apps.StopAppConfig"]
