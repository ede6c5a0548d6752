"""Refusals of rounds, initiatives and experiments that a person can understand."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError, NotAllowed


class RoundOver(DomainError):
    """The days to vote are over, or have not begun."""

    code = "round_not_open"
    message = _("People can't vote in this round now. Look at the days above.")


class VotedAlready(DomainError):
    """Everybody votes once."""

    code = "voted_already"
    message = _("You voted already. Everybody votes once, so nothing was added.")


class BallotUsed(DomainError):
    """A code or link counts once."""

    code = "ballot_used"
    message = _("This ballot was counted already. A code counts once.")


class UnknownCode(DomainError):
    """A code that is none, or of another round."""

    code = "unknown_code"
    status = 400
    message = _("This code is not of this round. Check each letter.")


class TooManyDots(DomainError):
    """More dots than there are."""

    code = "too_many_dots"
    status = 400
    message = _("These are more dots than people have. Count once more.")


class StillOpen(DomainError):
    """Something that only goes after closing."""

    code = "round_still_open"
    message = _("There is no result before the round is closed. So nobody can count back.")


class WrongStep(DomainError):
    """A step that the table of states does not have."""

    code = "wrong_step"
    message = _("This step is not possible now. Somebody may have changed it meanwhile.")


class ResidentsFirst(NotAllowed):
    """A professional supports, and pulls only when no resident wants to."""

    code = "residents_first"
    message = _(
        "An initiative belongs to residents. Ask residents for two weeks first. You can support it"
        " until then."
    )


class NotYours(NotAllowed):
    """Only who takes part changes an initiative or experiment."""

    code = "not_yours"
    message = _("Only who takes part, the supporter and who leads the network can change this.")
