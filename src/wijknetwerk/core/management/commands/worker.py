"""`wijknetwerk worker`: run the jobs and the schedule."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from wijknetwerk.core.jobs import run_waiting
from wijknetwerk.core.jobs.worker import Worker


class Command(BaseCommand):
    """One process that works until it is asked to stop; run as many as you like."""

    help = "Runs the background jobs and the schedule until SIGTERM or Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One option."""
        parser.add_argument(
            "--until-empty", action="store_true", help="Run what waits now, then end."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run."""
        if options["until_empty"]:
            self.stdout.write(f"{run_waiting()} jobs ran.")
            return
        Worker().run()
