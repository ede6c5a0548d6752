"""Everything behind `make test`, `make check` and `make test-long`.

Four jobs run at a time on two cores, because some of the tests wait for processes and browsers, and
because the two longest then end together, on a core each. Each database's tests run in two parts,
so that no part is much longer than the rest. All of them run, also after a failure, and what failed
is printed whole. The closing lines say what ran; nothing is skipped in silence: a skipped test
counts as a failure, and what cannot run here is named.
"""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from tools import find_browser, postgres
from tools.junit import Counts, read

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "build" / "reports"
REAL_DATA = ROOT.parent / "shared" / "data"
AT_A_TIME = 4
PYTHON = sys.executable
# The tests begin dozens of processes. Where bytecode is not kept, each compiles all of our Python
# and of its packages again: 4.5 seconds of work, where 1.7 is enough.
KEPT_BYTECODE = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "pycache"),
}
RUFF, LINT_IMPORTS = (str(Path(PYTHON).parent / name) for name in ("ruff", "lint-imports"))


@dataclass(frozen=True)
class Job:
    """One command; a suite of tests also has the name of its report."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    suite: str = ""

    @property
    def report(self) -> Path:
        return REPORTS / f"{self.suite}.xml"


@dataclass(frozen=True)
class Result:
    """What became of a job."""

    job: Job
    code: int
    output: str
    seconds: float

    @property
    def counts(self) -> Counts:
        return read(self.job.report) if self.job.suite else Counts()

    @property
    def passed(self) -> bool:
        return self.code == 0 and not self.counts.skipped


def checks() -> list[Job]:
    """The fast part, which needs no database."""
    return [
        Job("types", [PYTHON, "-m", "mypy"]),
        Job("format", [RUFF, "format", "--check", "--quiet", "--output-format=concise", "."]),
        Job("lint", [RUFF, "check", "--quiet", "."]),
        Job("import rules", [LINT_IMPORTS]),
        Job("translations", [PYTHON, "-m", "tools.translations", "check"]),
    ]


def django_checks(scratch: str) -> list[Job]:
    """What Django itself can say about the models and about the settings of production."""
    test = {"DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.test", "WIJKNETWERK_DATA": scratch}
    production = {
        "DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.production",
        "WIJKNETWERK_SECRET_KEY": secrets.token_urlsafe(60),
        "WIJKNETWERK_HOSTS": "wijknetwerk.example",
        "WIJKNETWERK_SITE_URL": "https://wijknetwerk.example",
        "WIJKNETWERK_DATA": scratch,
    }
    keys = Path(scratch) / "keyring.json"
    subprocess.run(
        [PYTHON, "-m", "wijknetwerk.core.crypto", str(keys)], check=True, capture_output=True
    )
    production["WIJKNETWERK_KEY_FILE"] = str(keys)
    django = [PYTHON, "-m", "django"]
    return [
        Job("migrations", [*django, "makemigrations", "--check", "--dry-run"], test),
        Job(
            "settings of production",
            [*django, "check", "--deploy", "--fail-level", "WARNING"],
            production,
        ),
    ]


def suites(postgres_url: str, browser: str, *, long: bool) -> list[Job]:
    """The tests themselves, on each database and in the browser."""
    with_journeys = {
        "DATABASE_URL": "",  # they start the demo, which keeps its own database
        "WIJKNETWERK_CHROMIUM": browser,
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
    }
    unit = "not browser" if REAL_DATA.exists() else "not browser and not realdata"
    if not long:
        unit += " and not long"
    postgres_unit, on_postgres = f"{unit} and not once", {"DATABASE_URL": postgres_url}
    apart = {**on_postgres, "WIJKNETWERK_TEST_DATABASE": "test_apart"}
    jobs = [
        _suite("PostgreSQL", f"{postgres_unit} and not apart", on_postgres, long=long),
        _suite("PostgreSQL, apart", f"{postgres_unit} and apart", apart, long=long),
        _suite("SQLite", f"{unit} and not apart", {"DATABASE_URL": ""}, long=long),
        _suite("SQLite, apart", f"{unit} and apart", {"DATABASE_URL": ""}, long=long),
    ]
    if not long:
        jobs.insert(2, _suite("Browser", "browser", with_journeys, long=False))
    return jobs


def _suite(name: str, chosen: str, environment: dict[str, str], *, long: bool) -> Job:
    report = f"--junitxml={REPORTS / name}.xml"
    options = {
        "cache_dir": ROOT / "build" / "pytest" / name,
        # A test that hangs ends the run, and says where it hung.
        "faulthandler_timeout": 3600 if long else 900,
        "faulthandler_exit_on_timeout": "true",
    }
    override = [f"--override-ini={option}={value}" for option, value in options.items()]
    return Job(
        f"tests: {name}",
        [PYTHON, "-m", "pytest", "--quiet", "-m", chosen, report, *override],
        {
            **environment,
            "DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.test",
            "WIJKNETWERK_LONG": "1" if long else "",
        },
        suite=name,
    )


def run(job: Job) -> Result:
    """Run one job to its end and keep what it says."""
    if job.suite:
        job.report.unlink(missing_ok=True)
    started = time.monotonic()
    done = subprocess.run(
        job.command,
        cwd=ROOT,
        env={**os.environ, **KEPT_BYTECODE, **job.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Result(job, done.returncode, done.stdout, time.monotonic() - started)


def run_all(jobs: list[Job]) -> list[Result]:
    """Run the jobs, a few at a time, and tell about each when it ends."""
    results = []
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        for ended in as_completed([pool.submit(run, job) for job in jobs]):
            result = ended.result()
            results.append(result)
            word = "ok" if result.passed else "FAILED"
            print(f"{word:>6}  {result.job.name} ({result.seconds:.0f} s)", flush=True)
    for result in results:
        if not result.passed:
            print(f"\n===== {result.job.name} =====\n{result.output.strip()}", flush=True)
    return results


def close(results: list[Result]) -> int:
    """The closing lines; the last one counts everything. Returns the exit code."""
    print()
    passed = failed = 0
    for result in sorted(results, key=lambda result: result.job.name):
        counts = result.counts
        if result.job.suite:
            print(f"{result.job.suite}: {counts.sentence}.")
            # A suite that broke before it could report has failed once itself.
            broke = not result.passed and not (counts.failed or counts.skipped)
            passed, failed = passed + counts.passed, failed + counts.failed + counts.skipped + broke
        else:
            passed, failed = passed + result.passed, failed + (not result.passed)
    if any(result.job.suite for result in results):
        print(_about_real_files(results))
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


def _about_real_files(results: list[Result]) -> str:
    if not REAL_DATA.exists():
        return "Real open-data files: not run: no ../shared/data here."
    tests = sum(result.counts.real for result in results)
    return f"Real open-data files of ../shared/data: {tests} of these tests read them."


def _browser() -> str:
    find_browser.check_driver()
    return find_browser.find()


def main(arguments: list[str]) -> int:
    """Run what was asked: everything, `--check` or `--long`."""
    if arguments not in ([], ["--check"], ["--long"]):
        sys.exit("Usage: python -m tools.test [--check|--long]")
    REPORTS.mkdir(parents=True, exist_ok=True)
    if arguments == ["--check"]:
        return close(run_all(checks()))
    long = arguments == ["--long"]
    browser = "" if long else _browser()
    with postgres.running() as url, tempfile.TemporaryDirectory() as scratch:
        jobs = suites(url, browser, long=long)
        if not long:
            jobs = [*jobs, *checks(), *django_checks(scratch)]
        return close(run_all(jobs))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (find_browser.NoBrowser, postgres.NoPostgres) as missing:
        sys.exit(str(missing))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
