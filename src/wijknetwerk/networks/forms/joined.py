"""Forms for who joined just now, and for who learns along."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.networks import words
from wijknetwerk.networks.forms.people import DayField


def energy_choices() -> list[tuple[str, str]]:
    """Each talent with its one plain sentence."""
    return [(word.code, f"{word.name}|{word.explanation}") for word in words.energies().values()]


class EnergiesForm(forms.Form):
    """What gives somebody energy. Nothing has to be chosen."""

    energies = forms.MultipleChoiceField(
        label=_("What gives you energy?"),
        help_text=_("Choose as many as you like."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["energies"].choices = energy_choices()  # type: ignore[attr-defined]


class ExtendForm(forms.Form):
    """Until when somebody learns along."""

    until_on = DayField(
        label=_("Until which day?"),
        help_text=_("The role ends at the beginning of this day."),
    )
