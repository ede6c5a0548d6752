"""A photo or a short recording with a story. A file goes as soon as nothing points at it."""

from django.utils.translation import gettext as _

from wijknetwerk.core import files, pictures
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.voices.models import Story


def keep(story: Story, photo: bytes | None, photo_words: str, sound: bytes | None) -> None:
    """Check and store them, before the story is stored. InvalidInput."""
    if photo is not None:
        if not photo_words.strip():
            raise InvalidInput(_("Say in a few words what the photo shows."))
        picture = pictures.checked(photo)
        story.photo = files.store(name="foto.webp", content=picture.content)
        story.photo_words = photo_words.strip()
    if sound is not None:
        story.sound = files.store_sound(name="opname", content=sound)


def drop(story: Story) -> None:
    """Erase both, after the story was stored without them."""
    for file in (story.photo, story.sound):
        if file is not None:
            files.remove(file)
