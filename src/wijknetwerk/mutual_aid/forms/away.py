"""Forms of handing over the desk for a holiday."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer_things
from wijknetwerk.core.day_field import DayField

NOTES_HELP = _("Only the two of you read this. Write nothing about a concern: that goes by itself.")


class AwayForm(forms.Form):
    """Whom, from when until when, and what is good to know."""

    to = forms.ChoiceField(label=_("Who keeps the desk for you?"))
    from_on = DayField(label=_("First day that you are away"))
    until_on = DayField(label=_("Day on which you are back"))
    notes = forms.CharField(
        label=_("What is good to know?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=NOTES_HELP,
    )

    def __init__(self, *args: Any, colleagues: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_things(self, "to", colleagues, _("Choose"))

    def clean_to(self) -> UUID:
        """The colleague as an id."""
        return UUID(self.cleaned_data["to"])


class NotesForm(forms.Form):
    """What is good to know, later too."""

    notes = forms.CharField(
        label=_("What is good to know?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=NOTES_HELP,
    )
