"""A date in three fields: day, month, year. People type their own date of birth faster than they
find it in a calendar, and Django does not read '3 december 2026'."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def _part(label: Any, part: str, length: int, autocomplete: str = "") -> forms.TextInput:
    attrs: dict[str, Any] = {
        "data-label": label,
        "data-part": part,
        "inputmode": "numeric",
        "maxlength": str(length),
    }
    if autocomplete:
        attrs["autocomplete"] = autocomplete
    return forms.TextInput(attrs)


class DateInParts(forms.MultiWidget):
    """Three inputs; `components/forms.html` draws them with their labels."""

    def __init__(self, *, birthday: bool = False) -> None:
        prefix = "bday-" if birthday else ""
        super().__init__(
            [
                _part(_("Day"), "day", 2, f"{prefix}day" if prefix else ""),
                _part(_("Month"), "month", 2, f"{prefix}month" if prefix else ""),
                _part(_("Year"), "year", 4, f"{prefix}year" if prefix else ""),
            ]
        )

    def decompress(self, value: Any) -> list[Any]:
        """A date as its three parts."""
        return [value.day, value.month, value.year] if isinstance(value, date) else [None] * 3


class DateInPartsField(forms.MultiValueField):
    """Gives a `date`, or says that this day does not exist."""

    widget = DateInParts
    default_error_messages = {
        "invalid": _("This day does not exist. Look at the day, the month and the year."),
        "incomplete": _("Fill in the day, the month and the year."),
        "required": _("Fill in the day, the month and the year."),
    }

    def __init__(self, **options: Any) -> None:
        part = {"invalid": self.default_error_messages["invalid"]}
        fields = tuple(
            forms.IntegerField(min_value=1, max_value=most, error_messages=part)
            for most in (31, 12, 2200)
        )
        super().__init__(fields=fields, **options)

    def compress(self, data_list: list[Any]) -> date | None:
        """The three numbers as a date."""
        if not data_list:
            return None
        day, month, year = data_list
        try:
            return date(year, month, day)
        except (ValueError, TypeError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error
