"""What the log's events about members mean to the member."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "networks.member_looked_at": _("Saw your contact details"),
    "networks.member_joined": _("Wrote down that you take part in a network"),
    "networks.joined": _("Joined a network"),
    "networks.join_asked": _("Asked to take part in a network"),
    "networks.join_accepted": _("Said yes to your request to take part"),
    "networks.join_declined": _("Said no to your request to take part"),
    "networks.left": _("Stopped taking part in a network"),
    "networks.member_left": _("Ended your place in a network"),
    "networks.member_removed": _("Ended your place in a network"),
    "networks.member_described": _("Changed what members see of you"),
    "networks.sharing_lapsed": _("Stopped showing what you shared, because a year was over"),
    "networks.member_without_party": _("Noted that you take part for yourself now"),
    "networks.invitation_declined": _("Said no to an invitation"),
    "networks.role_given": _("Gave you a role"),
    "networks.role_ended": _("Ended a role of yours"),
    "networks.handover_asked": _("Asked you to take over a role"),
    "networks.handover_accepted": _("Took over a role"),
    "networks.handover_declined": _("Said no to taking over a role"),
    "networks.handover_withdrawn": _("Took back a question about a role"),
    "networks.starter_shown": _("Saw your name with a network that you started"),
    "networks.person_erased": _("Erased your data in networks"),
    "networks.started": _("Started a network"),
}
