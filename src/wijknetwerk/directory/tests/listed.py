"""Putting things on lists, for the tests of the directory."""

from datetime import date
from typing import Any

from tests.cast import Cast
from wijknetwerk.core import scope
from wijknetwerk.directory.models import Service
from wijknetwerk.directory.said import Place, Said
from wijknetwerk.directory.services import entries

SOUP = Said(
    name="Soepgroep De Linde",
    kind="food.together",
    description="Elke week samen soep koken en opeten.",
    audiences=("older",),
    phone="0265550123",
    contact_name="Truus Bakker",
    places=(Place(name="Buurthuis", address_1="Lindelaan 1", schedule="donderdag om 12 uur",
                  byday="TH", freq="WEEKLY"),),
)  # fmt: skip


def put(cast: Cast, said: Said = SOUP, *, by: str = "amina", **more: Any) -> Service:
    """On the list of the network of this person."""
    network = cast.oosterpoort if by == "farid" else cast.linde
    actor = cast.actor(by)
    with scope.acting(actor):
        return entries.add(actor=actor, network=network, said=said, **more)


def do(cast: Cast, by: str, act: Any, **given: Any) -> Any:
    """Something that somebody does with an entry of De Linde."""
    actor = cast.actor(by)
    with scope.acting(actor):
        return act(actor=actor, network=cast.linde, **given)


LONG_AGO = date(2025, 10, 1)
