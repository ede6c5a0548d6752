"""What the log's events of talks, expectations and learning mean to the person."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "networks.expectation_said": _("Said what you bring and expect"),
    "networks.expectation_noted": _("Noted down for you what you bring and expect"),
    "networks.learning_extended": _("Let you learn along for longer"),
    "networks.learning_over": _("Noted that the time to learn along is over"),
    "networks.talk_erased": _("Erased what you said in talks and rounds"),
}
