"""What the log says about agreements and referrals to the resident, in plain words (rule P4)."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "plans.agreements_read": _("Read what was agreed in your plan"),
    "plans.agreement_read": _("Read one thing that was agreed"),
    "plans.agreement_opened": _("Opened one agreement from the link of a mail"),
    "plans.agreement_copied": _("Copied one agreement for their own file"),
    "plans.agreement_made": _("Wrote down something that was agreed"),
    "plans.agreement_agreed": _("Said that an agreement is right"),
    "plans.agreement_wrong": _("Said that an agreement is not right"),
    "plans.agreement_changed": _("Said an agreement in other words"),
    "plans.agreement_moved": _("Moved an agreement to another day, with the reason"),
    "plans.agreement_done": _("Said that something that was agreed is done"),
    "plans.agreement_ticked": _("Said from the link of a mail that an agreement is done"),
    "plans.agreement_dropped": _("Let an agreement go, with the reason"),
    "plans.agreement_reminded": _("Reminded who does something that its day is near"),
    "plans.referral_read": _("Read what was asked of a party"),
    "plans.referral_proposed": _("Wrote down what could be asked of a party"),
    "plans.referral_asked": _("Asked a party to take something up"),
    "plans.referral_accepted": _("Took up what was asked of them"),
    "plans.referral_refused": _("Did not take up what was asked of them, with the reason"),
    "plans.referral_done": _("Finished what was asked of them"),
    "plans.referral_stopped": _("Stopped what was asked of a party"),
    "plans.watcher_named": _("Named who watches whether agreements are done"),
    "plans.watched": _("Looked whether what was agreed is done"),
}
