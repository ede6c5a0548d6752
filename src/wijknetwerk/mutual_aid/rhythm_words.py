"""How often somebody asks for help, by their own words; nothing where they don't say it. What they
choose themselves goes before it.
"""

import re

from wijknetwerk.mutual_aid.models import Rhythm

_DAY = "(maan|dins|woens|donder|vrij|zater|zon)dag"
_ENGLISH_DAY = "(mon|tues|wednes|thurs|fri|satur|sun)day"
# The first that fits: 'elke twee weken' goes before 'elke week'.
_SAID = (
    (
        Rhythm.FORTNIGHTLY,
        r"om de (week|twee weken|veertien dagen)|(elke|iedere|per) (twee|2) weken"
        r"|every (two|2) weeks|every other week|fortnight",
    ),
    (
        Rhythm.WEEKLY,
        rf"(elke|iedere) (week|dag|{_DAY})|wekelijks|dagelijks|(per|in de) week"
        rf"|every (week|day|{_ENGLISH_DAY})|weekly|(once|twice|times) a week",
    ),
    (
        Rhythm.MONTHLY,
        r"(elke|iedere|per|in de) maand|maandelijks|every month|monthly|(once|twice|times) a month",
    ),
    (Rhythm.ONCE, r"eenmalig|één keer|1 keer|just once|one time"),
    (Rhythm.NOW_AND_THEN, r"af en toe|now and then"),
)
_PATTERNS = [(rhythm, re.compile(rf"\b({pattern})\b")) for rhythm, pattern in _SAID]


def said_in(words: str) -> str:
    """The code of a `Rhythm`, or empty."""
    text = " ".join(words.lower().split())
    return next((rhythm.value for rhythm, pattern in _PATTERNS if pattern.search(text)), "")
