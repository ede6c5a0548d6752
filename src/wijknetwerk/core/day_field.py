"""A day in a form."""

from typing import Any

from django import forms


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar or typed."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        widget.input_type = "date"
        super().__init__(widget=widget, input_formats=["%Y-%m-%d", "%d-%m-%Y"], **kwargs)
