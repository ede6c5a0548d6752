"""Forms about goals, measures and their values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.choices import Choices, PickField, offer_things
from wijknetwerk.core.day_field import DayField
from wijknetwerk.goals.services.goals import DIRECTIONS, SaidGoal, SaidMeasure


class GoalForm(forms.Form):
    """One sentence, and who keeps an eye on it."""

    sentence = forms.CharField(
        label=_("What do we want to reach, in one sentence?"),
        max_length=200,
        help_text=_("So concrete that you can see later whether it worked."),
    )
    for_whom = forms.CharField(label=_("For whom?"), max_length=120, required=False)
    by_on = DayField(label=_("By which day?"), required=False)
    owner = PickField(
        label=_("Who keeps an eye on it?"),
        required=False,
        help_text=_("One person, who asks now and then how it goes."),
    )
    team = PickField(label=_("Of which team?"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, members: Choices | None, teams: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if members is None:
            del self.fields["owner"]
        else:
            offer_things(self, "owner", members, _("Nobody yet"))
        if teams:
            offer_things(self, "team", teams, _("Of the whole network"))
        else:
            del self.fields["team"]

    def said(self, *, own: Any) -> SaidGoal:
        """What was filled in; without a choice the reader keeps an eye on it (`own`)."""
        said = self.cleaned_data
        return SaidGoal(
            sentence=said["sentence"],
            for_whom=said["for_whom"],
            by_on=said["by_on"],
            owner=said["owner"] if "owner" in self.fields else own,
            team=said.get("team"),
        )


class EndGoalForm(forms.Form):
    """How a goal ended, with what it brought."""

    brought = forms.CharField(
        label=_("What did it bring, and what did you learn?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("All members can read this. Write nothing about other people's lives."),
    )


class _Figure(forms.DecimalField):
    """A figure as people type it: with a comma or a point."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=12, decimal_places=2, localize=True, required=False, **kwargs)


class MeasureForm(forms.Form):
    """By what one sees that it works."""

    what = forms.CharField(
        label=_("What do we count?"),
        max_length=160,
        help_text=_("For example: people who come to the walk-in."),
    )
    unit = forms.CharField(
        label=_("In what?"),
        max_length=40,
        required=False,
        help_text=_("For example: people a month, per cent, euros."),
    )
    start = _Figure(label=_("How much is it now?"))
    target = _Figure(label=_("How much do we want?"))
    direction = forms.ChoiceField(
        label=_("Which way is better?"), choices=DIRECTIONS, widget=forms.RadioSelect
    )
    how = forms.CharField(
        label=_("How do we count it, and how often?"), max_length=300, required=False
    )
    source = forms.CharField(
        label=_("Where does the figure come from?"), max_length=200, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def said(self) -> SaidMeasure:
        """What was filled in, for the service."""
        return SaidMeasure(
            **{name: value for name, value in self.cleaned_data.items() if name != "version"}
        )


class ValueForm(forms.Form):
    """What was counted on a day."""

    on = DayField(label=_("On which day?"))
    value = _Figure(
        label=_("How much was it?"),
        help_text=_("Leave it empty when it could not be counted, and say why below."),
    )
    note = forms.CharField(label=_("What should others know?"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """A day that was, and a figure or why there is none."""
        said: dict[str, Any] = super().clean() or {}
        if (on := said.get("on")) and on > clock.today():
            self.add_error("on", _("Choose today or a day before."))
        if said.get("value") is None and not said.get("note") and "value" not in self.errors:
            self.add_error("value", _("Fill in a figure, or say below why there is none."))
        return said
