"""What the log says about a plan to the resident, in plain words (rule P4)."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "plans.begun": _("Began your plan"),
    "plans.closed": _("Closed your plan"),
    "plans.read": _("Read in your plan"),
    "plans.sharing_read": _("Read who may see what of your plan"),
    "plans.taken": _("Took your plan along"),
    "plans.written": _("Wrote something in your plan"),
    "plans.changed": _("Changed something in your plan"),
    "plans.let_go": _("Took something out of your plan, because it is no longer so"),
    "plans.brought_back": _("Put something back in your plan"),
    "plans.need_chosen": _("Wrote what was chosen for something you need"),
    "plans.looked_back": _("Wrote how it went with a goal"),
    "plans.card_kept": _("Kept a conversation card"),
    "plans.circle_asked": _("Asked whether somebody may be in your circle"),
    "plans.circle_joined": _("Put somebody in your circle"),
    "plans.circle_refused": _("Said no to somebody for your circle"),
    "plans.circle_left": _("Ended a place in your circle"),
    "plans.contact_chosen": _("Chose who is called first"),
    "plans.consent_ended": _("Ended a permission, because what it was for is over"),
    "plans.representative_noted": _("Wrote down who may decide for you"),
    "plans.representative_proof_seen": _("Saw the proof of who may decide for you"),
    "plans.representative_ended": _("Ended that somebody may decide for you"),
    "plans.emergency_opened": _("Opened your plan in an emergency, for four hours at most"),
    "plans.emergency_opened.danger": _(
        "Opened your plan in an emergency, for four hours at most: danger to life"
    ),
    "plans.emergency_opened.crisis": _(
        "Opened your plan in an emergency, for four hours at most: a crisis, you couldn't answer"
    ),
    "plans.emergency_refused": _("Wanted to open a plan of yours in an emergency; it did not open"),
    "plans.emergency_told": _("Noted that you heard of a look in an emergency"),
    "plans.emergencies_read": _("Read who looked in your plan in an emergency"),
    "plans.emergency_ended": _("Shut your plan again after an emergency"),
    "plans.emergency_read": _("Read your plan in an emergency"),
    "plans.emergency_checked": _("Looked who opened your plan in an emergency, and why"),
    "plans.emergency_reviewed": _("Judged whether looking in an emergency was right"),
    "plans.person_erased": _("Erased what plans held about you"),
}
