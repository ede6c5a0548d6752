"""What the events of goals and actions mean to the person whose data it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "goals.action_made": _("Noted what you will do"),
    "goals.action_changed": _("Changed what you will do"),
    "goals.action_start": _("Noted that you began with something that you will do"),
    "goals.action_done": _("Noted that something that you would do is done"),
    "goals.action_drop": _("Noted that something that you would do won't happen"),
    "goals.action_move": _("Moved the day of something that you will do"),
    "goals.action_reopen": _("Opened something again that you will do"),
    "goals.action_given": _("Chose you for something that was agreed"),
    "goals.action_taken": _("Took something up that was agreed"),
    "goals.action_agreed": _("Said yes to what was noted for you"),
    "goals.action_given_back": _("Gave back something that you would do"),
    "goals.action_asked": _("Asked you to take something over"),
    "goals.action_accepted": _("Said yes to taking something over"),
    "goals.action_declined": _("Said no to taking something over"),
    "goals.action_ask_withdrawn": _("Asks you no longer to take something over"),
    "goals.goal_made": _("Noted that you keep an eye on a goal"),
    "goals.goal_changed": _("Changed a goal that you keep an eye on"),
    "goals.person_erased": _("Erased your name in goals and actions"),
}
