"""The settings of the tests with a database in memory: a forked process has its own copy of it."""

from wijknetwerk.conf.test import *  # noqa: F403
from wijknetwerk.conf.test import DATABASES

DATABASES["default"]["TEST"] = {}
