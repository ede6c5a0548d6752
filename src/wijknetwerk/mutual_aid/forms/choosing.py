"""Thinking of a helper yourself."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _


class ThinkForm(forms.Form):
    """Whom you think of; and why, where it came to nothing before."""

    offer = forms.TypedChoiceField(
        label=_("Whom do you think of?"),
        coerce=UUID,
        error_messages={"required": _("Choose whom you think of.")},
    )
    why = forms.CharField(
        label=_("Why this helper?"),
        help_text=_("Only needed when it came to nothing before. Only the desk reads it."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, helpers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offer"].choices = [("", _("Choose a helper")), *helpers]  # type: ignore[attr-defined]
