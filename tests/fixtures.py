"""What every test may use: the cast, a clock that stands still, a signed-in browser."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.cache import cache
from django.core.signals import setting_changed
from django.db import connection
from django.test import Client
from django.test.client import ClientHandler
from django.test.utils import CaptureQueriesContext

from tests import laid
from tests.cast import NOW, Cast, make_cast
from wijknetwerk.accounts.sessions import SessionStore
from wijknetwerk.core import clock, scope


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What only PostgreSQL can do is tested in the PostgreSQL run, and left out elsewhere."""
    if connection.vendor == "postgresql":
        return
    left_out = [item for item in items if "postgresql" in item.keywords]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if "postgresql" not in item.keywords]


@pytest.fixture(autouse=True)
def _still_clock(request: pytest.FixtureRequest) -> Iterator[None]:
    """It is Thursday 12 November 2026, 10.30 in the Netherlands, but not in a real browser."""
    if "browser" in request.keywords:
        yield
        return
    with clock.frozen(NOW):
        yield


@pytest.fixture(autouse=True)
def _no_limits_left_over(request: pytest.FixtureRequest) -> None:
    """Limits on tries live in the cache, whose table is not emptied after transactional tests."""
    if "transactional_db" in request.fixturenames:
        request.getfixturevalue("transactional_db")
        cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody in De Linde and Oosterpoort (see tests/cast.py)."""
    return laid.down("cast", make_cast)


@pytest.fixture
def as_system(db: None) -> Iterator[None]:
    """Look at every network's rows, for what a test wants to check afterwards."""
    from tests.cast import SYSTEM

    with scope.acting(SYSTEM):
        yield


SignIn = Callable[..., Client]

_handlers: list[ClientHandler] = []


def one_handler() -> ClientHandler:
    """What answers the browsers of all tests: each would build all middleware for itself, and it
    keeps nothing of a request. Other settings get another."""
    if not _handlers:
        _handlers.append(ClientHandler(enforce_csrf_checks=False))
    return _handlers[0]


@setting_changed.connect
def _begin_anew(**_what: Any) -> None:
    _handlers.clear()


@pytest.fixture
def sign_in(cast: Cast) -> SignIn:
    """A browser in which somebody of the cast is signed in, with a second factor unless not.

    The session is made in one go, without the forms: signing in itself is tested in accounts.
    """

    def sign_in(name: str, *, second_factor: bool = True) -> Client:
        client = Client()
        client.handler = one_handler()
        person = cast.people[name]
        if person.email:
            confirmed = EmailAddress(user=person, email=person.email, verified=True, primary=True)
            EmailAddress.objects.bulk_create([confirmed], ignore_conflicts=True)
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        if second_factor:
            session["account_authentication_methods"] = [
                {"method": "mfa", "type": "totp", "at": clock.now().timestamp()}
            ]
            session["account_authentication_methods_user"] = str(person.pk)
        session.create()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
        return client

    return sign_in


class Queries:
    """The SQL of a block, without security settings, savepoints and transaction statements."""

    def __init__(self, captured: CaptureQueriesContext) -> None:
        self._captured = captured

    @property
    def statements(self) -> list[str]:
        """What was asked, in order."""
        return [
            query["sql"]
            for query in self._captured.captured_queries
            if not query["sql"].startswith(_NOT_COUNTED)
        ]

    @property
    def count(self) -> int:
        """How many statements were asked."""
        return len(self.statements)


_NOT_COUNTED = ("SELECT set_config", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


@pytest.fixture
def count_queries() -> Callable[[], AbstractContextManager[Queries]]:
    """Count the queries of a block: `with count_queries() as asked: ...; asked.count`."""

    @contextmanager
    def counting() -> Iterator[Queries]:
        with CaptureQueriesContext(connection) as captured:
            yield Queries(captured)

    return counting
