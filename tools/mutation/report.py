"""The figures, and who survived with which reason."""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tools.mutation.breaking import source
from tools.mutation.forks import SURVIVED, TOO_LONG, Outcome
from tools.mutation.targets import LEAST, ROOT, TARGETS

PAGE = ROOT / "docs" / "mutation.md"
REASONS = Path(__file__).parent / "reasons.toml"
KEPT = ROOT / "build" / "mutation.json"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass(frozen=True)
class Tried:
    """One break and what became of it."""

    path: str
    line: int
    what: str
    outcome: Outcome

    @property
    def survived(self) -> bool:
        return self.outcome.state == SURVIVED

    @property
    def source(self) -> str:
        """The line as it stands in the file."""
        return source(self.path).splitlines()[self.line - 1].strip()

    @property
    def place(self) -> str:
        return f"{_short(self.path)}:{self.line}"


@dataclass(frozen=True)
class Reason:
    """Why no test can notice these breaks of a line ('' for all of that line)."""

    path: str
    line: str
    what: str
    why: str

    def is_for(self, one: Tried) -> bool:
        """Whether it is about this break."""
        return (self.path, self.line) == (_short(one.path), one.source) and self.what in one.what


def _short(path: str) -> str:
    return path.removeprefix("src/wijknetwerk/")


def reasons() -> list[Reason]:
    """Those written down."""
    rows = tomllib.loads(REASONS.read_text()).get("reason", [])
    return [Reason(row["file"], row["line"], row.get("break", ""), row["why"]) for row in rows]


def tell(tried: list[Tried], *, keep: bool) -> int:
    """Print, write the page with the files that have none yet, and say by the exit code whether all
    of it holds. `keep`: these are all breaks of their files."""
    known = reasons()
    print("\n".join([*_figures(tried), "", *_survivors(tried, known)]))
    if not keep:
        return 0
    everything = _kept(tried)
    missing = _missing(everything)
    lines = [*missing, *_figures(everything), "", *_survivors(everything, known)]
    before, rest = PAGE.read_text().split(BEGIN)
    PAGE.write_text("\n".join([before + BEGIN, *lines, END + rest.split(END)[1]]))
    print("\n".join(missing))
    return 1 if missing else _holds(everything, known)


def _missing(tried: list[Tried]) -> list[str]:
    """What to say of files without figures."""
    there = {one.path for one in tried}
    names = [f"`{_short(path)}`" for path in TARGETS if path not in there]
    said = (
        f"Not measured yet, or changed since it was: {', '.join(names)}. `make mutation` does all."
    )
    return [said, ""] if names else []


def _holds(tried: list[Tried], known: list[Reason]) -> int:
    bare = [one for one in tried if one.survived and not _why(one, known)]
    idle = [one for one in known if not any(one.is_for(it) for it in tried if it.survived)]
    for it in idle:
        print(f"no survivor for the reason: {it.path}: {it.line}: {it.what}")
    return 1 if bare or idle or _share(tried) < LEAST else 0


def _kept(tried: list[Tried]) -> list[Tried]:
    """These beside what other files had in an earlier run, as long as such a file is the same."""
    rows = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    for path in {one.path for one in tried}:
        mine = [one for one in tried if one.path == path]
        rows[path] = {
            "source": _mark(path),
            "breaks": [[it.line, it.what, it.outcome.state, it.outcome.seconds] for it in mine],
        }
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(rows))
    return [
        Tried(path, line, what, Outcome(state, seconds))
        for path in TARGETS
        if path in rows and rows[path]["source"] == _mark(path)
        for line, what, state, seconds in rows[path]["breaks"]
    ]


def _mark(path: str) -> str:
    return hashlib.sha256(source(path).encode()).hexdigest()


def _why(one: Tried, known: list[Reason]) -> str:
    return next((reason.why for reason in known if reason.is_for(one)), "")


def _share(tried: list[Tried]) -> float:
    return 100 * sum(not one.survived for one in tried) / max(len(tried), 1)


def _figures(tried: list[Tried]) -> list[str]:
    lines = ["| file | breaks | noticed | not noticed | % |", "|---|--:|--:|--:|--:|"]
    groups = [(path, [one for one in tried if one.path == path]) for path in TARGETS]
    for path, group in [*groups, ("together", tried)]:
        if not group:
            continue
        left = sum(one.survived for one in group)
        said = (_short(path), len(group), len(group) - left, left, f"{_share(group):.1f}")
        lines.append(f"| {' | '.join(map(str, said))} |")
    slow = sum(one.outcome.state == TOO_LONG for one in tried)
    cost = sum(one.outcome.seconds for one in tried)
    lines += [
        "",
        f"{slow} of the noticed ran too long. {cost:.0f} s of processor time for the breaks, "
        f"{cost / max(len(tried), 1):.2f} s each.",
    ]
    return lines


def _survivors(tried: list[Tried], known: list[Reason]) -> list[str]:
    lines = ["| where | broken | why no test notices |", "|---|---|---|"]
    for one in tried:
        if one.survived:
            what = one.what.replace("|", "\\|")
            lines.append(f"| {one.place} | `{what}` | {_why(one, known) or '**no reason**'} |")
    return lines if len(lines) > 2 else ["Every break was noticed."]
