"""`wijknetwerk load-postcodes [FILE]`: where postcodes of four digits lie."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid import postcode_files
from wijknetwerk.mutual_aid.services.postcodes import PostcodesRefused, load_postcodes

SHOWN = 20


class Command(BaseCommand):
    """Loads all postcodes or none; doing it again brings them up to date."""

    help = (
        "Load where postcodes lie from FILE (CSV with pc4, x, y in metres RD, or pc4, latitude, "
        "longitude), or without FILE from the table that is shipped."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where they come from."""
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run; one clear sentence and a non-zero exit when it can't be done."""
        path: Path = options["file"] or postcode_files.SHIPPED
        actor = Actor.system("command.load_postcodes")
        try:
            with scope.acting(actor):
                rows = postcode_files.read(path)
                count = load_postcodes(actor=actor, rows=rows, source=path.name[:60])
        except PostcodesRefused as refused:
            raise CommandError(_told(refused)) from None
        except postcode_files.UnknownFile as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{path} can't be read: {error}.") from None
        if options["verbosity"]:
            self.stdout.write(f"{count:,} postcodes are loaded.")


def _told(refused: PostcodesRefused) -> str:
    faults = refused.faults
    lines = [f"  line {line}: {what}" for line, what in faults[:SHOWN]]
    if len(faults) > SHOWN:
        lines.append(f"  ... and {len(faults) - SHOWN} more")
    word = "line is" if len(faults) == 1 else "lines are"
    return "\n".join([f"Nothing was loaded: {len(faults)} {word} wrong.", *lines])
