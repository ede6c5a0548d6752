"""On which days an asker and a helper meet, and how often: for one pair, in the plainest words.
`rules.py` does the same for columns of them."""

from wijknetwerk.mutual_aid.matching.model import Ask, Offer, Rhythm

OPEN_END = 90
"""A request that names no last day is about these days from its first one on. Who can on none of
them is thought of later."""

Stretch = tuple[int, int]
"""A first and a last day."""

_STEPS = {Rhythm.ONCE: 0, Rhythm.WEEKLY: 2, Rhythm.FORTNIGHTLY: 1}


def asked(ask: Ask) -> Stretch:
    """The days on which help is asked."""
    return ask.first, ask.first + OPEN_END - 1 if ask.last is None else ask.last


def common(ask: Ask, offer: Offer) -> list[Stretch]:
    """The days that both have, in at most two stretches: before a pause and after it."""
    first, last = asked(ask)
    first = first if offer.first is None else max(first, offer.first)
    last = last if offer.last is None else min(last, offer.last)
    if offer.away is None:
        found = [(first, last)]
    else:
        away, back = offer.away
        found = [(first, min(last, away - 1))]
        found += [] if back is None else [(max(first, back), last)]
    return [(one, other) for one, other in found if one <= other]


def missing(ask: Ask, offer: Offer) -> int:
    """On how many of the days that are asked the helper can't."""
    first, last = asked(ask)
    return last - first + 1 - sum(other - one + 1 for one, other in common(ask, offer))


def only_once(ask: Rhythm, offer: Rhythm) -> bool:
    """Whether it is asked again and again, of somebody who would like to do it once."""
    return offer == Rhythm.ONCE and ask not in (Rhythm.ONCE, Rhythm.OPEN)


def steps_less(ask: Rhythm, offer: Rhythm) -> int:
    """How many steps less often somebody would like to come than is asked: 0, 1 or 2. Now and then
    counts as every month. What nobody said fits all."""
    return 0 if offer == Rhythm.OPEN else max(0, _STEPS.get(ask, 0) - _STEPS.get(offer, 0))


def rather_more(ask: Rhythm, offer: Rhythm) -> bool:
    """Whether somebody is asked once who would rather come again and again."""
    regular = (Rhythm.WEEKLY, Rhythm.FORTNIGHTLY, Rhythm.MONTHLY)
    return ask == Rhythm.ONCE and offer in regular
