"""What can't be done in a network, each with one clear sentence."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError


class AlreadyMember(DomainError):
    """The person takes part already."""

    code = "already_member"
    message = _("This person takes part in the network already.")


class AlreadyInvited(DomainError):
    """An invitation to this address waits for an answer."""

    code = "already_invited"
    message = _("This person was invited already. You can send that invitation again.")


class NotOpen(DomainError):
    """The invitation, request or handover has been answered or withdrawn."""

    code = "not_open"
    message = _("This was answered or withdrawn already.")


class NoMember(DomainError):
    """The person does not take part now."""

    code = "no_member"
    message = _("This person does not take part in the network (any more).")


class RoleIncomplete(DomainError):
    """The role asks for more: a supervisor and an end, or a party and a profession."""

    code = "role_incomplete"
    status = 400
    message = _("This role needs more information.")


class RoleHeld(DomainError):
    """The member holds this role already in that time."""

    code = "role_held"
    message = _("This member has this role already in that time.")


class RoleNotHeld(DomainError):
    """The role has ended meanwhile."""

    code = "role_not_held"
    message = _("This role has ended already.")
