"""`make test` counts honestly: what broke or was skipped counts as failed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools import junit
from tools import test as runner

SUITE = """
import pytest

pytestmark = pytest.mark.once

@pytest.fixture
def breaks_after():
    yield
    raise RuntimeError

def test_passes(): pass
def test_passes_too(record_property): record_property("realdata", "x")
def test_fails(): assert False
def test_fails_and_breaks(breaks_after): assert False
@pytest.mark.skip
def test_skipped(): pass
"""


def report_of(folder: Path, suite: str) -> junit.Counts:
    (folder / "test_it.py").write_text(suite)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:django", "--junitxml=report.xml"]
    subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return junit.read(folder / "report.xml")


def test_it_counts_each_test_once(tmp_path: Path) -> None:
    assert report_of(tmp_path, SUITE) == junit.Counts(passed=2, failed=2, skipped=1, real=1)


def test_a_file_that_cannot_be_read_counts_as_failed(tmp_path: Path) -> None:
    assert report_of(tmp_path, "import nothing_like_this") == junit.Counts(failed=1)


def test_a_report_that_was_never_written_counts_nothing(tmp_path: Path) -> None:
    assert junit.read(tmp_path / "report.xml") == junit.Counts()


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(runner, "REPORTS", tmp_path)
    return tmp_path


def result(code: int, suite: str = "") -> runner.Result:
    return runner.Result(runner.Job(suite or "lint", [], suite=suite), code, "", 1.0)


def write_report(folder: Path, suite: str, cases: str) -> None:
    (folder / f"{suite}.xml").write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")


@pytest.mark.parametrize(
    ("cases", "code", "last"),
    [
        ("<testcase/><testcase/>", 0, "3 passed, 0 failed"),
        ("<testcase/><testcase><failure/></testcase>", 1, "2 passed, 1 failed"),
        ("<testcase/><testcase><skipped/></testcase>", 0, "2 passed, 1 failed"),
        ("", 5, "1 passed, 1 failed"),
    ],
)
def test_the_last_line_counts_everything(
    reports: Path, capsys: pytest.CaptureFixture[str], cases: str, code: int, last: str
) -> None:
    write_report(reports, "SQLite", cases)
    exit_code = runner.close([result(0), result(code, "SQLite")])
    assert capsys.readouterr().out.splitlines()[-1] == last
    assert exit_code == (0 if last.endswith(" 0 failed") else 1)


def test_it_says_when_the_real_files_are_not_here(
    reports: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(runner, "REAL_DATA", reports / "absent")
    write_report(reports, "SQLite", "<testcase/>")
    runner.close([result(0, "SQLite")])
    assert "not run: no ../shared/data here" in capsys.readouterr().out
    chosen = runner.suites("postgres://x/y", "chromium", long=False)[0].command
    assert "not browser and not realdata and not long and not once and not apart" in chosen


def test_bytecode_is_kept_also_where_it_usually_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    asked = "import sys; print(sys.dont_write_bytecode, sys.pycache_prefix)"
    done = runner.run(runner.Job("asked", [sys.executable, "-c", asked]))
    assert done.output.split() == ["False", str(runner.ROOT / "build" / "pycache")]
