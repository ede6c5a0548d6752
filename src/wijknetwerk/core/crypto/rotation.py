"""Changing the key: everything that was encrypted gets the new one, in steps that can be resumed.

What still has an old key is found by looking at the data themselves, so a rotation that was
stopped anywhere, also by a power cut, goes on when it is started again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import models, transaction
from django.db.models import F, Q, TextField
from django.db.models.functions import Cast

from wijknetwerk.core.crypto import keyring, seal
from wijknetwerk.core.fields import EncryptedTextField, Sealed, encrypted_columns
from wijknetwerk.core.registries import Registry

BATCH = 200


class Rotatable(Protocol):
    """Something encrypted that is no column of ours, such as files."""

    title: str

    def left(self, key_id: str) -> int:
        """How many still have another key."""

    def step(self, key_id: str, most: int) -> int:
        """Give at most so many the current key; returns how many; 0 when all is done."""


elsewhere: Registry[Rotatable] = Registry()
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Rotation:
    """What a rotation did."""

    key_id: str
    fingerprint: str
    resumed: bool
    changed: int


def rotate(*, new_key: bool, progress: Progress) -> Rotation:
    """Take a new key (unless a rotation was begun) and bring everything under it.

    Needs system scope. With keys from the environment `new_key` must be False: put the new key
    there first. Old keys stay in the ring, marked retired, because older backups need them.
    """
    ring = keyring.load()
    resumed = ring.rotating
    if new_key and not resumed:
        keyring.save(ring.with_new_key())
    current = keyring.load().current
    changed = sum(_bring_under(part, current, progress) for part in parts())
    if not keyring.is_from_environment():
        keyring.save(keyring.load().with_others_retired())
    return Rotation(current, keyring.fingerprint(), resumed, changed)


def parts() -> Iterator[Rotatable]:
    """Every encrypted column, and what is registered beside them."""
    for model, field in encrypted_columns():
        yield Column(model, field)
    yield from elsewhere


def _bring_under(part: Rotatable, key_id: str, progress: Progress) -> int:
    total, done = part.left(key_id), 0
    progress(part.title, 0, total)
    while step := part.step(key_id, BATCH):
        done += step
        progress(part.title, done, max(total, done))
    return done


class Column:
    """One encrypted column."""

    def __init__(self, model: type[models.Model], field: EncryptedTextField) -> None:
        self.title = f"{model._meta.label}.{field.name}"
        self._model = model
        self._field = field

    def left(self, key_id: str) -> int:
        """How many rows have a token of another key."""
        return self._rows(key_id).count()

    def step(self, key_id: str, most: int) -> int:
        """Encrypt so many rows anew. A row that somebody changes meanwhile is left to them."""
        with transaction.atomic():
            rows = list(
                self._rows(key_id).order_by("pk")[:most].values_list("pk", "uuid", "_token")
            )
            for pk, uuid, token in rows:
                place = seal.place_of(self._model._meta.label_lower, uuid, self._field.name)
                sealed = Sealed(seal.encrypt(seal.decrypt(token, bound_to=place), bound_to=place))
                same = self._all().filter(pk=pk, _token=token)
                same.update(**{self._field.name: sealed})
        return len(rows)

    def _rows(self, key_id: str) -> models.QuerySet[Any]:
        current = Q(_token__startswith=f"{seal.VERSION}:{key_id}:")
        rows: models.QuerySet[Any] = self._all().exclude(_token=None)
        return rows.exclude(_token="").exclude(current)

    def _all(self) -> models.QuerySet[Any]:
        rows: models.QuerySet[Any] = self._model._default_manager.all()
        found: models.QuerySet[Any] = rows.annotate(
            _token=Cast(F(self._field.attname), TextField())
        )
        return found
