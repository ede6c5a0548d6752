"""What tests of stories share: telling as somebody, and every place where a story can show."""

from typing import Any
from uuid import UUID

from tests.cast import Cast
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.voices.models import Story
from wijknetwerk.voices.services import stories
from wijknetwerk.voices.services.stories import Teller, Told


def as_(cast: Cast, name: str, service: Any, **given: Any) -> Any:
    """Call a service as one of the cast, within their scope."""
    actor = cast.actor(name) if name else Actor.anonymous()
    with scope.acting(actor):
        return service(actor=actor, **given)


def tell(cast: Cast, name: str, words: str = "De bus rijdt niet meer.", **more: Any) -> Story:
    """Somebody tells something in De Linde."""
    told = Told(words=words, **more)
    story: Story = as_(cast, name, stories.tell, network=cast.linde, told=told)
    return story


def note(cast: Cast, name: str, words: str = "Ik ken hier niemand.", **more: Any) -> Story:
    """Somebody writes it down for who has no account."""
    teller = Teller(how="in_person", said_yes=True, name=more.pop("teller", ""))
    told = Told(words=words, source="talk", **more)
    story: Story = as_(cast, name, stories.note_down, network=cast.linde, told=told, teller=teller)
    return story


def at(story: Story | UUID, more: str = "") -> str:
    """The address of a story in De Linde."""
    uuid = story if isinstance(story, UUID) else story.uuid
    return f"/n/de-linde/meedenken/verhalen/{uuid}/{more}"
