"""The code of a letter."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """Ten signs in two groups, as they stand in the letter; spaces and small letters are fine."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Ten letters and numbers. Capitals, spaces and dashes don't matter."),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "data-from-fragment": "",
            }
        ),
    )
