"""Practice examples as they can be found and linked to. They stand in files: no query is asked."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID, uuid5

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Audience, Linked, SearchText
from wijknetwerk.library.practice_content import (
    LANGUAGES,
    Example,
    Lesson,
    Practice,
    practice_in,
)
from wijknetwerk.library.selectors.shown import language_now

PRACTICE = "library.practice"
_FAMILY = UUID("8d0a3c5e-0f5b-4b6f-9f3a-6c1d9c2f7e41")


def uuid_of(code: str, language: str) -> UUID:
    """The same id each time, for one example in one language."""
    return uuid5(_FAMILY, f"{code}.{language}")


def entries(network_id: int | None) -> Iterator[SearchText]:
    """All of them in both languages; nothing of a network."""
    if network_id is not None:
        return
    for language in LANGUAGES:
        for row, body in _told(practice_in(language)):
            yield SearchText(
                kind=PRACTICE,
                uuid=uuid_of(row.code, language),
                network_id=None,
                title=row.name,
                body=f"{row.place} {row.summary} {body}",
                audience=Audience.EVERYBODY,
                language=language,
            )


def resolve(_actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Everybody may open them, in their own language."""
    wanted = set(uuids)
    language = language_now()
    return {
        uuid: Linked(row.name, str(address("library:practice_example", code=row.code)))
        for row, _body in _told(practice_in(language))
        if (uuid := uuid_of(row.code, language)) in wanted
    }


def _told(content: Practice) -> Iterator[tuple[Example | Lesson, str]]:
    for example in content.examples:
        cells = [" ".join((cell.text, *cell.points)) for cell in example.cells.values()]
        yield example, " ".join([example.take_home, *cells])
    for lesson in content.lessons:
        yield lesson, " ".join([*lesson.story, *lesson.learned, *lesson.try_this])
