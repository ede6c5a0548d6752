"""The anchors, laid out by chain and place on disk, so that checking takes little memory."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from wijknetwerk.core.log.anchors import SHORT, Anchor


@dataclass(frozen=True, slots=True)
class Expected:
    """What an anchor says about one place: the line's (shortened) hash, and when it was noted."""

    seq: int
    hash: str
    at: str


class Evidence:
    """All anchors of a file, in a temporary database that SQLite keeps out of memory."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")
        self._db.execute(
            "CREATE TABLE line (chain TEXT, seq INTEGER, hash TEXT, at TEXT,"
            " PRIMARY KEY (chain, seq)) WITHOUT ROWID"
        )
        self._db.execute("CREATE TABLE met (chain TEXT PRIMARY KEY) WITHOUT ROWID")
        self.lost = 0
        self.last_at = ""
        self.count = 0

    def add(self, anchor: Anchor) -> None:
        """Take in the next anchor of the file."""
        self.count += 1
        self.last_at = anchor.at
        if anchor.restored_to is not None:
            gone = "DELETE FROM line WHERE chain = ? AND seq > ?"
            self.lost += self._db.execute(gone, (anchor.chain, anchor.restored_to)).rowcount
            return
        first = anchor.seq - len(anchor.hashes) + 1
        rows = [
            (anchor.chain, first + offset, short, anchor.at)
            for offset, short in enumerate(anchor.hashes)
        ]
        self._db.executemany("INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?)", rows)
        head = "UPDATE line SET hash = ? WHERE chain = ? AND seq = ?"
        self._db.execute(head, (anchor.hash, anchor.chain, anchor.seq))

    def of(self, chain: str) -> Iterator[Expected]:
        """What is known of a chain, in order; notes that the log has this chain."""
        self._db.execute("INSERT OR IGNORE INTO met VALUES (?)", (chain,))
        rows = self._db.execute(
            "SELECT seq, hash, at FROM line WHERE chain = ? ORDER BY seq", (chain,)
        )
        return (Expected(*row) for row in rows)

    def chains_not_met(self) -> Iterator[tuple[str, Expected]]:
        """Chains that were anchored and of which the log has no line, with their first line."""
        rows = self._db.execute(
            "SELECT chain, seq, hash, at FROM line WHERE seq = 1"
            " AND chain NOT IN (SELECT chain FROM met) ORDER BY chain"
        )
        return ((chain, Expected(seq, short, at)) for chain, seq, short, at in rows)

    def place_of(self, full_hash: str) -> tuple[str, int] | None:
        """Where a line with this hash was when it was anchored. Slow: for an explanation only."""
        found: tuple[str, int] | None = self._db.execute(
            "SELECT chain, seq FROM line WHERE substr(hash, 1, ?) = ? LIMIT 1",
            (SHORT, full_hash[:SHORT]),
        ).fetchone()
        return found


def fits(expected: Expected, full_hash: str) -> bool:
    """Whether a line's hash is what the anchor says."""
    return full_hash.startswith(expected.hash)
