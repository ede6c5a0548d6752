"""A1: every page is in the table, and the table is what happens."""

import copy
import importlib
import os
import pkgutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.test import Client
from django.test.client import ClientHandler
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import tests.access
from tests.access.row import EVERYBODY, Row
from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.pages import Looks, PageRule, library_pages

MATRIX = Path(__file__).resolve().parents[2] / "docs" / "access-matrix.md"


def _modules() -> Iterator[tuple[str, list[Row]]]:
    for module in sorted(pkgutil.iter_modules(tests.access.__path__), key=lambda found: found.name):
        rows = getattr(importlib.import_module(f"tests.access.{module.name}"), "ROWS", [])
        if rows:
            yield module.name, rows


MODULES = dict(_modules())
ROWS = [row for rows in MODULES.values() for row in rows]


def _addresses(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            space = f"{prefix}{part.namespace}:" if part.namespace else prefix
            yield from _addresses(part, space)
        elif part.name:
            yield prefix + part.name, part


def test_every_address_has_a_row() -> None:
    addresses = {name for name, _pattern in _addresses(get_resolver())}
    assert addresses == {row.name for row in ROWS}


def test_no_address_is_without_a_name() -> None:
    def nameless(resolver: URLResolver) -> Iterator[str]:
        for part in resolver.url_patterns:
            if isinstance(part, URLResolver):
                yield from nameless(part)
            elif not part.name:
                yield str(part.pattern)

    assert list(nameless(get_resolver())) == []


@pytest.mark.parametrize("module", MODULES)
def test_each_person_gets_what_the_table_says(module: str, cast: Cast, sign_in: SignIn) -> None:
    """Everybody signs in once; what a row did is undone before the next one."""
    keys = {name: signed_in_key(sign_in(name)) for name in EVERYBODY if name != "nobody"}
    for row in MODULES[module]:
        with undone():
            _everybody_opens(row, copy.deepcopy(cast), keys)


def signed_in_key(browser: Client) -> str:
    """The cookie of a session, for more than one browser."""
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def browser_of(key: str) -> Client:
    """A browser with a session that was made before; without a key, of nobody."""
    browser = Client()
    browser.handler = _HANDLER
    if key:
        browser.cookies[settings.SESSION_COOKIE_NAME] = key
    return browser


# Every browser would build all middleware for itself; it keeps nothing of a request.
_HANDLER = ClientHandler(enforce_csrf_checks=False)


@contextmanager
def undone() -> Iterator[None]:
    """What happens in it leaves no rows behind."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _everybody_opens(row: Row, cast: Cast, keys: dict[str, str]) -> None:
    with scope.acting(SYSTEM):
        address = reverse(row.name, kwargs=row.where(cast))
        before = _looks()
    for name, status in row.expected().items():
        browser = browser_of(keys.get(name, ""))
        answer = (
            browser.generic(row.method, address)
            if not row.data
            else browser.post(address, row.data)
        )
        assert answer.status_code == status, f"{name} at {row.method} {row.name}"
    with scope.acting(SYSTEM):
        noted = _looks() - before
    if row.method == "GET":
        looked = {name for name, status in row.expected().items() if status == 200} - {"nobody"}
        on_record = {name for name, person in cast.people.items() if noted[person.uuid]}
        assert on_record == (set() if row.logs is Looks.NONE else looked), row.name


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.name}")
def test_the_page_itself_says_the_same_as_the_table(row: Row) -> None:
    rule = _rule(row.name)
    assert rule.looks is row.logs
    assert rule.second_factor is row.second_factor
    sends_on = row.sends_on or row.name == "core:set_language"
    assert rule.public is (row.expected()["nobody"] != 302 or sends_on)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.second_factor], ids=lambda row: row.name
)
def test_a_second_factor_is_asked_before_somebody_elses_data(
    row: Row, cast: Cast, sign_in: SignIn
) -> None:
    with scope.acting(SYSTEM):
        address = reverse(row.name, kwargs=row.where(cast))
    answer = sign_in("dewi", second_factor=False).generic(row.method, address)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("accounts:second_factor"))


def test_the_matrix_in_the_docs_is_this_table() -> None:
    written = _matrix()
    if os.environ.get("WRITE_MATRIX"):
        MATRIX.write_text(written, encoding="utf-8")
    assert MATRIX.read_text(encoding="utf-8") == written, "run: WRITE_MATRIX=1 pytest tests/access"


def _rule(name: str) -> PageRule:
    pattern = dict(_addresses(get_resolver()))[name]
    rule = getattr(pattern.callback, "page_rule", None) or library_pages[name]
    assert isinstance(rule, PageRule)
    return rule


def _looks() -> Counter[UUID | None]:
    """How many looks of each person stand in the log."""
    lines = LogEntry.objects.filter(action="R").order_by().values_list("user_uuid")
    return Counter(dict(lines.annotate(Count("pk"))))


def _matrix() -> str:
    head = ("page", "", *EVERYBODY, "logs", "second factor")
    lines = [
        "# Access matrix",
        "",
        "Made by `tests/access/test_access_table.py`, which opens every page as everybody in",
        "`tests/cast.py`. 200: gets it. 302: is sent on (to signing in, or to where a form ends).",
        "403: may know that it exists, but may not. 404: may not know that it exists.",
        "",
        _line(head),
        _line(["---"] * len(head)),
    ]
    for row in sorted(ROWS, key=lambda row: (row.name, row.method)):
        expected = row.expected()
        answers = [str(expected[name]) for name in EVERYBODY]
        factor = "yes" if row.second_factor else ""
        lines.append(_line([f"`{row.name}`", row.method, *answers, row.logs.value, factor]))
    return "\n".join(lines) + "\n"


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"
