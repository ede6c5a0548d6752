"""Checking the whole log against itself and against its anchors (rule A3).

Finds any line that was changed, removed, moved or added up to the last anchor, and names the
first. What was written since the last anchor (a minute ago at most) is checked by its chain only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from wijknetwerk.core.log import anchors, chain
from wijknetwerk.core.log.chain import StoredLine
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
    for name, lines in groupby(chain.stored_lines(), key=lambda line: str(line.values["chain"])):
        counts.chains += 1
        walk = _Walk(name, evidence)
        for line in lines:
            counts.lines += 1
            walk.step(line)
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

    def step(self, line: StoredLine) -> None:
        """Look at the next line."""
        if self.wrong is None:
            seq, own = line.values["seq"], line.values["hash"]
            self.wrong = self._place(line, seq) or self._content(line, seq, own)
            self._next = seq + 1
            self._previous = own

    def end(self) -> None:
        """Look whether the anchors know of more lines."""
        if self.wrong is None and (expected := self._expected(self._next)):
            text = "the log ends before this line"
            self.wrong = Wrong("missing", self.name, expected.seq, expected.at, "", text)

    def _place(self, line: StoredLine, seq: int) -> Wrong | None:
        if seq < self._next:
            return self._say("added", line, "there is a line at this place already")
        if seq > self._next:
            expected = self._expected(self._next)
            at = expected.at if expected else _at(line)
            text = f"lines {self._next} to {seq - 1} are gone"
            return Wrong("missing", self.name, self._next, at, "", text)
        return None

    def _content(self, line: StoredLine, seq: int, own: str) -> Wrong | None:
        expected = self._expected(seq)
        if expected and not fits(expected, own):
            return self._not_anchored(line, own, expected)
        if line.name != self.name:
            return self._say("changed", line, "it says that it is about somebody else")
        if line.digest != own:
            return self._say("changed", line, "its content is not what was written")
        if line.values["previous_hash"] != self._previous:
            return self._say("changed", line, "it does not follow the line before it")
        return None

    def _not_anchored(self, line: StoredLine, own: str, expected: Expected) -> Wrong:
        came_from = self._evidence.place_of(own)
        if came_from:
            return self._say("moved", line, f"it stood in {came_from[0]} at {came_from[1]}")
        if LogEntry.objects.filter(hash__startswith=expected.hash).exists():
            return self._say("added", line, "the line that was written here stands elsewhere now")
        return self._say("changed", line, "the anchors know another line at this place")

    def _expected(self, seq: int) -> Expected | None:
        while self._ahead and self._ahead.seq < seq:
            self._ahead = next(self._anchored, None)
        return self._ahead if self._ahead and self._ahead.seq == seq else None

    def _say(self, what: str, line: StoredLine, explanation: str) -> Wrong:
        values = line.values
        return Wrong(what, self.name, values["seq"], _at(line), values["event"], explanation)


def _at(line: StoredLine) -> str:
    at: str = line.values["occurred_at"].isoformat(timespec="seconds")
    return at


def _broken(broken: anchors.AnchorFileBroken) -> Wrong:
    text = "the file of anchors was changed at this line"
    return Wrong("anchors", "", broken.line, "", "", text)
