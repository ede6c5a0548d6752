"""Small worlds of requests and offers, and the rules once more, in the plainest words."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from math import hypot

from hypothesis import strategies as st

from wijknetwerk.mutual_aid.matching import Ask, Offer, Past, Plan
from wijknetwerk.mutual_aid.matching.model import Rhythm

WEEK = (1 << 21) - 1
KINDS = ("garden.mowing", "garden.digging", "trip.doctor")
OFFERED = (*KINDS, "garden", "trip")
places = st.one_of(
    st.none(), st.tuples(st.sampled_from([0.0, 900.0, 4000.0]), st.sampled_from([0.0, 2500.0]))
)
parts = st.one_of(st.just(0), st.integers(1, 15))
languages = st.frozensets(st.sampled_from(["nl", "ar", "pl"]), max_size=2)
wishes = st.frozensets(st.sampled_from(["dog", "stairs"]), max_size=2)
people = st.integers(1, 6)
# Mostly any day and now and then, so that worlds stay full of pairs.
often = st.one_of(st.just(Rhythm.NOW_AND_THEN), st.sampled_from(list(Rhythm)))
days = st.one_of(st.none(), st.none(), st.integers(0, 120))
pauses = st.one_of(
    *(st.none(), st.none()),
    st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(61, 130))),
)


@st.composite
def asks(draw: st.DrawFn, most: int = 6) -> list[Ask]:
    """Some requests; their keys tell nothing of their order."""
    keys = draw(st.lists(st.integers(1, 99), max_size=most, unique=True))
    return [
        Ask(
            key=key,
            kind=draw(st.sampled_from(KINDS)),
            asker=draw(people),
            parts=draw(parts),
            place=draw(places),
            languages=draw(st.one_of(st.just(frozenset[str]()), languages)),
            wants=draw(st.one_of(st.just(frozenset[str]()), wishes)),
            waiting_days=draw(st.integers(0, 400)),
            urgent=draw(st.booleans()),
            rhythm=draw(often),
            first=(first := draw(st.integers(0, 40))),
            last=None if (last := draw(days)) is None else first + last,
        )
        for key in keys
    ]


@st.composite
def offers(draw: st.DrawFn, most: int = 6) -> list[Offer]:
    """Some offers, also without room."""
    keys = draw(st.lists(st.integers(1, 99), max_size=most, unique=True))
    return [
        Offer(
            key=key,
            kinds=draw(st.frozensets(st.sampled_from(OFFERED), min_size=1, max_size=3)),
            helper=draw(people),
            parts=draw(parts),
            place=draw(places),
            reach=draw(st.sampled_from([None, 1000, 3000])),
            languages=draw(languages),
            can=draw(wishes),
            room=draw(st.integers(0, 2)),
            running=draw(st.integers(0, 3)),
            rhythm=draw(often),
            first=draw(days),
            last=draw(days),
            away=draw(pauses),
        )
        for key in keys
    ]


pasts = st.lists(
    st.builds(
        Past, people, people, st.booleans(), st.one_of(st.none(), st.none(), st.integers(1, 99))
    ),
    max_size=4,
)


def allowed(ask: Ask, offer: Offer, past: list[Past]) -> bool:
    """The conditions, one by one, without the room."""
    if not ({ask.kind, ask.kind.split(".")[0]} & offer.kinds):
        return False
    if not (ask.parts or WEEK) & (offer.parts or WEEK):
        return False
    if ask.languages and not ask.languages & offer.languages:
        return False
    if not ask.wants <= offer.can or ask.asker == offer.helper:
        return False
    if ask.place and offer.place and offer.reach is not None:
        far = hypot(ask.place[0] - offer.place[0], ask.place[1] - offer.place[1])
        if far > offer.reach:
            return False
    if offer.rhythm == "once" and ask.rhythm not in ("once", ""):
        return False
    if any(
        (row.asker, row.helper) == (ask.asker, offer.helper)
        and not row.good
        and row.ask in (None, ask.key)
        for row in past
    ):
        return False
    return next(days_of(ask, offer), None) is not None


def days_of(ask: Ask, offer: Offer) -> Iterator[int]:
    """Every single day that is asked and on which the helper can."""
    asked = range(ask.first, ask.first + 90 if ask.last is None else ask.last + 1)
    away, back = offer.away or (0, 0)
    return (
        day
        for day in asked
        if (offer.first is None or day >= offer.first)
        and (offer.last is None or day <= offer.last)
        and not (away <= day and (back is None or day < back))
    )


def pairs_of(plan: Plan) -> dict[int, int]:
    """The offer of each request that is served."""
    return {pair.ask: pair.offer for pair in plan.pairs}


def all_plans(
    wanted: list[Ask], given: list[Offer], past: list[Past]
) -> list[tuple[tuple[Ask, Offer], ...]]:
    """Every plan there is, good or bad: for tiny worlds."""
    choices = [
        [None, *(offer for offer in given if offer.room > 0 and allowed(ask, offer, past))]
        for ask in wanted
    ]
    rooms = {offer.key: offer.room for offer in given}
    made = []
    for chosen in product(*choices):
        used = Counter(offer.key for offer in chosen if offer)
        if all(count <= rooms[key] for key, count in used.items()):
            pairs = zip(wanted, chosen, strict=True)
            made.append(tuple((ask, offer) for ask, offer in pairs if offer))
    return made
