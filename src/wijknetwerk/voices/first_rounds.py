"""Rounds and initiatives on the first page of Meedenken, and on the page of an idea or theme."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Thing, ThingPanel, thing_panels
from wijknetwerk.networks.rows import within
from wijknetwerk.voices.first_page import PARTS, Part
from wijknetwerk.voices.models import Initiative, PriorityRound, RoundVoter, Story, StoryKind

MOST = 3


def register() -> None:
    """Called once, when the app is ready."""
    PARTS.append(Part(20, "voices/_first_rounds.html", _open_rounds))
    PARTS.append(Part(30, "voices/_first_initiatives.html", _wanted))
    PARTS.append(Part(30, "voices/_first_more.html", _more, aside=True))
    thing_panels.register("voices.initiatives", ThingPanel("voices/_from_idea.html", _of_thing))


def _open_rounds(actor: Actor, network: Any) -> Mapping[str, Any]:
    """Rounds in which this member can put dots still."""
    mine = RoundVoter.objects.filter(round=OuterRef("pk"), person_id=actor.own_id)
    rows = PriorityRound.objects.filter(within(clock.today()), network=network, closed_on=None)
    found = list(rows.filter(~Exists(mine)).order_by("until_on", "pk")[:MOST])
    return {"rounds_to_vote": found} if found else {}


def _wanted(_actor: Actor, network: Any) -> Mapping[str, Any]:
    """Initiatives that nobody pulls, those that wait longest first."""
    rows = Initiative.objects.filter(network=network, without_since__isnull=False)
    found = list(rows.order_by("without_since", "pk")[:MOST])
    return {"initiatives_wanted": found} if found else {}


def _more(_actor: Actor, _network: Any) -> Mapping[str, Any]:
    return {"more_of_voices": True}


def _of_thing(actor: Actor, network: Any, thing: Thing) -> Mapping[str, Any]:
    """What came of an idea or a theme, for members, and the way to begin something."""
    kind, uuid = thing
    field = {"voices.story": "story", "voices.theme": "theme"}.get(kind)
    if field is None or actor.standing_in(network.pk) is None:
        return {}
    if field == "story" and not Story.objects.filter(uuid=uuid, kind=StoryKind.IDEA).exists():
        return {}
    rows = Initiative.objects.filter(network=network, **{f"{field}__uuid": uuid})
    return {
        "initiatives_of_thing": list(rows.order_by("-begun_on", "pk")),
        "initiative_source": f"?{field}={uuid}",
    }
