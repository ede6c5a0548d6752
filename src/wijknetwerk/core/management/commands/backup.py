"""`wijknetwerk backup FILE`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.backup import BackupError, make
from wijknetwerk.core.errors import KeyMissing


class Command(BaseCommand):
    """The platform may stay in use meanwhile."""

    help = "Writes database and files into one archive, without keys."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, help="Where to write it; must not exist yet.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it and tell which key it needs."""
        target = options["file"].expanduser().resolve()
        try:
            made = make(target, actor=Actor.system("command.backup"))
        except (BackupError, KeyMissing) as error:
            raise CommandError(str(error)) from error
        rows, files = sum(made.rows.values()), len(made.parts) - 1
        self.stdout.write(f"{target}: {rows} rows, {files} files, {target.stat().st_size} bytes.")
        self.stdout.write(f"Key needed to read it: {made.keys[made.current_key]} (not in it).")
