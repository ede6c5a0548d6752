"""Forms for who joined just now, and for who learns along."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.day_field import DayField
from wijknetwerk.networks.forms.people import EnergiesField


class EnergiesForm(forms.Form):
    """What gives somebody energy. Nothing has to be chosen."""

    energies = EnergiesField(help_text=_("Choose as many as you like."))


class ExtendForm(forms.Form):
    """Until when somebody learns along."""

    until_on = DayField(
        label=_("Until which day?"),
        help_text=_("The role ends at the beginning of this day."),
    )
