"""Shape of the decision about a public page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class DecisionForm(forms.Form):
    """Yes or no; no asks for a reason."""

    decision = forms.ChoiceField(
        label=_("May this page be public?"),
        choices=(("yes", _("Yes")), ("no", _("No, not yet"))),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why?"),
        help_text=_("The leaders of the network read this. It is needed when you say no."),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """A no without a reason helps nobody."""
        data = super().clean() or {}
        if data.get("decision") == "no" and not data.get("reason"):
            self.add_error("reason", _("Say why, so that they know what to do."))
        return data
