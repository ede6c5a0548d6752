"""Fields that requests and offers share: parts of the week, languages, a postcode area."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.mutual_aid import spoken_languages, week


class WeekField(forms.MultipleChoiceField):
    """Parts of the week as a grid of 7 days by 3 parts; none ticked is any time.

    Its value is the bit mask of `week`. Shown by the macro `week` of mutual_aid/_week.html."""

    widget = forms.CheckboxSelectMultiple
    days = week.DAYS
    parts = week.PARTS

    def __init__(self, **kwargs: Any) -> None:
        numbers = range(len(week.DAYS) * len(week.PARTS))
        kwargs.setdefault("required", False)
        super().__init__(choices=[(str(number), str(number)) for number in numbers], **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """What is ticked, as texts; a mask is taken apart."""
        if isinstance(value, int):
            return [str(number) for number in week.numbers(value)]
        return value

    def clean(self, value: Any) -> Any:
        """The mask."""
        return week.mask(int(number) for number in super().clean(value))


class LanguagesField(forms.MultipleChoiceField):
    """One or more languages."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(choices=spoken_languages.choices, **kwargs)


class Pc4Field(forms.CharField):
    """The first four digits of a postcode; a whole postcode is cut short. Empty is fine."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "size": "6", "autocomplete": "off"}
        kwargs.setdefault("required", False)
        kwargs.setdefault("label", _("First four digits of the postcode"))
        super().__init__(max_length=7, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: Any) -> Any:
        """Four digits, or empty."""
        text: str = super().clean(value).replace(" ", "")
        if not text:
            return ""
        if not (text[:4].isdigit() and len(text[:4]) == 4 and text[0] != "0"):
            raise ValidationError(
                _("Write four digits of the postcode, such as 9698. Or leave it empty.")
            )
        return text[:4]
