"""What the log says about permissions that go on, in plain words (rule P4)."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "plans.asked_again": _("Asked by mail whether your permissions go on"),
    "plans.consent_renewed": _("Ended a permission, because it was given anew"),
    "plans.consent_given_anew": _("Gave a permission for another year"),
}
