"""Fields with a list to choose from, filled when the form is made."""

from typing import Any
from uuid import UUID

from django import forms

Choices = list[tuple[UUID, str]]
"""Things to choose from, each by its reference."""


class PickField(forms.ChoiceField):
    """One of these by its reference, or none."""

    def offer(self, things: Choices, nothing: Any) -> None:
        """Fill the list; `nothing` is the words for choosing none."""
        self.choices = _listed(things, nothing)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another one was chosen: what was there is an id, what is sent its letters."""
        return super().has_changed(str(initial or ""), data)

    def clean(self, value: Any) -> UUID | None:
        """The reference, or None."""
        chosen = super().clean(value)
        return UUID(chosen) if chosen else None


def offer(form: forms.BaseForm, name: str, choices: Any) -> None:
    """Fill the list of a field with (value, words), also in groups."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} has no list to choose from")
    field.choices = choices


def offer_things(form: forms.BaseForm, name: str, things: Choices, nothing: Any = None) -> None:
    """Fill the list of a field with things by their reference; `nothing` is the words for
    choosing none."""
    offer(form, name, _listed(things, nothing))


def _listed(things: Choices, nothing: Any) -> list[tuple[str, Any]]:
    none = [] if nothing is None else [("", nothing)]
    return [*none, *((str(uuid), words) for uuid, words in things)]
