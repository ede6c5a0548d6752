"""What counts how much. One unit is one metre: each weight says how much farther a helper may live
for the asker to be as well served. All of it stands here, and nowhere else.

The number of people served never depends on these: they choose among plans that serve as many.
"""

from typing import TypeVar

import numpy as np
import numpy.typing as npt

from wijknetwerk.mutual_aid.matching.model import Rhythm
from wijknetwerk.mutual_aid.matching.periods import rather_more, steps_less

FARTHEST = 30_000
"""Beyond this, farther is no worse: a wrong postcode must not outweigh everything."""

UNKNOWN_DISTANCE = 2_000
"""'Just the neighbourhood': as if across a neighbourhood, so that who said where is not set back
against who didn't, nor the reverse."""

TIME = 1_500
"""When the helper is free in none but one of the asked parts of the week, nearly all of this: with
more in common both find a day more easily, which saves calls of the desk."""

GENERAL_KIND = 1_000
"""Who named exactly this likes to do it; who ticked the whole first level may have meant more."""

STRANGER = 3_000
"""For two who don't know each other yet: whom one trusts already is worth a bicycle ride."""

LOAD = 2_000
"""When all places of a helper are in use, nearly all of this: who has nobody yet goes first, so
that no helper wears out while others wait to be asked."""

PERIOD = 1_500
"""When the helper can on one only of the days that are asked, nearly all of this."""

RHYTHM = 500
"""For each step less often than is asked; and once for who is asked once and would rather come
again and again, because somebody else may need just that."""

DEAREST = FARTHEST + TIME + GENERAL_KIND + STRANGER + LOAD + PERIOD + 2 * RHYTHM
"""No pair costs more than this."""

# Where not all can be served, these say who goes first.

DAY_OF_WAITING = 500
"""A day of waiting. It has no end, and that is why nobody is passed by for ever: whoever waits
DAYS_AHEAD longer than another goes before that one at every helper who could take both."""

URGENT = 14 * DAY_OF_WAITING
"""Urgent counts as two weeks of waiting: it goes first, and does not push away who waits long."""

FEW_HELPERS = 3_000
"""Divided by the number of helpers that could do it: who has one chance takes it before who has
ten."""

DAYS_AHEAD = -(-(DEAREST + URGENT + FEW_HELPERS) // DAY_OF_WAITING) + 1
"""See DAY_OF_WAITING."""


def priority(*, waiting_days: int, urgent: bool, helpers: int) -> int:
    """How much is gained by serving this request rather than another."""
    few = FEW_HELPERS // helpers if helpers else 0
    return waiting_days * DAY_OF_WAITING + urgent * URGENT + few


def rhythm(asked: Rhythm, offered: Rhythm) -> int:
    """What it costs that asker and helper would like to meet more or less often."""
    steps = steps_less(asked, offered) + rather_more(asked, offered)
    return RHYTHM * steps


NumberT = TypeVar("NumberT", int, npt.NDArray[np.int64])


def place_cost(*, running: NumberT, room: NumberT, number: NumberT) -> NumberT:
    """What the next place of a helper costs when `number` of this plan come before it. It rises, so
    that a plan spreads over helpers. Numbers, or columns of them."""
    return LOAD * (running + number) // (running + room)
