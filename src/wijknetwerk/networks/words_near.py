"""Words that are a slip or two apart, found by an index: two words that become the same when each
loses at most one letter. No word list is walked through, so the work doesn't grow with it."""

from collections.abc import Iterator

SHORTEST, LONGEST = 4, 24
SLIPS = 2


def may_be_near(word: str) -> bool:
    """Whether a word is worth proposing: letters only, not very short or long."""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def keys_of(folded: str) -> Iterator[str]:
    """The word itself, and the word without each of its letters; each once."""
    shorter = (folded[:at] + folded[at + 1 :] for at in range(len(folded)))
    return iter(dict.fromkeys((folded, *shorter)))


def distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with their neighbour to make one word of the other."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
