"""A row of the access table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.cast import Cast
from wijknetwerk.core.pages import Looks

# Who looks, in the order of the columns. 'nobody' is not signed in; the rest is the cast.
EVERYBODY = (
    *("nobody", "sam", "otto", "farid", "vera"),
    *("amina", "els", "lena", "ben", "priya", "joost", "ad", "dewi"),
)
STRANGERS = "sam otto farid vera"
MEMBERS = "amina els lena ben priya joost ad dewi"
SIGNED_IN = f"{STRANGERS} {MEMBERS}"


@dataclass(frozen=True)
class Row:
    """One page, and the answer that each person gets.

    `answers` maps a status to names, separated by spaces; everybody must be named once.
    `where` makes the address's parts (it may store what the page shows, within system scope).
    `data` is what is sent with POST. `logs` is what a look writes.
    """

    name: str
    answers: Mapping[int, str]
    where: Callable[[Cast], dict[str, Any]] = lambda cast: {}
    method: str = "GET"
    data: Mapping[str, Any] = field(default_factory=dict)
    logs: Looks = Looks.NONE
    second_factor: bool = False
    sends_on: bool = False  # open to everybody, and yet nobody stays there (the end of a form)

    def expected(self) -> dict[str, int]:
        """The answer for each person. ValueError when somebody is missing or named twice."""
        found: dict[str, int] = {}
        for status, names in self.answers.items():
            for name in names.split():
                if name in found:
                    raise ValueError(f"{self.name}: {name} stands there twice")
                found[name] = status
        if set(found) != set(EVERYBODY):
            raise ValueError(f"{self.name}: {set(EVERYBODY) ^ set(found)} is missing or unknown")
        return found


def in_linde(_cast: Cast) -> dict[str, Any]:
    """The address of a page of De Linde."""
    return {"slug": "de-linde"}


EVERYBODY_SEES = {200: " ".join(EVERYBODY)}
ALL_SIGNED_IN = {302: "nobody", 200: SIGNED_IN}
ALL_MEMBERS = {302: "nobody", 404: STRANGERS, 200: MEMBERS}
