"""Forms of a diary."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.day_field import DayField
from wijknetwerk.voices.forms.stories import LONGEST, ReachFields
from wijknetwerk.voices.services.diaries import Day
from wijknetwerk.voices.services.stories import HOWS, Teller, Told


class BeginForm(forms.Form):
    """Begin a diary for somebody who tells it by phone or on paper."""

    name = forms.CharField(
        label=_("Who tells it?"), max_length=120, help_text=_("Only you can read this name.")
    )
    how = forms.ChoiceField(label=_("How was yes said?"), choices=HOWS)
    said_yes = forms.BooleanField(
        label=_("I read the sentence aloud. They said yes."), required=False
    )

    def for_member(self) -> None:
        """Of a member the name is known."""
        del self.fields["name"]

    def teller(self, member: UUID | None) -> Teller:
        """For the service."""
        said = self.cleaned_data
        return Teller(said["how"], said["said_yes"], member, said.get("name", ""))


class DayForm(forms.Form):
    """One day."""

    words = forms.CharField(
        label=_("What do you want to write down?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    on_day = DayField(label=_("On which day?"), initial=clock.today)
    question = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    def day(self) -> Day:
        """For the service."""
        return Day(**self.cleaned_data)


class ShareForm(ReachFields):
    """Share a part of a day."""

    words = forms.CharField(
        label=_("Which part do you share?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Leave out what stays in the diary."),
    )
    how = forms.ChoiceField(label=_("How was yes said?"), choices=HOWS)
    said_yes = forms.BooleanField(
        label=_("I read the sentence of this choice aloud. They said yes."), required=False
    )
    field_order = ("words", "reach", "shown_name", "sure", "how", "said_yes")

    def by_teller(self) -> None:
        """Who shares their own day needs no spoken yes."""
        del self.fields["how"], self.fields["said_yes"]

    def told(self) -> Told:
        """For the service."""
        said = self.cleaned_data
        return Told(
            words=said["words"],
            reach=said["reach"],
            shown_name=said["shown_name"],
            sure=said["sure"],
        )

    def teller(self) -> Teller | None:
        """How the teller said yes, when somebody else shares it."""
        said = self.cleaned_data
        return Teller(said["how"], said["said_yes"]) if "how" in said else None
