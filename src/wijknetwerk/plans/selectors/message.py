"""Messages of a circle, as far as a hand may read them at this moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db.models import BigIntegerField
from django.utils.functional import Promise

from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.selectors.paging import Paged, paged_by
from wijknetwerk.plans import access_rest
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import LeftOut, Message
from wijknetwerk.plans.parts import Part
from wijknetwerk.privacy import words as privacy_words

SHOWN = 20


@dataclass(frozen=True, slots=True)
class MessageShown:
    """One message. `left_out` only for the resident, who decides for them, and who wrote it."""

    at: datetime
    who: str | Promise
    text: str
    money: bool
    is_mine: bool
    left_out: Sequence[str]


def latest(hand: Hand, page: str = "") -> "Paged[MessageShown]":
    """One page, the newest first; three queries at most, and only these are deciphered."""

    def read(start: int) -> list[Message]:
        if start == 0:
            return access_rest.latest_messages(hand, SHOWN)
        rows = access_rest.newest_first(access_rest.messages(hand))
        return list(rows[start : start + SHOWN])

    found = paged_by(read, page, SHOWN)
    return found.map(partial(_shown, hand, _left_out(hand, found.rows)))


def _shown(hand: Hand, out: dict[int, list[str]], row: Message) -> MessageShown:
    return MessageShown(
        row.written_at,
        row.written_by.name if row.written_by else privacy_words.SOMEONE_WHO_LEFT,
        row.text.read(),
        row.money,
        row.written_by_id == hand.actor.own_id,
        out.get(row.pk, []),
    )


def _left_out(hand: Hand, messages: Sequence[Message]) -> dict[int, list[str]]:
    all_of_it = hand.is_resident or hand.decides([Part.MESSAGES])
    seen = [m.pk for m in messages if all_of_it or m.written_by_id == hand.actor.own_id]
    found: dict[int, list[str]] = {}
    asked = dict(zip(_SEEN, [*seen, *[0] * SHOWN], strict=False))
    for row in _OUT.ask(network_id=None, **asked) if seen else ():
        found.setdefault(row.message_id, []).append(row.person.name)
    return found


_SEEN = [f"message{place}" for place in range(SHOWN)]
_OUT = Statement(
    lambda: (
        LeftOut.objects.filter(message__pk__in=[Slot(name, BigIntegerField()) for name in _SEEN])
        .select_related("person")
        .order_by("pk")
    )
)
