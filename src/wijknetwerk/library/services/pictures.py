"""Pictures of a page: checked, drawn anew, with words for who can't see them."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, files, log, pictures
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.library import access
from wijknetwerk.library.errors import NoAlternative, TooManyPictures
from wijknetwerk.library.models import Picture, Revision, State

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

MOST = 8
MOST_EVER = 60
"""Of one page over all its versions: what was left out is kept for the older ones."""


@transaction.atomic
def add(
    *,
    actor: Actor,
    network: "Network | None",
    page: UUID,
    content: bytes,
    alt: str,
    decoration: bool = False,
) -> Picture:
    """Add a picture to the version that is being written. Readers see it when that is published.

    Raises NotAPicture, PictureTooLarge, NoAlternative, TooManyPictures.
    """
    desk = access.check_desk(actor, network)
    held = access.page_at(actor, desk, page, lock=True)
    found = access.open_version(actor, desk, page, lock=True)
    if found is None or (found.state == State.REVIEW and not desk.publishes):
        raise NotAllowed
    words = _checked(alt, decoration=decoration)
    last = Picture.objects.filter(page=held).order_by("-number").first()
    number = (last.number if last else 0) + 1
    if len(found.pictures) >= MOST or number > MOST_EVER:
        raise TooManyPictures
    drawn = pictures.checked(content)
    made = Picture(
        page=held,
        network=held.network,
        number=number,
        file=files.store(name=f"foto-{number}.webp", content=drawn.content),
        alt=words,
        decoration=decoration,
        width=drawn.width,
        height=drawn.height,
        added_by_id=actor.person_id,
    )
    made.save(force_insert=True)
    _show_in(found, number, actor)
    log.record(actor, "library.picture_added", made, action=Action.CREATE)
    return made


def _show_in(revision: Revision, number: int, actor: Actor) -> None:
    revision.pictures = [*revision.pictures, number]
    revision.edition += 1
    revision.saved_at = clock.now()
    revision.saved_by_id = actor.person_id
    revision.save(update_fields=["pictures", "edition", "saved_at", "saved_by"])


def _checked(alt: str, *, decoration: bool) -> str:
    """The words for who can't see it, on one line."""
    words = " ".join(alt.split())
    if bool(words) == decoration:
        raise NoAlternative
    if len(words) > 300:
        raise InvalidInput(_("A few words are enough: at most 300 signs."))
    return words


def erase(picture: Picture) -> None:
    """Erase a picture for good; no version shows it any more. In the caller's transaction."""
    for row in Revision.objects.filter(page_id=picture.page_id):
        if picture.number in row.pictures:
            row.pictures = [one for one in row.pictures if one != picture.number]
            row.save(update_fields=["pictures"])
    stored = picture.file
    picture.delete()
    files.remove(stored)
