"""What the events of the log mean to the person whose data it is."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "agenda.signed_up": _("Said that you come to something on the agenda"),
    "agenda.sign_up_taken_back": _("Took you off the list of something on the agenda"),
    "agenda.table_noted": _("Wrote down that you take something up"),
    "agenda.feed_made": _("Made your calendar link"),
    "agenda.feed_stopped": _("Stopped your calendar link"),
    "agenda.person_erased": _("Erased your data on the agenda"),
}
