"""Fixtures stand in tests/fixtures.py; the names that tests import from here lead there."""

from tests.fixtures import SignIn  # noqa: F401
