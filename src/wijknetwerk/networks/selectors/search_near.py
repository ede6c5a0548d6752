"""'Did you mean': words near the one that found nothing, from what this reader may open only."""

from collections.abc import Sequence
from dataclasses import replace

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.stems import fold, stem, words
from wijknetwerk.networks import access_search
from wijknetwerk.networks.models import SearchWord
from wijknetwerk.networks.selectors.search import Asked, best, openable
from wijknetwerk.networks.selectors.search_sql import words_near
from wijknetwerk.networks.words_near import SLIPS, distance, keys_of, may_be_near

MOST, LOOKED_AT, TRIED = 3, 200, 10


def nearest(actor: Actor, text: str, asked: Sequence[Asked]) -> list[str]:
    """At most three questions with one word changed, each with a hit that this reader may open.

    The work is bounded: one look-up by key, and one search with the words that were found.
    """
    tried = [one for one in asked if may_be_near(fold(one.typed))]
    if not tried:
        return []
    known = _known(actor, tried) if len(tried) > 1 else set[str]()
    unknown = [one for one in tried if not known.intersection(one.stems)]
    slip = max(unknown or tried, key=lambda one: len(one.typed))
    found = _near(actor, slip)
    if not found:
        return []
    stems = tuple(dict.fromkeys(found.values()))
    instead = [replace(one, stems=stems, prefix="") if one is slip else one for one in asked]
    shown = openable(actor, best(actor, instead, TRIED))
    there = {
        one
        for entry, _link in shown
        for match in words(f"{entry.title} {entry.body}")
        if (one := stem(match.group(), entry.language))
    }
    good = [word for word, one in found.items() if one in there]
    return [text.replace(slip.typed, word, 1) for word in good[:MOST]]


def _known(actor: Actor, asked: Sequence[Asked]) -> set[str]:
    stems = {one for word in asked for one in word.stems}
    rows = SearchWord.objects.filter(access_search.mine(actor), stem__in=stems)
    return set(rows.values_list("stem", flat=True).distinct())


def _near(actor: Actor, slip: Asked) -> dict[str, str]:
    """Words near this one with their stems, the nearest first."""
    typed = fold(slip.typed)
    ranked = sorted(
        {
            (far, word, one)
            for word, one in words_near(
                sorted(keys_of(typed)), slip.stems, access_search.places(actor), LOOKED_AT
            )
            if (far := distance(typed, fold(word))) <= SLIPS
        }
    )
    nearest_of: dict[str, str] = {}
    for _far, word, one in ranked:
        if one not in nearest_of.values():
            nearest_of[word] = one
    return nearest_of
