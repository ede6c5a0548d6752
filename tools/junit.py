"""Read how many tests ran from pytest's report."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True)
class Counts:
    """Tests of one run; `real` of them read real open-data files."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    real: int = 0

    @property
    def sentence(self) -> str:
        """Such as '120 tests passed, 1 failed'."""
        said = f"{self.passed} tests passed, {self.failed} failed"
        return f"{said}, {self.skipped} skipped (which counts as failed)" if self.skipped else said


def read(report: Path) -> Counts:
    """The counts of a report; nothing at all when pytest did not get so far."""
    if not report.exists():
        return Counts()
    cases = ElementTree.parse(report).getroot().findall(".//testcase")  # noqa: S314 (our own file)
    # A test that fails and then breaks in its clean-up stands there twice, and counts once.
    failed = len({_name(case) for case in cases if _has(case, "failure", "error")})
    skipped = sum(_has(case, "skipped") for case in cases)
    real = sum(_has(case, "properties/property[@name='realdata']") for case in cases)
    passed = sum(not _has(case, "failure", "error", "skipped") for case in cases)
    return Counts(passed, failed, skipped, real)


def _name(case: ElementTree.Element) -> tuple[str | None, str | None]:
    return case.get("classname"), case.get("name")


def _has(case: ElementTree.Element, *paths: str) -> bool:
    return any(case.find(path) is not None for path in paths)
