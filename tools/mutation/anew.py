"""Breaks outside functions: what is decided while a module loads. Each asks a new start of Django,
forked from a process that has loaded the libraries, on a copy of the empty database."""

import importlib
import os
import shutil
import sqlite3
import sys
from contextlib import suppress
from typing import Any

import pytest

from tools.mutation.breaking import Importing
from tools.mutation.running import Asked
from tools.mutation.targets import ROOT

LIBRARIES = (
    "babel.dates", "cryptography.fernet", "django.db.models", "django.forms", "django.test",
    "holidays", "hypothesis", "icalendar", "jinja2", "markdown_it", "nh3", "numpy", "openpyxl",
    "ortools.graph.python.min_cost_flow", "PIL.Image", "scipy.spatial", "scipy.sparse", "segno",
    "snowballstemmer", "typst",
)  # fmt: skip
OPTIONS = ("-q", "-x", "-p", "no:cacheprovider")


def load_libraries() -> None:
    """Once, before the forks."""
    for name in LIBRARIES:
        with suppress(ImportError):
            importlib.import_module(name)


class _Ordered:
    """A plug-in of pytest: the tests in this order, and who noticed."""

    def __init__(self, order: list[str], out: int) -> None:
        self.order, self.out = {nodeid: index for index, nodeid in enumerate(order)}, out

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order),
            key=lambda item: self.order[item.nodeid],
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os.write(self.out, report.nodeid.encode())


def run_anew(one: Asked, order: list[str], template: str, out: int) -> int:
    """In a fork: break it, start, run the tests that need this file. 1 when a test noticed, or when
    it can't even be loaded."""
    sys.meta_path.insert(0, Importing(one.path, one.number))
    _lay_database(template)
    files = list(dict.fromkeys(nodeid.split("::")[0] for nodeid in order))
    code = pytest.main([*OPTIONS, "--rootdir", str(ROOT), *files], [_Ordered(order, out)])
    with suppress(Exception):
        from django.conf import settings

        shutil.rmtree(settings.DATA_DIR, ignore_errors=True)
    return 1 if code else 0


def _lay_database(template: str) -> None:
    """Instead of making the tables anew."""
    import django.test.utils

    def laid(*_arguments: Any, **_options: Any) -> list[Any]:
        from django.db import connection

        name = connection.creation._get_test_db_name()  # type: ignore[attr-defined]
        connection.close()
        connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        with sqlite3.connect(template) as kept:
            kept.backup(connection.connection)
        return []

    django.test.utils.setup_databases = laid
    django.test.utils.teardown_databases = lambda *_arguments, **_options: None
