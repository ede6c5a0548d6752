"""`wijknetwerk serve`: web and worker together."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijknetwerk.core import serving


class Command(BaseCommand):
    """Starts the site and its worker; both end together."""

    help = "Start web and worker together."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and with how much."""
        add_place(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until Ctrl-C."""
        try:
            code = serving.serve(place_of(options))
        except serving.CannotServe as error:
            raise CommandError(str(error)) from error
        raise SystemExit(code)


def add_place(parser: ArgumentParser) -> None:
    """The options of every command that serves."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on")
    parser.add_argument("--workers", type=int, default=2, help="web processes")
    parser.add_argument("--threads", type=int, default=4, help="threads a web process")


def place_of(options: dict[str, Any]) -> serving.Place:
    """The place that these options say."""
    return serving.Place(options["host"], options["port"], options["workers"], options["threads"])
