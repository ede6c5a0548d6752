"""The form that takes a file or pasted lines."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import sheets


class FileForm(forms.Form):
    """A file with a list, or lines that were pasted."""

    file = forms.FileField(
        label=_("Which file?"),
        required=False,
        help_text=_("XLSX, CSV or HSDS (JSON). The first line names the columns."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json,text/csv"}),
    )
    pasted = forms.CharField(
        label=_("Or paste lines here"),
        required=False,
        max_length=sheets.MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("For example from a spreadsheet, with the names of the columns above."),
    )
    source = forms.CharField(
        label=_("Where does this list come from?"),
        required=False,
        max_length=200,
        help_text=_("For example: the municipality, spring 2026."),
    )

    def clean_file(self) -> "UploadedFile[bytes] | None":
        """Not larger than we read."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None and (file.size is None or file.size > sheets.MOST_BYTES):
            raise forms.ValidationError(_("This file is too large. It may be 5 MB at most."))
        return file

    def clean(self) -> dict[str, Any]:
        """Something must be there to read."""
        kept: dict[str, Any] = super().clean() or {}
        if not self.errors and not (kept.get("file") or kept.get("pasted")):
            self.add_error("file", _("Choose a file, or paste lines."))
        return kept

    def name_and_content(self) -> tuple[str, bytes]:
        """What to read."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None:
            return file.name or "", file.read()
        return "list.csv", self.cleaned_data["pasted"].encode()


class AddForm(forms.Form):
    """Whether somebody checked all of it."""

    checked = forms.BooleanField(
        label=_("I checked this list: it is right today"),
        required=False,
        help_text=_("Else each entry says that nobody checked it yet."),
    )
