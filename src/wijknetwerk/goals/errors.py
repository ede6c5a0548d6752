"""What can't be done with actions and goals, each with one clear sentence."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError


class NotNow(DomainError):
    """The table of states has no such step from here; somebody may have done it just before."""

    code = "action_not_now"
    message = _("This can't be done with the action as it stands. Look at it again.")


class SayWhy(DomainError):
    """Letting go and moving ask for a reason."""

    code = "action_say_why"
    status = 400
    message = _("Write in a few words why.")


class ChooseLaterDay(DomainError):
    """The new day of an action lies today or later, and is another than before."""

    code = "action_later_day"
    status = 400
    message = _("Choose another day, today or later.")


class ActionClosed(DomainError):
    """An action that is done or dropped isn't handed over."""

    code = "action_closed"
    message = _("This action is closed already.")


class AskedAlready(DomainError):
    """Somebody is asked to take it over, and did not answer yet."""

    code = "action_asked_already"
    message = _("Somebody was asked already. Wait for the answer, or take the question back.")


class OwnerAlready(DomainError):
    """The member does it already."""

    code = "action_owner_already"
    message = _("This person does it already. Choose somebody else.")


class GoalClosed(DomainError):
    """A goal that was reached or let go isn't changed; open it again first."""

    code = "goal_closed"
    message = _("This goal is closed already.")


class MeasuredAlready(DomainError):
    """Somebody noted a value for that day at the same moment."""

    code = "measured_already"
    message = _("Somebody noted a value for this day just now. Look at it again.")
