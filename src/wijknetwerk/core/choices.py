"""Fields with a list to choose from, filled when the form is made."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

Choices = Iterable[tuple[UUID, str]]


class PickField(forms.TypedChoiceField):
    """One of these by its reference, or none. Chosen from a list of (uuid, name)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=UUID, empty_value=None, **kwargs)


def offer(form: forms.BaseForm, name: str, choices: Any) -> None:
    """Fill the list of a field with (value, words), also in groups."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} has no list to choose from")
    field.choices = choices


def offer_things(form: forms.BaseForm, name: str, things: Choices, nothing: Any = None) -> None:
    """Fill the list of a field with things by their reference; `nothing` is the words for
    choosing none."""
    none = [] if nothing is None else [("", nothing)]
    offer(form, name, [*none, *((str(uuid), words) for uuid, words in things)])
