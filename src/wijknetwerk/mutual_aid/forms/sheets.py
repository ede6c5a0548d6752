"""Giving a file, and saying how its people said yes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.mutual_aid.models import SaidHow

_HOW = [choice for choice in SaidHow.choices if choice[0] != SaidHow.SELF]


class FileForm(forms.Form):
    """A CSV or XLSX file."""

    file = forms.FileField(label=_("Your file (XLSX or CSV)"))

    def name_and_content(self) -> tuple[str, bytes]:
        """The name and the bytes of what was given."""
        given: Any = self.cleaned_data["file"]
        return given.name or "", given.read()


class ReadForm(forms.Form):
    """How these people said yes to being written down."""

    said_how = forms.ChoiceField(
        label=_("How did these people say yes to being written down?"),
        choices=_HOW,
        widget=forms.RadioSelect,
    )
