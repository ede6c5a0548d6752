"""What of the hits this reader may open now: one statement for all kinds that say how (`Stands`),
and one more for each other kind. It gives nothing that `links` would not give."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    F,
    Q,
    QuerySet,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast

from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Linked, linked, search_sources
from wijknetwerk.core.registries.search import Here, Stands
from wijknetwerk.core.registries.things import Thing
from wijknetwerk.core.statements import Parts, Slot
from wijknetwerk.networks import access_search
from wijknetwerk.networks.selectors.search_entries import Entry, as_uuid

_PARTS = Parts()
_ANY = uuid4()  # stands for each thing in the address of its kind, which is made once a page
_MARK = str(_ANY)


def seen(actor: Actor, entries: Sequence[Entry]) -> dict[Thing, Linked]:
    """Where each of these entries leads this reader; nothing for what they may not open. With the
    rows of their networks in scope, for entries that `may_find` let through."""
    stands = _stands()
    others, asked = list[Thing](), dict[str, dict[UUID, Entry]]()
    for one in entries:
        if one.kind not in stands:
            others.append((one.kind, one.subject))
        elif one.home_id is None or scope.covers(one.home_id):
            asked.setdefault(one.kind, {})[one.subject] = one
    found, urls = dict(linked(actor, others)), dict[tuple[str, str, bool, str], str | None]()
    for kind, (uuid, network_id, for_all, detail) in _rows(asked):
        entry = asked[kind][uuid]
        if network_id != entry.home_id or not access_search.may_open(actor, entry, for_all):
            continue
        inside = network_id is not None and actor.standing_in(network_id) is not None
        place = (kind, entry.home_slug, inside, detail)
        if place not in urls:
            urls[place] = stands[kind].url(actor, Here(_ANY, *place[1:]))
        url = urls[place]
        if url is not None:
            found[kind, uuid] = Linked(entry.title, url.replace(_MARK, str(uuid)))
    return found


def _stands() -> dict[str, Stands]:
    return {kind: source.stands for kind, source in search_sources.items() if source.stands}


Row = tuple[UUID, int | None, bool, str]


def _rows(asked: dict[str, dict[UUID, Entry]]) -> list[tuple[str, Row]]:
    """How these things stand now, each with its kind. One statement."""
    parts, kinds, stands = [], sorted(asked), _stands()  # in one order: few shapes
    for kind in kinds:
        uuids = list(asked[kind])
        size = 1 << (len(uuids) - 1).bit_length()  # few shapes, each kept
        sql, params = _PARTS.part((kind, size), partial(_these, stands[kind], size))
        values = {f"uuid_{at}": uuids[at % len(uuids)] for at in range(size)}
        parts.append((sql, params, values | {"now": clock.now()}))
    return [
        (kinds[number], (as_uuid(uuid), network_id, bool(for_all), detail or ""))
        for number, uuid, network_id, for_all, detail in (_PARTS.ask(parts) if parts else [])
    ]


def _these(stands: Stands, count: int) -> QuerySet[Any, Any]:
    """Not narrowed to networks: with one in its condition SQLite would read all of that network.
    Who asks compares the network of each row."""
    wanted = [Slot(f"uuid_{number}", UUIDField()) for number in range(count)]
    rows = stands.rows().filter(**{f"{stands.uuid}__in": wanted}).order_by()
    for_all = stands.for_all
    yes = BooleanField()
    means = (
        Case(When(for_all, then=True), default=False, output_field=yes)
        if isinstance(for_all, Q)
        else Value(for_all, output_field=yes)
    )
    is_network = rows.model._meta.label == "networks.Network"
    return rows.values_list(
        F(stands.uuid),
        Cast(F("pk" if is_network else "network_id"), BigIntegerField()),
        means,
        Cast(Value("") if stands.detail is None else stands.detail, TextField()),
    )
