"""What is filled in to change a line, to look back, to ask for help from a need, and to close."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.day_field import DayField
from wijknetwerk.mutual_aid.selectors.own import WAYS
from wijknetwerk.mutual_aid.services.neighbours import Reach
from wijknetwerk.mutual_aid.services.requests import LENGTH, Asked
from wijknetwerk.plans.models import Taken, Went
from wijknetwerk.plans.services.words import LONGEST


class LookBackForm(forms.Form):
    """How it went with a goal."""

    words = forms.CharField(
        label=_("How did it go?"),
        help_text=_("In your own words. There is no right or wrong."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    went = forms.ChoiceField(label=_("And now?"), choices=Went.choices, widget=forms.RadioSelect)
    again_on = DayField(
        label=_("When do we look back again?"),
        help_text=_("You can leave this empty."),
        required=False,
    )


class AskHelpForm(forms.Form):
    """A question to the neighbourhood, in words that the resident lets go of."""

    words = forms.CharField(
        label=_("What would you like help with?"),
        help_text=_("Only what stands here leaves your plan. Change it as you like."),
        max_length=LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reached_by = forms.ChoiceField(
        label=_("How do we reach you?"), choices=WAYS, widget=forms.RadioSelect
    )
    address = forms.CharField(
        label=_("Where do you live?"),
        max_length=120,
        required=False,
        help_text=_("Street and number. A helper reads it only after you both said yes."),
    )

    def asked(self) -> Asked:
        """For the service."""
        return Asked(words=self.cleaned_data["words"])

    def reach(self, pc4: str) -> Reach:
        """How to reach them."""
        return Reach(self.cleaned_data["reached_by"], self.cleaned_data["address"], pc4)


class CloseForm(forms.Form):
    """The last words of a plan, and whether everything was taken along."""

    taken = forms.ChoiceField(
        label=_("Did you take everything along?"),
        choices=[
            (Taken.TAKEN.value, _("Yes, I have it")),
            (Taken.NOT_NEEDED.value, _("That is not needed")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you took everything along.")},
    )
    words = forms.CharField(
        label=_("How was it?"),
        help_text=_("In your own words. You may leave this empty."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def closing(self) -> dict[str, Any]:
        """For the service."""
        return {"words": self.cleaned_data["words"], "taken": self.cleaned_data["taken"]}
