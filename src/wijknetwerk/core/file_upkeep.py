"""Upkeep of private files: a new key for each, and no content that belongs to nothing."""

from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, files
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.crypto import rotation
from wijknetwerk.core.jobs import every
from wijknetwerk.core.models.file import PrivateFile

ORPHAN_AFTER = timedelta(days=1)


class FilesOfARotation:
    """Files are encrypted anew under a new name, so that a crash leaves the old one whole."""

    title = "files"

    def left(self, key_id: str) -> int:
        """How many files have another key."""
        return PrivateFile.objects.exclude(key_id=key_id).count()

    def step(self, key_id: str, most: int) -> int:
        """Give so many files the current key."""
        rows = list(PrivateFile.objects.exclude(key_id=key_id).order_by("pk")[: min(most, 20)])
        for row in rows:
            old = row.storage_name
            content = files.content_of(row)
            row.storage_name = files.new_name()
            files.seal_into(row, content)
            with transaction.atomic():
                same = PrivateFile.objects.filter(pk=row.pk, storage_name=old)
                changed = same.update(storage_name=row.storage_name, key_id=row.key_id)
            default_storage.delete(old if changed else row.storage_name)
        return len(rows)


def register() -> None:
    """Called once, when the app is ready."""
    rotation.elsewhere.register("core.files", FilesOfARotation())


@every(
    daily_at="03:40",
    name="core.remove_orphan_files",
    atomic=False,
    title=_("Delete files that belong to nothing"),
)
def remove_orphan_files(*, actor: Actor) -> None:
    """Remove contents whose row was never committed."""
    if not default_storage.exists(files.FOLDER):
        return
    before = clock.now() - ORPHAN_AFTER
    for folder in default_storage.listdir(files.FOLDER)[0]:
        for name in default_storage.listdir(f"{files.FOLDER}/{folder}")[1]:
            path = f"{files.FOLDER}/{folder}/{name}"
            known = PrivateFile.objects.filter(storage_name=path).exists()
            if not known and default_storage.get_modified_time(path) < before:
                default_storage.delete(path)
