"""Invented requests and offers of help, in amounts: as they are brought together, and as rows."""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid import kinds, wishes
from wijknetwerk.mutual_aid.matching import Ask, Offer
from wijknetwerk.mutual_aid.matching.model import Place, Rhythm
from wijknetwerk.mutual_aid.models import HelpOffer, HelpRequest, Neighbour, Postcode
from wijknetwerk.networks.models import Network

SYSTEM = Actor.system("bench")
REQUESTS, OFFERS = 20_000, 100_000
SIDE = 40_000.0  # metres: a region
POSTCODES = 300
LANGUAGES = ("nl", "nl", "nl", "nl", "ar", "pl", "tr")


def world(
    requests: int, offers: int, *, postcodes: int = POSTCODES
) -> tuple[list[Ask], list[Offer]]:
    """Invented requests and offers, the same ones each time."""

    chance = random.Random(requests + offers)  # noqa: S311 - the same each time
    firsts = [code for code in kinds.read("nl") if "." not in code]
    codes = [code for code in kinds.read("nl") if "." in code]
    places = [(chance.uniform(0, SIDE), chance.uniform(0, SIDE)) for _ in range(postcodes)]
    matters = sorted(wishes.WISHES)

    def parts() -> int:
        if chance.random() < 0.3:
            return 0
        return sum(1 << part for part in chance.sample(range(21), chance.randint(1, 6)))

    def where() -> tuple[float, float] | None:
        return chance.choice(places) if chance.random() < 0.9 else None

    asks = [
        Ask(
            key=number,
            kind=chance.choice(codes),
            asker=number,
            parts=parts(),
            place=where(),
            languages=frozenset({chance.choice(LANGUAGES)} if chance.random() < 0.3 else ()),
            wants=frozenset(chance.sample(matters, chance.choice((0, 0, 0, 1, 1, 2)))),
            waiting_days=int(chance.expovariate(1 / 20)),
            urgent=chance.random() < 0.05,
            **_when(chance, offer=False),
        )
        for number in range(1, requests + 1)
    ]
    given = [
        Offer(
            key=number,
            kinds=frozenset(
                chance.sample(codes, chance.randint(1, 3))
                if chance.random() < 0.8
                else [chance.choice(firsts)]
            ),
            helper=requests + number,
            parts=parts(),
            place=where(),
            reach=chance.choice((2_000, 5_000, 15_000, None)),
            languages=frozenset({"nl", chance.choice(LANGUAGES)}),
            can=frozenset(chance.sample(matters, chance.randint(2, 8))),
            room=chance.choice((1, 1, 1, 2, 3)),
            **_when(chance, offer=True),
        )
        for number in range(1, offers + 1)
    ]
    return asks, given


def _when(chance: random.Random, *, offer: bool) -> dict[str, Any]:
    """How often, and on which days: a part of them names a day, some helpers are away."""
    today = clock.today().toordinal()
    first = today + chance.randrange(40) if chance.random() < 0.2 else None
    last = today + chance.randrange(40, 200) if chance.random() < 0.3 else None
    if not offer:
        rhythm = chance.choice((Rhythm.ONCE, Rhythm.ONCE, *Rhythm))
        return {"rhythm": rhythm, "first": first or today, "last": last}
    away = today + chance.randrange(5, 60)
    return {
        "rhythm": chance.choice((Rhythm.NOW_AND_THEN, Rhythm.NOW_AND_THEN, *Rhythm)),
        "first": first,
        "last": last,
        "away": (away, away + chance.randrange(3, 40)) if chance.random() < 0.1 else None,
    }


def _as_columns(row: Ask | Offer) -> dict[str, Any]:
    """The same as columns of a row."""
    away = row.away if isinstance(row, Offer) else None
    found = {"rhythm": row.rhythm.value, "from_on": _day(row.first), "until_on": _day(row.last)}
    return found | ({"paused_from": _day(away[0]), "paused_until": _day(away[1])} if away else {})


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def fill() -> Network:
    """The same world as rows, in a network of its own."""

    asks, offers = world(REQUESTS, OFFERS)
    every: list[Ask | Offer] = [*asks, *offers]
    spots = sorted({row.place for row in every if row.place})
    where: dict[Place | None, str] = {None: ""}
    where.update((place, f"{1000 + number}") for number, place in enumerate(spots))
    Postcode.objects.filter(pc4__in=where.values()).delete()
    Postcode.objects.bulk_create(
        Postcode(pc4=where[place], x=round(place[0]), y=round(place[1]), source="bench")
        for place in spots
    )
    now = clock.now()
    with scope.acting(SYSTEM):
        starter = Person.objects.create(given_name="Bench", family_name="Hulp")
        network = Network.objects.create(name="Hulp", slug="bench-hulp", started_by=starter)

        def neighbours(rows: Sequence[Ask | Offer]) -> list[Neighbour]:
            return [
                Neighbour(
                    network=network,
                    name="Buur",
                    pc4=where[row.place],
                    languages=sorted(row.languages),
                    said_yes_at=now,
                    said_how="phone",
                )
                for row in rows
            ]

        askers = Neighbour.objects.bulk_create(neighbours(asks), batch_size=2000)
        HelpRequest.objects.bulk_create(
            (
                HelpRequest(
                    network=network,
                    asker=asker,
                    kind=row.kind,
                    words="Wie helpt mij?",
                    parts=row.parts,
                    pc4=where[row.place],
                    languages=sorted(row.languages),
                    wishes=sorted(row.wants),
                    urgent=row.urgent,
                    via="desk",
                    said_how="phone",
                    noted_at=now,
                    state="waiting",
                    waits_since=now - timedelta(days=row.waiting_days),
                    **_as_columns(row),
                )
                for asker, row in zip(askers, asks, strict=True)
            ),
            batch_size=2000,
        )
        helpers = Neighbour.objects.bulk_create(neighbours(offers), batch_size=2000)
        HelpOffer.objects.bulk_create(
            (
                HelpOffer(
                    network=network,
                    helper=helper,
                    kinds=sorted(row.kinds),
                    parts=row.parts,
                    reach_m=row.reach,
                    room=row.room,
                    can=sorted(row.can),
                    via="desk",
                    noted_at=now,
                    **_as_columns(row),
                )
                for helper, row in zip(helpers, offers, strict=True)
            ),
            batch_size=2000,
        )
    return network
