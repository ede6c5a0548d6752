"""What the events of the desk mean to the person whose data it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "mutual_aid.match_end_told": _("The desk told that help between neighbours has stopped"),
    "mutual_aid.call_list_looked_at": _("Somebody of the desk looked whom to call"),
    "mutual_aid.call_list_printed": _("Somebody of the desk printed whom to call"),
    "mutual_aid.away_asked": _("You were asked to keep the desk for a colleague"),
    "mutual_aid.away_answered": _("Answered whether somebody keeps the desk for a colleague"),
    "mutual_aid.away_noted": _("What a substitute must know was written down"),
    "mutual_aid.away_ended": _("Keeping the desk for a colleague ended"),
    "mutual_aid.away_erased": _("What you wrote for who keeps the desk was erased"),
    "mutual_aid.away_looked_at": _("Somebody read what must be known to keep the desk"),
    "mutual_aid.away_printed": _("Somebody printed what must be known to keep the desk"),
}
