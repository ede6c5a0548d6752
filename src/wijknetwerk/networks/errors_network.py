"""What can't be done with a network itself, each with one clear sentence."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError


class NoConfirmedAddress(DomainError):
    """Starting a network takes a confirmed e-mail address."""

    code = "no_confirmed_address"
    status = 403
    message = _("First confirm your e-mail address. Then you can start a network.")


class TwoADay(DomainError):
    """Somebody started two networks today already."""

    code = "two_a_day"
    message = _("You started two networks today. What you filled in is kept; go on tomorrow.")


class TooManyDrafts(DomainError):
    """Somebody is starting too many networks at the same time."""

    code = "too_many_drafts"
    message = _("You are starting five networks already. Finish one of them, or throw one away.")


class NotComplete(DomainError):
    """Something is missing before a network can exist."""

    code = "not_complete"
    message = _("A name and a place are needed before the network can start.")


class AlreadyDecided(DomainError):
    """The network asked already, or is public already."""

    code = "already_decided"
    message = _("This was asked or decided already.")


class PartnerAlready(DomainError):
    """The organisation takes part already."""

    code = "partner_already"
    message = _("This party takes part already.")


class OrganisationExists(DomainError):
    """An organisation of this name exists: choose that one."""

    code = "organisation_exists"
    message = _("A party with this name exists already. Find it by typing, and choose it.")


class WrongDay(DomainError):
    """A day that can't be."""

    code = "wrong_day"
    status = 400
    message = _("Choose a day between the beginning of the partnership and today.")
