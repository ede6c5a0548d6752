"""The table that is printed and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

DOCS = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"

HEAD = """# Benchmarks

What `make bench` printed on {when}, on a machine with 2 cores. Nothing was typed by hand.
B is the processor time of a bare Django view with the standard middlewares and 2 KB of HTML in the
same run ({bare:.3f} ms here); it is compared within this page only. The budgets are the design's.

| what | measured | budget | |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was measured, and whether it is within its budget."""

    what: str
    measured: str
    budget: str
    good: bool | None

    def __str__(self) -> str:
        verdict = {True: "within", False: "**over**", None: ""}[self.good]
        return f"| {self.what} | {self.measured} | {self.budget} | {verdict} |"


Measure = Callable[[], list[Line]]


def write(lines: list[Line], *, bare: float) -> None:
    """Print the table and keep it; `bare` is B in seconds."""
    when = datetime.now(ZoneInfo("Europe/Amsterdam")).strftime("%d-%m-%Y")  # noqa: TID251
    text = HEAD.format(when=when, bare=bare * 1000) + "\n".join(map(str, lines)) + "\n"
    print(text)
    DOCS.write_text(text, encoding="utf-8")
