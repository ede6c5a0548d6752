"""What everybody may read about public networks. The page's gate is `access.public_network_for`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from wijknetwerk.accounts.names import whole_name
from wijknetwerk.core.registries import public_panels
from wijknetwerk.core.statements import Statement
from wijknetwerk.core.together import Together
from wijknetwerk.networks import access
from wijknetwerk.networks.areas.folding import fold
from wijknetwerk.networks.models import (
    Network,
    Pause,
    RoleCode,
    Visibility,
    WhereNext,
)
from wijknetwerk.networks.selectors import ending
from wijknetwerk.networks.selectors.in_one import Rows, public_rows
from wijknetwerk.networks.selectors.network import with_own_names
from wijknetwerk.networks.selectors.remit import RemitPage, public_remit


@dataclass(frozen=True, slots=True)
class Face:
    """A member who chose to stand on the public page, with the roles as they are called here."""

    name: str
    roles: list[str]
    introduction: str
    organisation: str


@dataclass(frozen=True, slots=True)
class CoveredArea:
    """An area that the network covers."""

    name: str
    kind: str
    municipality_name: str


@dataclass(frozen=True, slots=True)
class PublicPage:
    """The page of a network as strangers see it."""

    network: Network
    faces: list[Face]
    areas: list[CoveredArea]
    partners: list[str] = field(default_factory=list)
    pause: Pause | None = None
    places: list[WhereNext] = field(default_factory=list)
    older: Network | None = None
    remit: RemitPage | None = None


_FIRST: dict[str, int] = {RoleCode.COORDINATOR: 0, RoleCode.VILLAGE_SUPPORTER: 1}


def page_of(network: Network) -> PublicPage:
    """One query, whatever the size of the network; one more when it rests, stopped or goes on
    where another stopped. Its rows must be in scope."""
    rows = public_rows(network)
    remit = public_remit(rows)
    return PublicPage(
        network=network,
        faces=_faces(rows),
        areas=_areas(rows),
        partners=sorted(row[0] for row in rows["party"]),
        pause=ending.pause_of(network) if network.is_resting else None,
        places=ending.places_of(network) if network.stopped_on else [],
        older=network.continues if network.continues_id else None,
        remit=remit if remit.any else None,
    )


def panels_of(network: Network) -> list[tuple[str, Mapping[str, Any]]]:
    """The templates of what other apps show on this page, each with what it says. One query for
    all their lists; some panels ask one themselves."""
    ordered = sorted(public_panels, key=lambda panel: panel.order)
    wanted = [make for panel in ordered for make in panel.lists]
    rows = iter(_OF_PANELS.ask(*wanted, network_id=network.pk))
    found = [(one.template, one.fill(network, *islice(rows, len(one.lists)))) for one in ordered]
    return [(template, filled) for template, filled in found if filled]


_OF_PANELS = Together(lambda *lists: tuple(make() for make in lists))


def _areas(rows: Rows) -> list[CoveredArea]:
    """The largest first."""
    ordered = sorted(rows["area"], key=lambda row: (-int(row[3] or 0), row[0], int(row[4])))
    return [CoveredArea(*row[:3]) for row in ordered]


def _faces(rows: Rows) -> list[Face]:
    """At most 24; who leads comes first, then the desk, then others with a role. There is a row
    for each role held today."""
    names = with_own_names({row[0]: row[1] for row in rows["role"]})
    members: dict[int, Sequence[Any]] = {}
    held: dict[int, list[str]] = {}
    rank: dict[int, int] = {}
    for row in sorted(rows["face"], key=lambda row: (row[1], int(row[0]), row[2] or "")):
        pk, role = int(row[0]), row[3]
        members.setdefault(pk, row)
        if role and role != "administrator":
            held.setdefault(pk, []).append(names[role])
            rank[pk] = min(rank.get(pk, len(_FIRST)), _FIRST.get(role, len(_FIRST)))
    first = sorted(members, key=lambda pk: rank.get(pk, len(_FIRST) + 1))
    return [_face(members[pk], held.get(pk, [])) for pk in first[:24]]


def _face(row: Sequence[Any], roles: list[str]) -> Face:
    return Face(whole_name(*row[6:11]), roles, introduction=row[4], organisation=row[5] or "")


_SOME = Statement(
    lambda count: (
        access.public_networks()
        .order_by("-decided_at", "pk")
        .values_list("name", "slug", "place_text", "summary", named=True)[:count]
    )
)


def some_public(count: int) -> list[Any]:
    """The networks that became public last: name, slug, place_text and summary. One query."""
    return _SOME.ask(count, network_id=None)


def points(text: str = "") -> list[tuple[float | None, float | None, str, str, str]]:
    """Public networks that have a place: latitude, longitude, name, place, slug. One query."""
    found = public_list(text).filter(latitude__isnull=False).order_by()
    return list(found.values_list("latitude", "longitude", "name", "place_text", "slug"))


def public_list(text: str = "") -> QuerySet[Network]:
    """Public networks whose name, place or areas answer to the text, by name."""
    found = access.public_networks()
    for word in fold(text).split():
        found = found.filter(_answers(word))
    return found.order_by("name", "pk")


def _answers(word: str) -> Q:
    """A word of the name, the place or the areas begins so."""
    return Q(search_words__contains=f" {word}") | Q(name__istartswith=word)


def asked_networks() -> list[Network]:
    """Networks that wait for the platform's administrator, the longest first."""
    return list(Network.objects.filter(visibility=Visibility.ASKED).order_by("asked_at", "pk"))
