"""One area as it was read from a file, before it is stored."""

import re
from dataclasses import dataclass

_CODE = re.compile(r"^(GM[0-9A-Z]{4}|WK[0-9A-Z]{6}|BU[0-9A-Z]{8})$")


class BadRow(ValueError):
    """A line that can't be stored; says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """The columns of an area, checked."""

    code: str
    year: int
    name: str
    municipality_code: str
    municipality_name: str
    province: str
    population: int | None

    @property
    def kind(self) -> str:
        """GM, WK or BU."""
        return self.code[:2]

    @property
    def district_code(self) -> str:
        """The district in which it lies; of a district itself; a municipality has none."""
        return "" if self.kind == "GM" else f"WK{self.code[2:8]}"


def checked(
    *,
    code: str,
    year: str | int,
    name: str,
    municipality_code: str,
    municipality_name: str,
    province: str = "",
    population: str | int | None = None,
    kind: str = "",
) -> AreaRow:
    """An area from texts as files give them. BadRow when something is missing or can't be."""
    code, name = code.strip().upper(), name.strip()
    if not _CODE.match(code):
        raise BadRow(f"the code {code!r} is no code of a municipality, district or neighbourhood")
    if kind.strip() and kind.strip().upper()[:2] != code[:2]:
        raise BadRow(f"the kind {kind.strip()!r} does not fit the code {code}")
    if not name or len(name) > 120:
        raise BadRow(f"{code} has no name" if not name else f"the name of {code} is too long")
    own = f"GM{code[2:6]}"
    municipality = municipality_code.strip().upper() or own
    if municipality != own:
        raise BadRow(f"{code} does not lie in {municipality}")
    where = municipality_name.strip() or (name if code == own else "")
    if not where or len(where) > 120:
        raise BadRow(f"{code} has no municipality name that fits")
    return AreaRow(
        code, _year(year), name, own, where, province.strip()[:40], _population(code, population)
    )


def _year(value: str | int) -> int:
    text = str(value).strip()
    if not text.isdigit() or not 1995 <= int(text) <= 2100:
        raise BadRow(f"the year {text!r} is no year")
    return int(text)


def _population(code: str, value: str | int | None) -> int | None:
    """Empty means not known, which is not the same as nobody (design 2)."""
    text = "" if value is None else str(value).strip()
    if text in {"", ".", "-99999999"}:
        return None
    whole = text.removesuffix(".0")
    if not whole.isdigit():
        raise BadRow(f"the inhabitants of {code} are no number: {text!r}")
    return int(whole)
