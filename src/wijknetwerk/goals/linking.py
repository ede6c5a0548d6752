"""How other apps speak of actions and goals: links, and taking something up."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import (
    Linked,
    LinkKind,
    SearchSource,
    links,
    provide_taking_up,
    search_sources,
)
from wijknetwerk.core.registries.search import Stands
from wijknetwerk.goals.models import Action, Goal
from wijknetwerk.goals.selectors import search_texts
from wijknetwerk.goals.services.actions import take_up

_ACTIONS = Stands(
    lambda: QuerySet(Action),
    lambda _actor, here: address("goals:action", slug=here.slug, uuid=here.uuid),
)
_GOALS = Stands(
    lambda: QuerySet(Goal),
    lambda _actor, here: address("goals:goal", slug=here.slug, uuid=here.uuid),
)


def register() -> None:
    """Called once, when the app is ready."""
    provide_taking_up(take_up)
    links.register(search_texts.ACTION, LinkKind(_("action"), _actions))
    links.register(search_texts.GOAL, LinkKind(_("goal"), _goals))
    search_sources.register(
        search_texts.ACTION, SearchSource(_("action"), search_texts.actions, _ACTIONS)
    )
    search_sources.register(search_texts.GOAL, SearchSource(_("goal"), search_texts.goals, _GOALS))


def _actions(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    rows = Action.objects.filter(uuid__in=uuids, network__in=actor.network_ids)
    found = rows.values_list("uuid", "what", "network__slug")
    return {
        uuid: Linked(what, address("goals:action", slug=slug, uuid=uuid))
        for uuid, what, slug in found
    }


def _goals(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    rows = Goal.objects.filter(uuid__in=uuids, network__in=actor.network_ids)
    found = rows.values_list("uuid", "sentence", "network__slug")
    return {
        uuid: Linked(sentence, address("goals:goal", slug=slug, uuid=uuid))
        for uuid, sentence, slug in found
    }
