"""Refusals of plans, each in one sentence that tells nothing about a plan to who may not know."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError, NotAllowed


class AlreadyOpen(DomainError):
    """One open plan per resident and network (P6)."""

    code = "plan_already_open"
    message = _("You have a plan already. Go on with that one, or close it first.")


class CannotBegin(DomainError):
    """The same sentence whether this person can begin alone or has a plan: a witness learns
    nothing of either."""

    code = "plan_cannot_begin"
    message = _("This can't begin here. Ask the person themselves, or who they call first.")


class PlanClosed(DomainError):
    """What was closed is read, not changed."""

    code = "plan_closed"
    message = _("This plan is closed. You can still read it and take it along.")


class NotYours(NotAllowed):
    """Nobody notes down a yes to themselves, or to those with whom they work."""

    code = "plan_yes_to_yourself"
    message = _("Somebody else has to write this down: it is about yourself, or your colleagues.")


class TaskNeeded(DomainError):
    """A municipality can't rest on a permission alone (standards A1.3)."""

    code = "plan_task_needed"
    message = _(
        "For this party a yes is not enough. Write which task and which article of the law."
    )


class CircleFull(DomainError):
    """Who is in the circle already, or a second who keeps the overview."""

    code = "plan_place_taken"
    message = _("This person is in the circle already, or somebody else has this place.")


class NoEmergency(DomainError):
    """Switched off, or there is nobody who reviews it."""

    code = "plan_no_emergency"
    status = 403
    message = _("This can't be opened here. Call 112 when somebody is in danger.")


class ConfirmFirst(NoEmergency):
    """A second factor of the last quarter of an hour is asked."""

    code = "plan_confirm_first"
    message = _("Confirm first that it is you. Then send this again.")


class ReadsAlready(DomainError):
    """Who reads whom to call and what was agreed needs no emergency for it."""

    code = "plan_reads_already"
    message = _("You can read this plan already. You find it under Plans.")


class NotTold(DomainError):
    """Nothing is judged before the resident heard of it (P5, H5)."""

    code = "plan_resident_not_told"
    message = _("First tell the resident, or send the letter. Say here that you did.")
