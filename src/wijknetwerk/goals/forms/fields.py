"""Fields that forms of goals and actions share."""

import re
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import Thing

_THING = re.compile(r"([a-z_]+\.[a-z_]+):([0-9a-f-]{36})")


class ThingField(forms.CharField):
    """Hidden: which thing something came from, as 'kind:uuid'."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=100, widget=forms.HiddenInput, **kwargs)

    def clean(self, value: Any) -> Thing | None:
        """The thing, or None. What was tampered with is refused."""
        said = super().clean(value)
        if not said:
            return None
        thing = thing_of(said)
        if thing is None:
            raise ValidationError(_("Something in the form is not right."))
        return thing


def thing_of(said: str) -> Thing | None:
    """A thing as it stands in an address, or None for nonsense."""
    found = _THING.fullmatch(said)
    if found is None:
        return None
    try:
        return (found[1], UUID(found[2]))
    except ValueError:
        return None
