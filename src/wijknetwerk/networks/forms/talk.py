"""Forms of a team's talk."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.choices import offer
from wijknetwerk.core.day_field import DayField
from wijknetwerk.networks.selectors.taking_part import Taker
from wijknetwerk.networks.selectors.talk import Said
from wijknetwerk.networks.services.talk import HALF_A_YEAR, Answer, There


class ThereForm(forms.Form):
    """Who is there."""

    members = forms.MultipleChoiceField(
        label=_("Who is there?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = forms.CharField(
        label=_("Who else is there?"),
        help_text=_("For example: a guest from the school. Leave it empty when there is nobody."),
        required=False,
        max_length=300,
    )

    def __init__(self, *args: Any, members: Iterable[Taker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "members", [(str(one.uuid), one.name) for one in members])

    def there(self) -> There:
        """What was filled in, for the service."""
        chosen = [UUID(uuid) for uuid in self.cleaned_data["members"]]
        return There(chosen, self.cleaned_data["others"])


class FinishForm(ThereForm):
    """Who was there, and when to look again."""

    look_again_on = DayField(
        label=_("When do you look again?"),
        help_text=_("Half a year is a good moment. Who arranges the team is reminded then."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].label = _("Who was there?")
        self.fields["others"].label = _("Who else was there?")
        self.fields["look_again_on"].initial = clock.today() + HALF_A_YEAR


class AnswerForm(forms.Form):
    """What the team says on one question. `number` is the version that was on the screen."""

    agreed = forms.CharField(
        label=_("What do we agree?"),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    differ = forms.CharField(
        label=_("Where do we differ?"),
        help_text=_("Differing is fine. Write nothing about a resident who needs help."),
        required=False,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @classmethod
    def showing(cls, said: Said) -> "AnswerForm":
        """The form with what stands there now."""
        return cls(initial={"agreed": said.agreed, "differ": said.differ, "number": said.number})

    def said(self) -> Answer:
        """What was filled in, for the service."""
        return Answer(self.cleaned_data["agreed"], self.cleaned_data["differ"])
