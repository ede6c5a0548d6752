"""What tests about texts share."""

import io
from collections.abc import Callable
from typing import Any

from PIL import Image

from tests.cast import Cast
from wijknetwerk.core import scope
from wijknetwerk.library.models import Revision
from wijknetwerk.library.services import moving, writing
from wijknetwerk.library.services.writing import Said


def by(cast: Cast, name: str, act: Callable[..., Any], **said: Any) -> Any:
    """Let somebody of the cast do something, in De Linde unless it is said."""
    actor = cast.actor(name)
    with scope.acting(actor):
        return act(actor=actor, network=said.pop("network", cast.linde), **said)


def begin(cast: Cast, name: str = "amina", **said: Any) -> Revision:
    """A draft of news, unless it is said."""
    words = {"title": "Het buurtterras is open", "body": "Kom **langs** met koffie."}
    kind = said.pop("kind", "news")
    network = said.pop("network", cast.linde)
    language = said.pop("language", "nl")
    extra = {key: said.pop(key) for key in ("adapts", "translation_of") if key in said}
    made: Revision = by(
        cast,
        name,
        writing.begin,
        network=network,
        kind=kind,
        language=language,
        said=Said(**{**words, **said}),
        **extra,
    )
    return made


def publish(cast: Cast, made: Revision, by_whom: str = "dewi", **extra: Any) -> Revision:
    """Send a draft and publish it."""
    writer = next(n for n, p in cast.people.items() if p.pk == made.written_by_id)
    by(cast, writer, moving.send, page=made.page.uuid, **extra)
    done: Revision = by(
        cast,
        by_whom,
        moving.publish,
        page=made.page.uuid,
        read_edition=made.edition,
        **extra,
    )
    return done


def photo(kind: str = "JPEG", colour: str = "olive") -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, kind)
    return out.getvalue()
