"""The demo: what it loads, whom it names, how it is wiped. Only with `settings.DEMO`."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from wijknetwerk.core import registries
from wijknetwerk.core.models import DemoMark


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of the example as whom the visitor may sign in."""

    name: str
    role: str
    email: str
    how: str


guests: list[Callable[[], list[Guest]]] = []


def load_examples() -> bool:
    """Load every example once, all or nothing; False when they stand there already."""
    if DemoMark.objects.exists():
        return False
    with transaction.atomic():
        for example in sorted(registries.example_data, key=lambda entry: entry.order):
            example.load()
        DemoMark.objects.create()
    return True


def wipe() -> None:
    """Remove the demo's database and files. Refuses anything but the demo's own SQLite file."""
    if not settings.DEMO or connection.vendor != "sqlite":
        raise RuntimeError("Only the demo's own database can be wiped.")
    connection.close()
    name = str(settings.DATABASES["default"]["NAME"])
    for ending in ("", "-wal", "-shm"):
        (settings.DATA_DIR / f"{name}{ending}").unlink(missing_ok=True)
    for folder in (settings.DATA_DIR / "files", settings.ANCHOR_FILE.parent):
        shutil.rmtree(folder, ignore_errors=True)


def welcome(address: str) -> str:
    """What the visitor reads when the site answers."""
    rows = [guest for give in guests for guest in give()]
    width = max((len(guest.name) for guest in rows), default=0)
    roles = max((len(guest.role) for guest in rows), default=0)
    mails = max((len(guest.email) for guest in rows), default=0)
    lines = [
        f"  {guest.name:<{width}}  {guest.role:<{roles}}  {guest.email:<{mails}}  {guest.how}"
        for guest in rows
    ]
    return "\n".join(
        [
            "",
            f"Wijknetwerk: {address}",
            f"Mail and authenticator codes of the demo: {address}/demo/post",
            "",
            *lines,
            "",
            "Stop with Ctrl-C.",
        ]
    )
