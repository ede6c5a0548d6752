"""`load_content`: check the route's content files and put them in use."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.roadmap import services
from wijknetwerk.roadmap.content_files import FOLDER


class Command(BaseCommand):
    """Safe to repeat: nothing happens when the files are in use already."""

    help = "Check the content of the route and load it, all or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--folder` is for trying a content of one's own."""
        parser.add_argument("--folder", type=Path, default=FOLDER)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, or name each fault and leave everything as it was."""
        actor = Actor.system("command.load_content")
        try:
            with scope.acting(actor):
                done = services.load_content(actor=actor, folder=options["folder"])
        except services.ContentFaults as error:
            raise CommandError(
                "Nothing was loaded; this is not right yet:\n  " + "\n  ".join(error.faults)
            ) from error
        if not done.changed:
            self.stdout.write(f"Route content {done.label}: already in use.")
            return
        self.stdout.write(f"Route content {done.label}: loaded.")
        for word, names in (("new", done.added), ("gone", done.gone), ("changed", done.reworded)):
            if names:
                self.stdout.write(f"  {word} ({len(names)}): {_short(names)}")


def _short(names: list[str]) -> str:
    more = f", and {len(names) - 8} more" if len(names) > 8 else ""
    return ", ".join(names[:8]) + more
