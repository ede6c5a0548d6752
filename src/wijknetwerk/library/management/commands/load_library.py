"""`load_library`: check the texts of the toolbox and put them in use."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.library.content_files import FOLDER
from wijknetwerk.library.selectors import practice_found
from wijknetwerk.library.services import shipped
from wijknetwerk.networks.services.search_rebuild import bring_in_step


class Command(BaseCommand):
    """Safe to repeat: nothing happens when the texts are in use already."""

    help = "Check the texts of the toolbox and load them, all or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--folder` is for trying texts of one's own."""
        parser.add_argument("--folder", type=Path, default=FOLDER)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, or name each fault and leave everything as it was."""
        actor = Actor.system("command.load_library")
        try:
            with scope.acting(actor):
                done = shipped.load(actor=actor, folder=options["folder"])
                bring_in_step(practice_found.PRACTICE)
        except shipped.ContentFaults as error:
            raise CommandError(
                "Nothing was loaded; this is not right yet:\n  " + "\n  ".join(error.faults)
            ) from error
        if not done.any:
            self.stdout.write("Texts of the toolbox: already in use.")
        for word, names in (
            ("new", done.added),
            ("changed", done.changed),
            ("gone", done.gone),
            ("changed here by hand, waits for a look", done.to_look_at),
        ):
            if names:
                self.stdout.write(f"Texts of the toolbox, {word}: {len(names)}")
