"""What can't be done with a text, in words."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError, InvalidInput, Stale


class WrittenMeanwhile(Stale):
    """Somebody saved this text after it was read. Both texts are kept: `theirs` is what stands."""

    code = "written_meanwhile"
    message = _("Someone changed this meanwhile. Nothing is lost: both texts stand here.")

    def __init__(self, theirs: Any) -> None:
        super().__init__()
        self.theirs = theirs


class NotNow(DomainError):
    """The text is in a state in which this can't be done."""

    code = "text_moved_on"
    message = _("This text has moved on meanwhile. Look how it stands now.")


class NoAlternative(InvalidInput):
    """A picture needs words for who can't see it."""

    code = "no_alternative"
    message = _("Say in a few words what one sees, or say that the picture is only decoration.")


class TooManyPictures(InvalidInput):
    """A page holds so many pictures and no more."""

    code = "too_many_pictures"
    message = _("A page holds at most 8 pictures. Leave one out first.")
