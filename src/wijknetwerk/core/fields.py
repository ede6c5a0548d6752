"""The encrypted field (rule K1, decision 0009).

    text = EncryptedTextField(_("what was said"))

    note.text = "plain words"     # sealed at once, for this row and this column
    note.text.read()              # the words
    if note.text: ...             # whether there are any

What can't happen by accident: plain words in a query, in `repr`, in a log line or a dump; a
sealed text that is read in another row; words looked for with `filter` (nothing can match).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from wijknetwerk.core import crypto


@dataclass(frozen=True, slots=True, repr=False)
class Sealed:
    """A text under lock. `bound_to` is known once the value belongs to a row."""

    token: str
    bound_to: str = ""

    def read(self) -> str:
        """The text. Raises KeyMissing, Damaged."""
        if not self.token:
            return ""
        if not self.bound_to:
            raise TypeError("This came without its uuid; load the row to read its text.")
        return crypto.decrypt(self.token, bound_to=self.bound_to)

    def __bool__(self) -> bool:
        return bool(self.token)

    def __repr__(self) -> str:
        return "<sealed>"

    def __str__(self) -> str:
        # Loud, because a form that showed '<sealed>' would store that over somebody's words.
        raise TypeError("A sealed text is not shown by itself: use .read().")


class _SealingAttribute(DeferredAttribute):
    """The attribute of a row: gives Sealed, takes plain text or what this row held before."""

    field: "EncryptedTextField"

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        loose = isinstance(value, Sealed) and not value.bound_to
        if loose and "uuid" in instance.__dict__:  # not so while Django loads a deferred field
            value = Sealed(value.token, self.field.place_in(instance))
            instance.__dict__[self.field.attname] = value
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = self._sealed(instance, value)

    def _sealed(self, instance: models.Model, value: Any) -> Any:
        if value is None or hasattr(value, "resolve_expression"):
            return value
        if isinstance(value, str):
            if not value:
                return Sealed("")
            place = self.field.place_in(instance)
            return Sealed(crypto.encrypt(value, bound_to=place), place)
        if isinstance(value, Sealed):
            if value.bound_to and value.token and value.bound_to != self.field.place_in(instance):
                raise TypeError("A sealed text stays in its row: .read() it, then set the words.")
            return value
        raise TypeError(f"{self.field.name} takes text, not {type(value).__name__}.")


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """Text that the database never sees. Its model has a `uuid` made by default (`Thing`)."""

    descriptor_class = _SealingAttribute

    def place_in(self, instance: models.Model) -> str:
        """What the ciphertext of this row is bound to. The uuid must be there already."""
        row = instance.__dict__.get("uuid")
        if row is None:
            raise TypeError(f"{self.name} can't be sealed before its row has a uuid.")
        return crypto.place_of(self.model._meta.label_lower, row, self.name)

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """A model without uuid can't have an encrypted field."""
        found = list(super().check(**kwargs))
        names = [field.name for field in self.model._meta.concrete_fields]
        if "uuid" not in names or names.index("uuid") > names.index(self.name):
            text = f"{self.model._meta.label}.{self.name}: the field uuid must come before it."
            found.append(checks.Error(text, id="core.E001"))
        return found

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> Any:
        """What the database holds, under lock."""
        return None if value is None else Sealed(value)

    def to_python(self, value: Any) -> Any:
        """Forms and `full_clean` leave it as it is."""
        return value

    def get_prep_value(self, value: Any) -> Any:
        """Only sealed text goes to the database."""
        if value is None or hasattr(value, "resolve_expression"):
            return value
        if not isinstance(value, Sealed):
            raise TypeError(f"{self.name} would be stored as plain text; set it on a row and save.")
        return value.token

    def get_lookup(self, lookup_name: str) -> Any:
        """Nothing can be looked for in ciphertext; only whether the column is empty."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is encrypted: it can't be searched or compared.")
        return super().get_lookup(lookup_name)

    def value_to_string(self, obj: models.Model) -> str:
        """A dump holds the ciphertext."""
        value = self.value_from_object(obj)
        return value.token if isinstance(value, Sealed) else ""


def encrypted_columns() -> Iterator[tuple[type[models.Model], EncryptedTextField]]:
    """Every encrypted column of every app: what a rotation of keys goes through."""
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, EncryptedTextField) and not model._meta.proxy:
                yield model, field
