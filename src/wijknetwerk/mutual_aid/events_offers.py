"""What the events of offers and helpers mean to the person whose data it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "mutual_aid.offer_looked_at": _("Somebody looked at your offer to help"),
    "mutual_aid.neighbour_looked_at": _("Somebody of the desk looked at what you ask and offer"),
    "mutual_aid.people_looked_at": _("The desk looked who asks and who helps"),
    "mutual_aid.fact_noted": _("Something was noted that we know of you as a helper"),
    "mutual_aid.fact_removed": _("Something was taken away that we knew of you as a helper"),
    "mutual_aid.offers_erased": _("What you offered was erased"),
}
