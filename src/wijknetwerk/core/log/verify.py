"""Checking the whole log against itself and against its anchors (rule A3).

Finds any line that was changed, removed, moved or added up to the last anchor, and names the
first. What was written since the last anchor (a minute ago at most) is checked by its chain only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from wijknetwerk.core.log import anchors, chain
from wijknetwerk.core.log.evidence import Evidence, Expected, fits
from wijknetwerk.core.models.log import LogEntry


@dataclass(frozen=True, slots=True)
class Wrong:
    """The first wrong line of a chain. `what` is changed, missing, moved, added or anchors."""

    what: str
    chain: str
    seq: int
    at: str
    event: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. `lost` lines went with a restore that was noted in the anchors."""

    lines: int
    chains: int
    anchors: int
    last_anchor_at: str
    lost: int
    wrong: Wrong | None
    wrong_chains: int


def verify(anchor_file: Path | None = None) -> Report:
    """Go through every line once; memory doesn't grow with the log. Needs system scope."""
    evidence = Evidence()
    first: Wrong | None = None
    try:
        for anchor in anchors.read(anchor_file):
            evidence.add(anchor)
    except anchors.AnchorFileBroken as broken:
        first = _broken(broken)
    counts = _Counts()
    wrong_chains = 0
    for wrong in _first_of_each_chain(evidence, counts):
        wrong_chains += 1
        if first is None or (first.what != "anchors" and wrong.at < first.at):
            first = wrong
    return Report(
        lines=counts.lines,
        chains=counts.chains,
        anchors=evidence.count,
        last_anchor_at=evidence.last_at,
        lost=evidence.lost,
        wrong=first,
        wrong_chains=wrong_chains,
    )


@dataclass(slots=True)
class _Counts:
    lines: int = 0
    chains: int = 0


def _first_of_each_chain(evidence: Evidence, counts: _Counts) -> Iterator[Wrong]:
    lines = LogEntry.objects.order_by("chain", "seq").iterator(chunk_size=1000)
    for name, entries in groupby(lines, key=attrgetter("chain")):
        counts.chains += 1
        walk = _Walk(name, evidence)
        for entry in entries:
            counts.lines += 1
            walk.step(entry)
        walk.end()
        if walk.wrong:
            yield walk.wrong
    for name, expected in evidence.chains_not_met():
        yield Wrong("missing", name, expected.seq, expected.at, "", "the whole chain is gone")


class _Walk:
    """Goes along one chain and remembers the first thing that is wrong."""

    def __init__(self, name: str, evidence: Evidence) -> None:
        self.name = name
        self.wrong: Wrong | None = None
        self._evidence = evidence
        self._anchored = evidence.of(name)
        self._ahead: Expected | None = next(self._anchored, None)
        self._next = 1
        self._previous = ""

    def step(self, entry: LogEntry) -> None:
        """Look at the next line."""
        if self.wrong is None:
            self.wrong = self._place(entry) or self._content(entry)
            self._next = entry.seq + 1
            self._previous = entry.hash

    def end(self) -> None:
        """Look whether the anchors know of more lines."""
        if self.wrong is None and (expected := self._expected(self._next)):
            text = "the log ends before this line"
            self.wrong = Wrong("missing", self.name, expected.seq, expected.at, "", text)

    def _place(self, entry: LogEntry) -> Wrong | None:
        if entry.seq < self._next:
            return self._say("added", entry, "there is a line at this place already")
        if entry.seq > self._next:
            expected = self._expected(self._next)
            at = expected.at if expected else _at(entry)
            text = f"lines {self._next} to {entry.seq - 1} are gone"
            return Wrong("missing", self.name, self._next, at, "", text)
        return None

    def _content(self, entry: LogEntry) -> Wrong | None:
        expected = self._expected(entry.seq)
        if expected and not fits(expected, entry.hash):
            return self._not_anchored(entry, expected)
        if chain.name_of(entry) != self.name:
            return self._say("changed", entry, "it says that it is about somebody else")
        if chain.digest(entry) != entry.hash:
            return self._say("changed", entry, "its content is not what was written")
        if entry.previous_hash != self._previous:
            return self._say("changed", entry, "it does not follow the line before it")
        return None

    def _not_anchored(self, entry: LogEntry, expected: Expected) -> Wrong:
        came_from = self._evidence.place_of(entry.hash)
        if came_from:
            return self._say("moved", entry, f"it stood in {came_from[0]} at {came_from[1]}")
        if LogEntry.objects.filter(hash__startswith=expected.hash).exists():
            return self._say("added", entry, "the line that was written here stands elsewhere now")
        return self._say("changed", entry, "the anchors know another line at this place")

    def _expected(self, seq: int) -> Expected | None:
        while self._ahead and self._ahead.seq < seq:
            self._ahead = next(self._anchored, None)
        return self._ahead if self._ahead and self._ahead.seq == seq else None

    def _say(self, what: str, entry: LogEntry, explanation: str) -> Wrong:
        return Wrong(what, self.name, entry.seq, _at(entry), entry.event, explanation)


def _at(entry: LogEntry) -> str:
    return entry.occurred_at.isoformat(timespec="seconds")


def _broken(broken: anchors.AnchorFileBroken) -> Wrong:
    text = "the file of anchors was changed at this line"
    return Wrong("anchors", "", broken.line, "", "", text)
