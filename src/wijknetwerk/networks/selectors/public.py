"""What everybody may read about public networks. The page's gate is `access.public_network_for`."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from wijknetwerk.accounts.names import name_in
from wijknetwerk.core import clock
from wijknetwerk.core.statements import Statement
from wijknetwerk.networks import access
from wijknetwerk.networks.areas.folding import fold
from wijknetwerk.networks.models import (
    Area,
    Network,
    Pause,
    Visibility,
    WhereNext,
)
from wijknetwerk.networks.selectors import ending
from wijknetwerk.networks.selectors.network import areas_of
from wijknetwerk.networks.selectors.remit import RemitPage, names_and_public_remit
from wijknetwerk.networks.selectors.statements import FACES, PARTIES


@dataclass(frozen=True, slots=True)
class Face:
    """A member who chose to stand on the public page, with the roles as they are called here."""

    name: str
    roles: list[str]
    introduction: str
    organisation: str


@dataclass(frozen=True, slots=True)
class PublicPage:
    """The page of a network as strangers see it."""

    network: Network
    faces: list[Face]
    areas: list[Area]
    partners: list[str] = field(default_factory=list)
    pause: Pause | None = None
    places: list[WhereNext] = field(default_factory=list)
    older: Network | None = None
    remit: RemitPage | None = None


def page_of(network: Network) -> PublicPage:
    """Four queries, whatever the size of the network; one more when it rests, stopped or goes on
    where another stopped. Its rows must be in scope."""
    names, remit = names_and_public_remit(network)
    parties = PARTIES.ask(network_id=network.pk, today=clock.today())
    return PublicPage(
        network=network,
        faces=_faces(network, names),
        areas=areas_of(network),
        partners=[row.organisation__name for row in parties],
        pause=ending.pause_of(network) if network.is_resting else None,
        places=ending.places_of(network) if network.stopped_on else [],
        older=network.continues if network.continues_id else None,
        remit=remit if remit.any else None,
    )


def _faces(network: Network, names: dict[str, str]) -> list[Face]:
    """At most 24; whoever has a role comes first. One query: a row for each role held today."""
    rows = FACES.ask(network_id=network.pk, today=clock.today())
    members: dict[int, Any] = {}
    held: dict[int, list[str]] = {}
    for row in rows:
        members.setdefault(row.pk, row)
        if row.role and row.role != "administrator":
            held.setdefault(row.pk, []).append(names[row.role])
    first = sorted(members.values(), key=lambda member: member.pk not in held)
    return [
        Face(
            name_in(member, "person"),
            held.get(member.pk, []),
            member.introduction,
            member.organisation__name or "",
        )
        for member in first[:24]
    ]


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
