"""Why a suggestion doesn't fit."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AsideForm(forms.Form):
    """One sentence, which members read."""

    reason = forms.CharField(
        label=_("Why doesn't this fit now?"),
        help_text=_("One sentence is enough. Everybody in the network can read it."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a few words why this doesn't fit now.")},
    )
