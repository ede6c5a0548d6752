"""What tests of rounds, initiatives and experiments share: acts by name, and a round that runs."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.voices.models import Initiative, PriorityRound
from wijknetwerk.voices.services import initiatives, rounds

OPTIONS = ("Eenzaamheid", "Verkeer", "Groen")


def by(cast: Cast, name: str, service: Any, **what: Any) -> Any:
    """Let somebody of the cast do something in De Linde."""
    actor = cast.actor(name)
    with scope.acting(actor):
        return service(actor=actor, network=cast.linde, **what)


def a_round(cast: Cast, *options: str, days: int = 14, dots: int = 3, most: int = 1) -> UUID:
    """A round that runs, opened by Dewi."""
    said = rounds.Said(
        question="Wat vindt u het belangrijkst?",
        why="De drie eerste bespreken we in januari.",
        from_on=TODAY,
        until_on=TODAY + timedelta(days=days),
        options=[(text, None) for text in options or OPTIONS],
        dots=dots,
        most_on_one=most,
    )
    made: PriorityRound = by(cast, "dewi", rounds.open_round, said=said)
    return made.uuid


def table(cast: Cast, round: UUID, group: str, people: int, *dots: int) -> None:
    """What a group put on the sheet."""
    said = dict(enumerate(dots))
    by(cast, "dewi", rounds.enter_table, round=round, group=group, people=people, dots=said)


def enter(cast: Cast, name: str, *, round: UUID, code: str, **said: Any) -> None:
    """The desk types a ballot over: first its code, outside the transaction."""
    ballot = by(cast, name, rounds.ballot_of, round=round, code=code)
    by(cast, name, rounds.enter_ballot, round=round, ballot=ballot, **said)


def closed(cast: Cast, round: UUID) -> dict[str, Any]:
    """Close it; what was kept of each group."""
    made: PriorityRound = by(cast, "dewi", rounds.close_round, round=round)
    assert made.result is not None
    groups: dict[str, Any] = made.result["groups"]
    return groups


def an_initiative(cast: Cast, who: str = "amina", **what: Any) -> Initiative:
    """Something that Amina thought of."""
    said = initiatives.Said(title="Samen eten op donderdag", what="Koken voor wie alleen eet.")
    made: Initiative = by(cast, who, initiatives.make, **{"said": said, **what})
    return made


def now(row: Any) -> Any:
    """The row as it stands in the database."""
    with scope.acting(SYSTEM):
        return type(row).objects.get(pk=row.pk)
