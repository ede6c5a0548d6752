"""Which one person hears a concern (rule H6): who is named for it, else the village supporter;
another when it is about that person or their family, or when they are away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.models import Concern
from wijknetwerk.mutual_aid.models.away import AwayState, DeskAway
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.selectors.leading import desk_members

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network


@dataclass(frozen=True, slots=True)
class Keepers:
    """Who hears concerns in a network today, in this order."""

    named: list["Membership"]
    at_desk: list["Membership"]
    away: Mapping[int, "Membership"]
    """Who is away, by number, with the colleague who stands in."""

    @property
    def all(self) -> list["Membership"]:
        """Each once, who is named first."""
        return list({row.pk: row for row in (*self.named, *self.at_desk)}.values())


def keepers(network: "Network") -> Keepers:
    """Who hears concerns now. Only members who take part; a role of the desk, or named."""
    today = clock.today()
    found = settled.of(network)
    named = [row for row in (found.concerns_to, found.concerns_else) if row and row.holds_on(today)]
    gone = DeskAway.objects.filter(
        within(today),
        within(today, "substitute__"),
        network=network,
        state=AwayState.ACCEPTED,
    ).select_related("substitute__person")
    away = {row.who_id: row.substitute for row in gone.order_by("-pk")}
    return Keepers(named, desk_members(network), away)


def keeper_of(
    network: "Network",
    about: str = "",
    not_for: Iterable[int] = (),
    *,
    known: Keepers | None = None,
    first: "Membership | None" = None,
) -> "Membership | None":
    """The one member who hears a concern about somebody of this name; None when nobody can.

    `not_for`: memberships of whom it is about, and of family. `first`: who keeps it already.
    """
    now = known or keepers(network)
    shut = set(not_for)
    rows = {row.pk: row for row in ([first] if first else []) + now.all}
    able = [row for row in rows.values() if row.pk not in shut and not _is_named(row, about)]
    for row in able:
        instead = now.away.get(row.pk)
        if instead is None:
            return row
        if instead.pk not in shut and instead.pk not in now.away and not _is_named(instead, about):
            return instead
    return able[0] if able else None


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


def _is_named(row: "Membership", about: str) -> bool:
    """Whether the concern is about this very member, by the name that was written."""
    return _plain(about) == _plain(row.person.name)


def _plain(name: Any) -> str:
    return " ".join(str(name).casefold().split())
