"""How names of areas are folded, so that 'presik' finds 'Presikhaaf-West'."""

import unicodedata

MARK = "/"  # stands between the name of an area and that of its municipality

# What people call a municipality, beside the name that CBS gives it.
SPOKEN = {"s gravenhage": "den haag", "s hertogenbosch": "den bosch"}


def fold(text: str) -> str:
    """Lower case, without diacritics, words with one space between them."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = (
        "" if unicodedata.combining(character) or character in "'’`" else character
        for character in bare
    )
    return " ".join("".join(c if c.isalnum() else " " for c in "".join(kept)).split())


def search_name(name: str, municipality: str) -> str:
    """The column in which is searched: a space before each word, so that words begin there."""
    where = fold(municipality)
    spoken = f" {SPOKEN[where]}" if where in SPOKEN else ""
    return f" {fold(name)} {MARK} {where}{spoken}"
