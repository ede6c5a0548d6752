"""Forms of initiatives, what they need, and experiments."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.choices import offer
from wijknetwerk.core.day_field import DayField
from wijknetwerk.voices.services import experiments, initiative_needs, initiatives


class InitiativeForm(forms.Form):
    """What is said about an initiative."""

    title = forms.CharField(label=_("What do you call it?"), max_length=100)
    what = forms.CharField(
        label=_("What is it, in a few sentences?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write nothing about other people's lives."),
    )
    wanted = forms.CharField(
        label=_("Whom are you looking for?"),
        max_length=300,
        required=False,
        help_text=_("For example: two people who like to cook, and somebody with a car."),
    )
    public = forms.BooleanField(
        label=_("Everybody may see it"),
        required=False,
        help_text=_("It then stands on the public page of the network. Else members see it."),
    )

    def said(self) -> initiatives.Said:
        """What was filled in, for the service."""
        return initiatives.Said(**{name: self.cleaned_data[name] for name in initiatives.NAMES})


class NewInitiativeForm(InitiativeForm):
    """The same, with who takes it up."""

    pull = forms.BooleanField(label=_("I pull this myself"), required=False)


class TakePartForm(forms.Form):
    """Taking part, or pulling. A professional says that residents were asked."""

    residents_asked = forms.BooleanField(
        label=_("We asked residents, and nobody wants to pull it now"),
        help_text=_("As soon as a resident wants to, you go on as a supporter."),
    )


class NeedForm(forms.Form):
    """What is needed from the network."""

    kind = forms.ChoiceField(label=_("What do you need?"), choices=initiative_needs.KINDS)
    what = forms.CharField(
        label=_("What exactly?"),
        max_length=200,
        help_text=_("For example: a room for twelve people, on Thursday evenings."),
    )


class PromiseForm(forms.Form):
    """By which day."""

    by_on = DayField(label=_("By which day is it there?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"by_on": clock.today() + timedelta(days=14)})
        super().__init__(*args, **kwargs)

    def clean_by_on(self) -> Any:
        """A day that can be kept."""
        day, today = self.cleaned_data["by_on"], clock.today()
        if not today <= day <= today + initiative_needs.LONGEST:
            raise ValidationError(_("Choose a day within a year."))
        return day


class LessonForm(forms.Form):
    """What was learned, at either end."""

    lesson = forms.CharField(
        label=_("What did it bring, and what did you learn?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Also what did not work. Others learn from it. Name nobody."),
    )


class SupporterForm(forms.Form):
    """Who helps on behalf of the network."""

    member = forms.ChoiceField(label=_("Who supports it?"), required=False)

    def __init__(self, *args: Any, members: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = [("", _("Nobody yet")), *((str(uuid), name) for uuid, name in members)]
        offer(self, "member", chosen)

    def clean_member(self) -> UUID | None:
        """The member as an id, or None."""
        chosen = self.cleaned_data["member"]
        return UUID(chosen) if chosen else None


def _later(day: Any) -> Any:
    today = clock.today()
    if day and not today < day <= today + experiments.LONGEST:
        raise ValidationError(_("Choose a day between tomorrow and a year from now."))
    return day


class ExperimentForm(forms.Form):
    """A question, what is tried, until when, and what one looks at."""

    question = forms.CharField(
        label=_("What do you want to find out?"),
        max_length=200,
        help_text=_("For example: do people come when we begin at ten?"),
    )
    tries = forms.CharField(
        label=_("What do you try?"), max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )
    with_whom = forms.CharField(label=_("With whom?"), max_length=300, required=False)
    looks_at = forms.CharField(
        label=_("What do you look at afterwards?"),
        max_length=400,
        help_text=_("For example: how many people came, and what they said."),
    )
    ends_on = DayField(label=_("Until which day do you try it?"))

    def clean_ends_on(self) -> Any:
        """A day that comes."""
        return _later(self.cleaned_data["ends_on"])

    def said(self) -> experiments.Said:
        """What was filled in, for the service."""
        return experiments.Said(**self.cleaned_data)


class FinishForm(forms.Form):
    """What was learned, and then."""

    lesson = forms.CharField(
        label=_("What did you learn?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Also what did not work. Name nobody."),
    )
    outcome = forms.ChoiceField(
        label=_("And then?"), choices=experiments.OUTCOMES, widget=forms.RadioSelect
    )
    tries = forms.CharField(
        label=_("When you try it differently: what do you try now?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    ends_on = DayField(label=_("When you try it differently: until which day?"), required=False)

    def clean_ends_on(self) -> Any:
        """A day that comes, when there is one."""
        return _later(self.cleaned_data["ends_on"])

    def clean(self) -> dict[str, Any]:
        """Trying it differently asks what, and until when."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("outcome") == "change":
            for name in ("tries", "ends_on"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, ValidationError(_("Fill this in too.")))
        return said
