"""What the events of this app mean to the person whose data it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "mutual_aid.neighbour_noted": _("You were written down for asking or giving help"),
    "mutual_aid.request_noted": _("Your request for help was written down"),
    "mutual_aid.offer_noted": _("Your offer to help was written down"),
}
