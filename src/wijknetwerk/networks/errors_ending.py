"""What can't be done with a rest or a stop, each with one clear sentence."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError


class StopsAlready(DomainError):
    """A stop is on its way."""

    code = "stops_already"
    message = _("This network is going to stop already. Call that off first.")


class NotStopping(DomainError):
    """No stop is on its way (any more)."""

    code = "not_stopping"
    message = _("The stop was called off, or is over.")


class NotResting(DomainError):
    """The network does not rest."""

    code = "not_resting"
    message = _("This network does not rest now.")


class DayTooNear(DomainError):
    """Everybody gets two weeks to hear it and to answer."""

    code = "day_too_near"
    status = 400
    message = _("Choose a day at least two weeks from now. Everybody needs time to hear it.")


class NameInLessons(DomainError):
    """The lessons stay for ever, so nobody's name stands in them."""

    code = "name_in_lessons"
    status = 400
    message = _("The lessons stay for ever. Write them without names of people.")
