"""Opening and closing what waits because of a text, in the transaction of its move."""

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Wanted
from wijknetwerk.library.models import Revision
from wijknetwerk.library.selectors import waiting as wanted
from wijknetwerk.notices.services import waiting

SYSTEM = Actor.system("library.waits")


def sent(revision: Revision) -> None:
    """It waits for a look; that it came back is done with."""
    _close(wanted.CAME_BACK, revision)
    for one in wanted.of_look(revision):
        _open(wanted.TO_LOOK_AT, revision, one)


def looked(revision: Revision) -> None:
    """Nobody needs to look at it any more, and it asks nothing of its writer."""
    _close(wanted.TO_LOOK_AT, revision)
    _close(wanted.CAME_BACK, revision)


def came_back(revision: Revision, actor: Actor) -> None:
    """Its writer reads why, unless they sent it back themselves."""
    _tell_writer(wanted.CAME_BACK, revision, actor)


def published(revision: Revision, actor: Actor) -> None:
    """Good to know for who wrote it."""
    _tell_writer(wanted.PUBLISHED, revision, actor)


def over(revision: Revision) -> None:
    """It is no longer in use: that it was published is no news."""
    _close(wanted.PUBLISHED, revision)


def _tell_writer(kind: str, revision: Revision, actor: Actor) -> None:
    for one in wanted.of_writer(revision):
        if one.person_id != actor.person_id:
            _open(kind, revision, one)


def _open(kind: str, revision: Revision, one: Wanted) -> None:
    waiting.wait(actor=SYSTEM, kind=wanted.kind_for(kind, revision), wanted=one)


def _close(kind: str, revision: Revision) -> None:
    waiting.done(kind=wanted.kind_for(kind, revision), subject=revision.uuid)
