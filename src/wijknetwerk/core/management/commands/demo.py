"""`wijknetwerk demo`: an example network on this computer."""

import os
from argparse import ArgumentParser
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from wijknetwerk.core import demo, serving
from wijknetwerk.core.management.commands.serve import add_place, place_of


class Command(BaseCommand):
    """Builds what is missing, keeps what was entered, and serves."""

    help = "Show an example network on http://localhost:8000."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen; whether to begin anew; only prepare."""
        add_place(parser)
        parser.add_argument("--reset", action="store_true", help="begin anew; asks first")
        parser.add_argument("--yes", action="store_true", help="don't ask")
        parser.add_argument("--prepare-only", action="store_true", help="don't start serving")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, say who there is, serve until Ctrl-C."""
        if not settings.DEMO:
            raise CommandError("The demo doesn't run with production settings.")
        place = place_of(options)
        try:
            serving.check_port(place)
            _let_links_lead_here(place)
            if options["reset"]:
                self._reset(sure=options["yes"])
            self._prepare()
            if options["prepare_only"]:
                return
            code = serving.serve(place, on_ready=lambda: self._welcome(place))
        except serving.CannotServe as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Stopped. What you entered is kept; `make demo` goes on with it.")
        raise SystemExit(code)

    def _reset(self, *, sure: bool) -> None:
        question = "This wipes everything you entered in the demo. Type 'wis' to go on: "
        if not sure and input(question).strip().lower() != "wis":
            raise CommandError("Nothing was wiped.")
        demo.wipe()

    def _prepare(self) -> None:
        call_command("migrate", verbosity=0)
        call_command("load_content", stdout=StringIO())
        call_command("load_library", stdout=StringIO())
        call_command("collectstatic", verbosity=0, interactive=False)
        if demo.load_examples():
            self.stdout.write("The example network was loaded. Everybody in it is invented.")

    def _welcome(self, place: serving.Place) -> None:
        self.stdout.write(demo.welcome(f"http://localhost:{place.port}"))
        self.stdout.flush()


def _let_links_lead_here(place: serving.Place) -> None:
    """Links in mails and letters get the port of this demo: here, and in web and worker."""
    address = os.environ.setdefault("WIJKNETWERK_SITE_URL", f"http://localhost:{place.port}")
    settings.SITE_URL = address.rstrip("/")
