"""What the log's events about stories mean to who told them; and what the desk may note."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "voices.story_told": _("Told something in a network"),
    "voices.story_noted": _("Wrote down for you what you told"),
    "voices.story_words": _("Corrected the words of your story"),
    "voices.story_reach": _("Changed how far your story may go"),
    "voices.story_taken_back": _("Took your story back"),
    "voices.story_read": _("Read what you told for yourself alone"),
    "voices.slip_made": _("Made a slip with a code for what you told"),
    "voices.stories_erased": _("Erased what you told"),
    "voices.diary_begun": _("Began a diary for you"),
    "voices.diary_noted": _("Wrote down a day of your diary"),
    "voices.diary_ended": _("Ended your diary"),
    "voices.diary_read": _("Looked into your diary"),
    "voices.diary_erased": _("Erased your diary"),
    "voices.poll_answered": _("Answered a poll"),
}

# What may be noted down for a member with a mandate (decision 0013).
NOTED = {"voices.story_noted", "voices.diary_begun", "voices.diary_noted"}
