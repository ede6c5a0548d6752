"""Rows of stories and themes. Amina tells; she wrote one down too; Joost and the leaders look
after voices."""

from typing import Any

from tests.access.row import (
    ALL_MEMBERS,
    ALL_SIGNED_IN,
    EVERYBODY,
    EVERYBODY_SEES,
    STRANGERS,
    Row,
    in_linde,
)
from tests.cast import TODAY, Cast
from tests.core import recordings
from wijknetwerk.core import files
from wijknetwerk.voices.models import Story, Theme, ThemeStory

LOOK_AFTER = {
    302: "nobody",
    404: STRANGERS,
    403: "amina els lena ben priya",
    200: "joost ad dewi",
}
AMINA_ONLY = {
    302: "nobody",
    404: f"{STRANGERS} els lena ben priya joost ad dewi",
    200: "amina",
}


def _story(cast: Cast, **more: Any) -> Story:
    fields: dict[str, Any] = {
        "network": cast.linde,
        "kind": "story",
        "source": "here",
        "told_on": TODAY,
        "reach": "everybody",
        "person": cast.amina,
    }
    story = Story(**(fields | more))
    story.words = "De lift is stuk."
    story.save()
    return story


def _at(cast: Cast, **more: Any) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _story(cast, **more).uuid}


def _with_photo(cast: Cast) -> dict[str, Any]:
    png = b"\x89PNG\r\n\x1a\n" + bytes(20)
    return _at(cast, photo=files.store(name="foto.png", content=png))


def _with_sound(cast: Cast) -> dict[str, Any]:
    return _at(cast, sound=files.store_sound(name="opname", content=recordings.opus()))


def _question(cast: Cast) -> dict[str, Any]:
    return _at(cast, kind="question")


def _noted(cast: Cast) -> dict[str, Any]:
    return _at(cast, person=None, noted_by=cast.amina)


def _own(cast: Cast) -> dict[str, Any]:
    return {"uuid": _story(cast).uuid}


def _theme(cast: Cast, state: str = "open") -> dict[str, Any]:
    theme = Theme.objects.create(
        network=cast.linde, title="De lift", made_by=cast.dewi, made_on=TODAY, state=state
    )
    ThemeStory.objects.create(network=cast.linde, theme=theme, story=_story(cast))
    return {"slug": "de-linde", "uuid": theme.uuid}


def _closed(cast: Cast) -> dict[str, Any]:
    return _theme(cast, "closed")


ROWS = [
    Row("voices:first", ALL_MEMBERS, in_linde),
    Row("voices:tell", ALL_MEMBERS, in_linde),
    Row("voices:note", ALL_MEMBERS, in_linde),
    Row("voices:talk", ALL_MEMBERS, in_linde),
    Row("voices:stories", ALL_MEMBERS, in_linde),
    Row("voices:story", EVERYBODY_SEES, _at),
    Row("voices:story_photo", EVERYBODY_SEES, _with_photo),
    Row("voices:story_sound", EVERYBODY_SEES, _with_sound),
    Row("voices:story_answer", LOOK_AFTER, _question),
    Row("voices:noted", AMINA_ONLY, _noted),
    Row("voices:themes", ALL_MEMBERS, in_linde),
    Row("voices:theme_new", LOOK_AFTER, in_linde),
    Row("voices:theme", EVERYBODY_SEES, _theme),
    Row("voices:theme_change", LOOK_AFTER, _theme),
    Row("voices:theme_stories", LOOK_AFTER, _theme),
    Row("voices:theme_end", LOOK_AFTER, _theme),
    Row(
        "voices:theme_open",
        {302: "nobody joost ad dewi", 404: STRANGERS, 403: "amina els lena ben priya"},
        _closed,
        method="POST",
    ),
    Row("voices:mine", ALL_SIGNED_IN),
    Row("voices:story_reach", AMINA_ONLY, _own),
    Row("voices:story_words", AMINA_ONLY, _own),
    Row("voices:story_take_back", AMINA_ONLY, _own),
    Row("voices:slip", EVERYBODY_SEES),
    Row("voices:slip_choice", {302: " ".join(EVERYBODY)}, sends_on=True),
]
