"""Fields that several forms of the agenda use."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _


class ClockField(forms.TimeField):
    """A time of day, chosen or typed as 14:30 or 14.30."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        widget.input_type = "time"
        kwargs.setdefault("error_messages", {"invalid": _("This is no time. For example: 14:30.")})
        super().__init__(widget=widget, input_formats=["%H:%M", "%H.%M", "%H:%M:%S"], **kwargs)


class ChosenField(forms.ChoiceField):
    """One of a list of things by their ids, or nothing."""

    def choose_from(self, rows: list[tuple[UUID, str]], nothing: Any) -> None:
        """Give the list, with what it says when nothing is chosen."""
        self.choices = [("", nothing), *((str(uuid), name) for uuid, name in rows)]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another one was chosen: what was there is an id, what is sent its letters."""
        return super().has_changed(str(initial or ""), data)

    def clean(self, value: Any) -> UUID | None:
        """The id, or None."""
        chosen = super().clean(value)
        return UUID(chosen) if chosen else None
