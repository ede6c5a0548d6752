"""A field that several forms of the agenda use."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ClockField(forms.TimeField):
    """A time of day, chosen or typed as 14:30 or 14.30."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        widget.input_type = "time"
        kwargs.setdefault("error_messages", {"invalid": _("This is no time. For example: 14:30.")})
        super().__init__(widget=widget, input_formats=["%H:%M", "%H.%M", "%H:%M:%S"], **kwargs)
