"""What is filled in when a helper is asked, when two meet, and when it ends."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.mutual_aid.models import Elsewhere, EndedHow, ReachedBy
from wijknetwerk.mutual_aid.services.match_steps import Said


class AskForm(forms.Form):
    """How the helper is asked."""

    how = forms.ChoiceField(
        label=_("How do you ask?"), choices=ReachedBy.choices, widget=forms.RadioSelect
    )

    def said(self) -> Said:
        """For the service."""
        return Said(how=self.cleaned_data["how"])


class MeetForm(forms.Form):
    """When they meet for the first time, if that is known; the desk may come along."""

    meet_on = forms.DateField(
        label=_("When do they meet for the first time?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    meet_with = forms.BooleanField(
        label=_("I come along the first time"),
        required=False,
    )

    def said(self, member: UUID | None) -> Said:
        """For the service; `member` is who fills it in."""
        along = member if self.cleaned_data["meet_with"] else None
        return Said(meet_on=self.cleaned_data["meet_on"], meet_with=along)


class EndForm(forms.Form):
    """How it ended, in own words; one tap each, and nothing of it is needed but the first."""

    ended_how = forms.ChoiceField(
        label=_("How did it end?"), choices=EndedHow.choices, widget=forms.RadioSelect
    )
    outcome = forms.CharField(
        label=_("What did it bring? In own words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    elsewhere = forms.ChoiceField(
        label=_("Where would you otherwise have gone?"),
        choices=[("", _("I'd rather not say")), *Elsewhere.choices],
        required=False,
        widget=forms.RadioSelect,
    )

    def said(self) -> Said:
        """For the service."""
        data: dict[str, Any] = self.cleaned_data
        return Said(
            ended_how=data["ended_how"], outcome=data["outcome"], elsewhere=data["elsewhere"]
        )
