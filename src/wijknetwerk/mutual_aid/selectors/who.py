"""Who calls: members and people whom the desk wrote down before, found by name or number."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijknetwerk.core import phone_numbers
from wijknetwerk.mutual_aid.models import Neighbour
from wijknetwerk.networks.areas.folding import fold
from wijknetwerk.networks.selectors import desk

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

MOST = 8


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who may be calling. `key` is 'm:' or 'n:' and an id, as the form sends it back."""

    key: str
    name: str
    phone: str
    is_member: bool


def find(network: "Network", typed: str) -> list[Found]:
    """Members and known neighbours whose name or number fits; two queries. Names of who takes part
    in nothing are encrypted, so these are compared here, without accents and capitals."""
    words = fold(typed).split()[:5]
    if not words:
        return []
    members = [
        Found(f"m:{row.uuid}", row.name, row.phone, True) for row in desk.find(network, typed)
    ]
    number = phone_numbers.typed_number(typed)
    return [*members, *_outsiders(network, words, number)][:MOST]


def same(network: "Network", name: str, phone: str) -> list[Found]:
    """Who has the same name or the same number as somebody new: perhaps it is them."""
    by_name = [one for one in find(network, name) if fold(one.name) == fold(name)]
    by_phone = find(network, phone) if len(phone) >= 4 else []
    return list({one.key: one for one in (*by_phone, *by_name)}.values())


def _outsiders(network: "Network", words: list[str], number: str) -> list[Found]:
    found = []
    for row in Neighbour.objects.filter(network=network, person=None).order_by("-pk"):
        name, phone = row.name.read(), row.phone.read()
        if _fits(name, phone, words, number):
            found.append(Found(f"n:{row.uuid}", name, phone, False))
    return found


def _fits(name: str, phone: str, words: list[str], number: str) -> bool:
    if number:
        return phone_numbers.fits(number, phone)
    folded = fold(name)
    return all(word in folded for word in words)
