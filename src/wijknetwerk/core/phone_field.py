"""A phone number as people write it."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_KEPT = re.compile(r"[\s()./\-–]+")


class PhoneField(forms.CharField):
    """Takes spaces, dashes and brackets; keeps the digits, and a plus in front of them."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "inputmode": "tel", "size": "18"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=30, **kwargs)

    def clean(self, value: Any) -> str:
        """The number without decoration. ValidationError when it can't be one."""
        text: str = super().clean(value)
        number = _KEPT.sub("", text)
        if number and not re.fullmatch(r"\+?\d{3,15}", number):
            raise ValidationError(_("This is no phone number. For example: 026 555 01 23."))
        return number
