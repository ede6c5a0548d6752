"""`wijknetwerk load-areas [FILE]`: municipalities, districts and neighbourhoods of CBS."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.areas import files, odata
from wijknetwerk.networks.services.areas import AreasRefused, load_areas

SHOWN = 20


class Command(BaseCommand):
    """Loads all areas or none; doing it again brings them up to date."""

    help = (
        "Load areas from FILE (our own columns, or the key figures of CBS, plain or .gz), "
        "or without FILE from the open data of CBS."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the areas come from."""
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
        parser.add_argument("--year", type=int, help="year of a CBS file whose name has none")
        parser.add_argument("--table", default=odata.TABLE, help="table at CBS (one a year)")
        parser.add_argument("--source", default=odata.BASE, help="address of the open data")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run, with progress; one clear sentence and a non-zero exit when it can't be done."""
        self.quiet = options["verbosity"] < 1
        begun = time.monotonic()
        actor = Actor.system("command.load_areas")
        path: Path | None = options["file"]
        source = odata.Source(options["source"], options["table"])
        rows = files.read(path, options["year"]) if path else odata.read(source)
        try:
            with scope.acting(actor):
                count = load_areas(actor=actor, rows=rows, progress=self._progress)
        except AreasRefused as refused:
            raise CommandError(_told(refused)) from None
        except (files.UnknownFile, odata.NotConnected) as error:
            raise CommandError(str(error)) from None
        except (OSError, EOFError) as error:
            raise CommandError(f"{path} can't be read: {error}.") from None
        seconds = time.monotonic() - begun
        self._say(f"{count:,} areas are loaded, in {seconds:.1f} seconds.")

    def _progress(self, count: int) -> None:
        self._say(f"  {count:,} areas ...")

    def _say(self, text: str) -> None:
        if not self.quiet:
            self.stdout.write(text)
            self.stdout.flush()


def _told(refused: AreasRefused) -> str:
    lines = [f"  line {line}: {what}" for line, what in refused.faults[:SHOWN]]
    if refused.count > SHOWN:
        lines.append(f"  ... and {refused.count - SHOWN} more")
    word = "line is" if refused.count == 1 else "lines are"
    return "\n".join([f"Nothing was loaded: {refused.count} {word} wrong.", *lines])
