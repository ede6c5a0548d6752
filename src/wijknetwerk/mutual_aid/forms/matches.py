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
    """When they meet for the first time, if that is known. At the desk also who comes along: pass
    `companions`, pairs of a member's id and name."""

    meet_on = forms.DateField(
        label=_("When do they meet for the first time?"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    meet_with = forms.TypedChoiceField(
        label=_("Who comes along the first time?"),
        required=False,
        coerce=UUID,
        empty_value=None,
    )

    def __init__(
        self, *args: Any, companions: list[tuple[str, str]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if companions is None:
            del self.fields["meet_with"]
            self.fields["meet_on"].label = _("When do you meet for the first time?")
            return
        choices = [("", _("Nobody")), *companions]
        self.fields["meet_with"].choices = choices  # type: ignore[attr-defined]

    def said(self) -> Said:
        """For the service."""
        along = self.cleaned_data.get("meet_with")
        return Said(meet_on=self.cleaned_data["meet_on"], meet_with=along)


class EndForm(forms.Form):
    """How it ended, in own words; one tap each, and nothing of it is needed but the first."""

    ended_how = forms.ChoiceField(
        label=_("How did it end?"), choices=EndedHow.choices, widget=forms.RadioSelect
    )
    outcome = forms.CharField(
        label=_("What did it bring? In own words"),
        help_text=_("Only the desk and both of you read it."),
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
            ended_how=data["ended_how"],
            outcome=data["outcome"],
            elsewhere=data.get("elsewhere", ""),  # the helper isn't asked
        )
