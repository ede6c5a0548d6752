"""What can't be done on the agenda, each with one clear sentence."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError


class Full(DomainError):
    """No room for so many people."""

    code = "event_full"
    message = _("There is no room for so many people any more. Call us, perhaps we can help.")


class NoSignUps(DomainError):
    """Nobody can sign up (any more)."""

    code = "no_sign_ups"
    message = _("You can't sign up for this (any more).")


class SignedUpAlready(DomainError):
    """The member said so before."""

    code = "signed_up_already"
    message = _("You said already that you come.")


class NotOverYet(DomainError):
    """Only afterwards one knows who came."""

    code = "event_not_over"
    message = _("You can fill this in when it has begun.")


class NothingSaid(DomainError):
    """A page without a word tells nobody anything."""

    code = "nothing_said"
    message = _("Nothing stands on the page yet. Write a few words, or note what was said.")
