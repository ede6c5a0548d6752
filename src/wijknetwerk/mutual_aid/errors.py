"""What can go wrong with help between neighbours, each in one sentence that says what to do."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError


class NotNow(DomainError):
    """The table of transitions has no such step from here: somebody was first."""

    code = "match_not_now"
    status = 409
    message = _("Somebody was first. Look at the page again; then choose what to do.")


class NoRoom(DomainError):
    """The offer carries as many as its owner set (rule H2)."""

    code = "no_room"
    status = 409
    message = _("This helper has no room now. Ask somebody else, or ask later.")


class NotApproved(DomainError):
    """The asker has not approved what a helper is told (rule H1)."""

    code = "told_not_approved"
    status = 409
    message = _("Ask first whether a helper may be told this. Read it aloud, then note the yes.")


class NetworkRests(DomainError):
    """A network that rests asks nobody."""

    code = "network_rests"
    status = 409
    message = _("The network rests now. Ask somebody when it goes on.")


class NotTheirOwn(DomainError):
    """Nobody helps themselves here."""

    code = "own_offer"
    status = 409
    message = _("This is the asker's own offer. Choose somebody else.")


class SayWhy(DomainError):
    """These two were brought together before and it came to nothing; a person may choose so again,
    with a sentence why."""

    code = "say_why"
    status = 409
    message = _("Earlier this came to nothing. Write down why you choose this helper all the same.")


class CheckOver(DomainError):
    """The help ended before this answer came: there is nothing left to check."""

    code = "check_over"
    status = 409
    message = _("This help has ended. You needn't answer any more. Thank you.")


class Answered(DomainError):
    """The other way was first: by link, by phone, on paper."""

    code = "check_answered"
    status = 409
    message = _("There is an answer already. Thank you.")
