"""Initiatives in the words of searching and linking."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.db.models import Expression, Q, QuerySet

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Linked
from wijknetwerk.core.registries.search import Audience, Here, SearchText, Stands
from wijknetwerk.voices.models import Initiative, PriorityRound

KIND = "voices.initiative"
FOR_EVERYBODY = Q(public=True, network__visibility="public", network__stopped_on=None)


def entry_of(row: Initiative) -> SearchText:
    """One initiative as it can be found."""
    return SearchText(
        kind=KIND,
        uuid=row.uuid,
        network_id=row.network_id,
        title=row.title,
        body=" ".join(filter(None, (row.what, row.wanted, row.lesson))),
        audience=Audience.EVERYBODY if row.public else Audience.MEMBERS,
    )


def entries(network_id: int | None) -> Iterator[SearchText]:
    """All initiatives that can be found."""
    rows = Initiative.objects.filter(network__stopped_on=None)
    if network_id is not None:
        rows = rows.filter(network_id=network_id)
    return (entry_of(row) for row in rows.order_by("pk"))


def linked_initiatives(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """As this actor may see them: members on their own page, strangers on the public one."""
    rows = Initiative.objects.filter(FOR_EVERYBODY | _own(actor), uuid__in=uuids)
    found = rows.values_list("uuid", "title", "network_id", "network__slug")
    return {
        uuid: Linked(title, _address(actor, network_id, slug, uuid))
        for uuid, title, network_id, slug in found
    }


def _address(actor: Actor, network_id: int, slug: str, uuid: UUID) -> str:
    inside = actor.standing_in(network_id) is not None
    name = "voices:initiative" if inside else "voices:initiative_public"
    return address(name, slug=slug, uuid=uuid)


def _own(actor: Actor) -> Q:
    return Q(network__in=actor.network_ids)


def _url(_actor: Actor, here: Here) -> str:
    name = "voices:initiative" if here.inside else "voices:initiative_public"
    return address(name, slug=here.slug, uuid=here.uuid)


STANDS = Stands(lambda: QuerySet(Initiative), _url, for_all=Q(public=True))


def linked_rounds(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Rounds of the actor's own networks."""
    rows = PriorityRound.objects.filter(_own(actor), uuid__in=uuids)
    found = rows.values_list("uuid", "question", "network__slug")
    return {
        uuid: Linked(question, address("voices:round", slug=slug, uuid=uuid))
        for uuid, question, slug in found
    }


def public_initiatives(network_id: int | Expression) -> QuerySet[Initiative]:
    """What strangers may see of a network in scope; those that are wanted or busy first."""
    rows = Initiative.objects.filter(FOR_EVERYBODY, network_id=network_id)
    return rows.order_by("ended_on", "-begun_on", "pk")
