"""The code of a letter."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """Ten signs in two groups, as they stand in the letter."""

    code = forms.CharField(
        label=_("The code of your letter"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
