"""What can be refused when somebody tells something."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed


class LooksPersonal(InvalidInput):
    """The text seems to hold a number or address of a person. Saving again with 'sure' passes."""

    code = "looks_personal"
    message = _("Look again before everybody can read this.")


class NoYes(InvalidInput):
    """Nobody said that it may be written down."""

    code = "no_yes"
    message = _("Read the sentence aloud first. Without their yes, write nothing.")


class TakesNoPart(NotAllowed):
    """Who left a network narrows and takes back what they told there, and no more."""

    code = "takes_no_part"
    message = _(
        "You don't take part in this network any more. Let fewer people read it, or take it back."
    )


class SlipEnded(DomainError):
    """One sentence for every code that does not work: nobody learns which it was."""

    code = "slip_ended"
    status = 404
    message = _("This code doesn't work (any more). Check each letter, or call us.")


class ThemeOver(NotAllowed):
    """A theme that closed can be read, not changed."""

    code = "theme_over"
    message = _("This theme is closed. You can still read it.")
