"""What the events of this app mean to the person whose data it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "mutual_aid.neighbour_noted": _("You were written down for asking or giving help"),
    "mutual_aid.request_noted": _("Your request for help was written down"),
    "mutual_aid.request_changed": _("Something changed in your request for help"),
    "mutual_aid.request_told": _("You approved what a helper is told"),
    "mutual_aid.request_ended": _("Your request for help was closed"),
    "mutual_aid.offer_noted": _("Your offer to help was written down"),
    "mutual_aid.offer_changed": _("Something changed in your offer to help"),
    "mutual_aid.offer_ended": _("Your offer to help was closed"),
    "mutual_aid.match_asked": _("A helper was asked, with the words that the asker approved"),
    "mutual_aid.match_willing": _("You said that you would like to help"),
    "mutual_aid.match_closed": _("A question about help went no further"),
    "mutual_aid.match_agreed": _("Asker and helper both said yes, and have each other's number"),
    "mutual_aid.match_began": _("Asker and helper met"),
    "mutual_aid.check_answered": _("Noted how the help goes"),
    "mutual_aid.check_settled": _("The desk spoke with both after an answer"),
    "mutual_aid.desk_looked_at": _("Somebody of the desk looked at the open requests"),
    "mutual_aid.match_looked_at": _("Somebody looked at who helps whom"),
    "mutual_aid.match_ended": _("Help between neighbours ended; numbers are hidden again"),
    "mutual_aid.match_chosen": _("Somebody at the desk thought of a helper for your request"),
    "mutual_aid.suggestions_looked_at": _("Somebody looked who could help you"),
    "mutual_aid.matching_asked": _("The desk looked who could help whom"),
    "mutual_aid.matching_stopped": _("Looking who could help whom was stopped"),
    "mutual_aid.matching_looked_at": _("Somebody looked who could help whom"),
}
