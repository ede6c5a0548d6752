"""How many people told the same, without showing who (rule W3, design 2: small groups).

A count is given from five on, and rounded down to fives: so the number before a change and the
number after it, or the numbers of two themes, never differ by a few people.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijknetwerk.voices.models import Story

LEAST = 5


def told_in_themes(rows: QuerySet[Story]) -> QuerySet[Story, Any]:
    """Of these stories the theme, and what says who told it."""
    places = rows.filter(places__isnull=False)
    return places.values_list("places__theme_id", "person_id", "talk", "pk")


def tellers_by_theme(told: Iterable[Any]) -> dict[int, int]:
    """Different tellers by theme, of `told_in_themes`."""
    found: dict[int, set[tuple[str, object]]] = defaultdict(set)
    for theme, person_id, talk, pk in told:
        found[theme].add(teller_of(person_id, talk, pk))
    return {theme: len(tellers) for theme, tellers in found.items()}


def tellers_in(rows: Iterable[Story]) -> int:
    """Different tellers of these stories."""
    return len({teller_of(row.person_id, row.talk, row.pk) for row in rows})


def teller_of(person_id: int | None, talk: object, pk: int) -> tuple[str, object]:
    """Who told it, as far as known. A group conversation counts as one: we didn't ask who said
    what there. So the count is never too high for those we know."""
    if person_id is not None:
        return ("person", person_id)
    return ("talk", talk) if talk is not None else ("story", pk)


def rounded(tellers: int) -> int | None:
    """Down to fives; None for fewer than five."""
    return tellers // LEAST * LEAST if tellers >= LEAST else None


def many_words(tellers: int) -> str:
    """How many told it, in words that hide small groups."""
    known = rounded(tellers)
    if known is None:
        return _("told by fewer than 5 people")
    return _("told by %(num)s people or more") % {"num": known}
