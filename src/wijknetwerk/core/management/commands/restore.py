"""`wijknetwerk restore FILE`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.backup import BackupError, examine, is_empty, restore
from wijknetwerk.core.backup.restore import keys_missing


class Command(BaseCommand):
    """Stop the platform first."""

    help = "Puts a backup in the place of this database and these files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and whether what is here may go."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace", action="store_true", help="Also when this database is in use; asks first."
        )
        parser.add_argument("--yes", action="store_true", help="Don't ask.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, ask, restore, tell."""
        archive = options["file"].expanduser().resolve()
        try:
            manifest = examine(archive)
            self.stdout.write(
                f"Backup of {manifest.started_at}, version {manifest.version}: whole."
            )
            for mark in keys_missing(manifest):
                self.stderr.write(f"Key {mark} is not on this server: texts under it stay locked.")
            self._may_replace(options)
            done = restore(archive, actor=Actor.system("command.restore"))
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored: {done.rows} rows, {done.files} files.")
        self.stdout.write(f"Erased again, because they were after the backup: {done.erased_again}.")
        if done.log_lines_lost:
            self.stdout.write(
                f"{done.log_lines_lost} lines of the log are newer than the backup and are lost;"
                " the anchors keep note of that."
            )

    def _may_replace(self, options: dict[str, Any]) -> None:
        if is_empty():
            return
        if not options["replace"]:
            raise CommandError("This database is in use: add --replace to put the backup over it.")
        if options["yes"]:
            return
        if not sys.stdin.isatty():
            raise CommandError("Nobody can be asked here: add --yes to replace what is there.")
        self.stdout.write("Everything that is here now will go. Type yes to go on: ", ending="")
        self.stdout.flush()
        if sys.stdin.readline().strip().lower() not in {"yes", "ja"}:
            raise CommandError("Nothing was changed.")
