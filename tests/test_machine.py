"""What the tests need of a machine is found, or one sentence says what is missing."""

from pathlib import Path

import psycopg
import pytest

from tools import find_browser, postgres

pytestmark = pytest.mark.once


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it, and nobody who may install something."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("WIJKNETWERK_CHROMIUM", raising=False)
    monkeypatch.setattr(find_browser, "_may_install", lambda: False)
    return tmp_path


def program(folder: Path, name: str) -> str:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_a_machine_without_a_browser(bare: Path) -> None:
    with pytest.raises(find_browser.NoBrowser, match="apt-get install chromium"):
        find_browser.find()


def test_a_browser_on_the_path(bare: Path) -> None:
    chrome = program(bare, "google-chrome")
    assert find_browser.find() == chrome
    chromium = program(bare, "chromium")
    assert find_browser.find() == chromium
    windowless = program(bare, "chromium-headless-shell")
    assert find_browser.find() == windowless


def test_who_may_install_gets_the_browser_without_windows_and_else_keeps_what_is_there(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(find_browser, "_may_install", lambda: True)
    monkeypatch.setattr(find_browser, "_install", lambda *packages: asked.append(packages[0]))
    chromium = program(bare, "chromium")
    assert find_browser.find() == chromium
    assert asked == ["chromium-headless-shell"]
    windowless = program(bare, "chromium-headless-shell")
    assert find_browser.find() == windowless
    assert len(asked) == 1


def test_a_chosen_browser_goes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "chromium")
    chosen = program(bare, "my-browser")
    monkeypatch.setenv("WIJKNETWERK_CHROMIUM", chosen)
    assert find_browser.find() == chosen


def test_a_chosen_browser_that_is_not_there(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "chromium")
    monkeypatch.setenv("WIJKNETWERK_CHROMIUM", "/no/such/browser")
    with pytest.raises(find_browser.NoBrowser, match="/no/such/browser"):
        find_browser.find()


def test_a_machine_where_the_browser_cannot_be_driven(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_browser.check_driver()  # here it can
    monkeypatch.setattr(find_browser, "_driver_runs", lambda: False)
    with pytest.raises(find_browser.NoBrowser, match="apt-get install libatomic1"):
        find_browser.check_driver()


def test_a_given_postgresql_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgresql://somebody@somewhere/something"
    monkeypatch.setenv("DATABASE_URL", url)
    with postgres.running() as used:
        assert used == url


def test_a_server_of_our_own_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///somewhere")
    with postgres.running() as url, psycopg.connect(url) as asked:
        assert asked.execute("SELECT 1").fetchone() == (1,)
    server = postgres.start()
    assert (server.folder / "data" / "postmaster.pid").exists()
    server.stop()
    assert not server.folder.exists()


def test_a_program_that_fails_is_said_in_one_sentence() -> None:
    with pytest.raises(postgres.NoPostgres, match="PostgreSQL did not run: false said: nothing"):
        postgres._run("false")
