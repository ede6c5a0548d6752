"""What the events of concerns and complaints mean to the person whose data it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "mutual_aid.concern_told": _("A concern was told"),
    "mutual_aid.concern_looked_at": _("Who hears concerns looked at one"),
    "mutual_aid.concern_take_up": _("A concern was taken up"),
    "mutual_aid.concern_speak": _("Somebody spoke with you because another worried about you"),
    "mutual_aid.concern_hand": _("A concern was handed to who follows the meldcode"),
    "mutual_aid.concern_close": _("A concern was closed"),
    "mutual_aid.concern_answered": _("Who told a concern got an answer"),
    "mutual_aid.concern_given_on": _("A concern was given to somebody else"),
    "mutual_aid.concern_erased": _("A concern was erased"),
    "mutual_aid.complaint_told": _("A complaint was received"),
    "mutual_aid.complaint_looked_at": _("The independent person read a complaint"),
    "mutual_aid.complaint_look_into": _("The independent person began to look at a complaint"),
    "mutual_aid.complaint_answer": _("A complaint was answered"),
    "mutual_aid.complaint_withdraw": _("A complaint was taken back"),
    "mutual_aid.complaint_letter_made": _("A letter about a complaint was made"),
    "mutual_aid.complaint_code_asked": _("A code for reading a complaint was mailed"),
    "mutual_aid.concerns_person_erased": _("Your concerns and complaints were erased"),
}
