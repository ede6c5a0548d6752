"""Which one person hears a concern (rule H6): who is named for it, else the village supporter;
another when it is about that person or their family, or when they are away."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any, cast

from wijknetwerk.core import clock
from wijknetwerk.core.stems import fold
from wijknetwerk.core.together import Together
from wijknetwerk.mutual_aid.models import Concern, HelpSettings
from wijknetwerk.mutual_aid.models.away import AwayState, DeskAway
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.selectors.leading import desk_rows
from wijknetwerk.networks.selectors.statements import NETWORK, TODAY

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Membership, Network


@dataclass(frozen=True, slots=True)
class Keepers:
    """Who hears concerns in a network today, in this order."""

    named: list["Membership"]
    at_desk: list["Membership"]
    away: Mapping[int, "Membership"]
    """Who is away, by number, with the colleague who stands in."""
    settled: HelpSettings
    """What the network has settled, which names them."""

    @property
    def all(self) -> list["Membership"]:
        """Each once, who is named first."""
        return list({row.pk: row for row in (*self.named, *self.at_desk)}.values())

    @property
    def everybody(self) -> list["Membership"]:
        """The same and who stands in: each of them may come to hear one."""
        return list({row.pk: row for row in (*self.all, *self.away.values())}.values())


def keepers(network: "Network") -> Keepers:
    """Who hears concerns now. Only members who take part; with a role of the desk or named. One
    query."""
    today = clock.today()
    kept, away_now, desk = _KEEPERS.ask(network_id=network.pk, today=today)
    found = settled.first(kept, network)
    named = [row for row in (found.concerns_to, found.concerns_else) if row and row.holds_on(today)]
    away = {row.who_id: row.substitute for row in away_now}
    return Keepers(named, [role.membership for role in desk], away, found)


def _lists() -> "tuple[QuerySet[Any, Any], ...]":
    network, today = cast("Any", NETWORK), cast("Any", TODAY)
    gone = DeskAway.objects.filter(
        within(today),
        within(today, "substitute__"),
        network=network,
        state=AwayState.ACCEPTED,
    ).select_related("substitute__person")
    return settled.rows(network), gone.order_by("-pk"), desk_rows(network, today)


_KEEPERS = Together(_lists)


def keeper_of(
    network: "Network",
    about: str = "",
    not_for: Iterable[int] = (),
    *,
    known: Keepers | None = None,
    first: "Membership | None" = None,
    resident_id: int | None = None,
) -> "Membership | None":
    """The one member who hears a concern about somebody of this name; None when nobody can.

    `not_for`: memberships of whom it is about, and of family. `first`: who keeps it already.
    `resident_id`: the person whom it is about, once spoken with. Whose name it may be comes last:
    the teller read who hears it, and did not tick them.
    """
    now = known or keepers(network)
    shut = set(not_for)
    rows = {row.pk: row for row in ([first] if first else []) + now.all}

    def fits(row: "Membership", least: "_Named") -> bool:
        who = row.pk in shut or (resident_id is not None and row.person_id == resident_id)
        keeps = first is not None and row.pk == first.pk  # a likeness moves no concern to others
        return not who and _named(row, about) < (_Named.SURELY if keeps else least)

    for least in (_Named.MAYBE, _Named.SURELY):
        able = [row for row in rows.values() if fits(row, least)]
        for row in able:
            instead = now.away.get(row.pk)
            if instead is None:
                return row
            if instead.pk not in now.away and fits(instead, least):
                return instead
        if able:
            return able[0]
    return None


def reader_of(concern: Concern, *, known: Keepers | None = None) -> "Membership | None":
    """The one member who opens this concern now. It stays with who has it, until they take part
    no more, lose the role by which they had it, or are away."""
    now = known or keepers(concern.network)
    return keeper_of(
        concern.network,
        concern.about.read(),
        shut_out(concern),
        known=now,
        first=_still(concern, now),
        resident_id=concern.resident_id,
    )


def shut_out(concern: Concern) -> set[int]:
    """The memberships that it is about, or whose family."""
    return {int(number) for number in concern.not_for.read().split(",") if number}


def _still(concern: Concern, now: Keepers) -> "Membership | None":
    keeper: Membership = concern.keeper
    if not keeper.holds_on(clock.today()):
        return None
    # Who was named keeps it: naming somebody else afterwards must not open what was told before.
    if concern.by_name or any(row.pk == keeper.pk for row in now.all):
        return keeper
    return None


class _Named(IntEnum):
    """Whether the words about whom it is name this very member."""

    NO = 0
    MAYBE = 1
    SURELY = 2


_TITLES = frozenset(
    ["de", "het", "heer", "dhr", "meneer", "mijnheer", "mevrouw", "mevr", "mw", "mr", "ms"]
)


def _named(row: "Membership", about: str) -> _Named:
    """Surely by the whole name, maybe by the family name or by a part and nothing else."""
    said, name = _words(about), _words(row.person.name)
    if not said or not name:
        return _Named.NO
    if name <= said:
        return _Named.SURELY
    family = _words(row.person.family_name)
    return _Named.MAYBE if said <= name or (family and family <= said) else _Named.NO


def _words(text: Any) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(str(text))) if word not in _TITLES}
