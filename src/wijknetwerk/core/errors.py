"""Errors that a person may see: a code, an HTTP status and one clear sentence."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """A refusal that the user can understand. Subclasses set code, status and message.

    `message` may be given at the moment of raising, when the sentence holds a name or a date.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 409
    message: str | Promise = _("This can't be done now.")

    def __init__(self, message: str | Promise | None = None) -> None:
        if message is not None:
            self.message = message
        super().__init__(self.code)

    def __str__(self) -> str:
        return str(self.message)


class NotAllowed(DomainError):
    """An act is refused on something that the actor may see (rule A1: 403 with a reason)."""

    code = "not_allowed"
    status = 403
    message = _("You can't do this in your role. Ask the coordinator of your network.")


class NotFound(DomainError):
    """The thing does not exist, or the actor may not know that it does (rule A1: 404)."""

    code = "not_found"
    status = 404
    message = _("This page is not here. Perhaps the address has a typing error.")


class Stale(DomainError):
    """Somebody else changed this thing after the page was shown (both texts are kept)."""

    code = "stale"
    status = 409
    message = _("Someone changed this meanwhile. Read what is new, and save again.")


class TooLarge(DomainError):
    """More was sent than any page takes."""

    code = "too_large"
    status = 413
    message = _("This file is too large. It may be 10 MB at most.")


class TooManyTries(DomainError):
    """A limit on tries was reached; it ends by itself."""

    code = "too_many_tries"
    status = 429
    message = _("This was tried too often. Wait a few minutes, then try again.")


class LogUnavailable(DomainError):
    """The log can't be written, so the door stays shut (rule A2)."""

    code = "log_unavailable"
    status = 503
    message = _("We can't show this now, because we can't note that you looked. Try again later.")


class KeyMissing(DomainError):
    """Encrypted content can't be read or written without its key (rule K1)."""

    code = "key_missing"
    status = 503
    message = _("This text is locked: the key is not on this server. Call the help desk.")


class Damaged(DomainError):
    """Encrypted content was changed, or moved to another place (rule K1)."""

    code = "damaged"
    status = 503
    message = _("This text can't be read any more: it was damaged. Call the help desk.")


class InvalidInput(DomainError):
    """Input that a form could not judge by itself, such as a line in a pasted list."""

    code = "invalid_input"
    status = 400
    message = _("Something in the form is not right.")
