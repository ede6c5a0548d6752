"""`wijknetwerk rebuild-waiting`: does everything wait that should, and nothing else?"""

from typing import Any

from django.core.management.base import BaseCommand

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.notices.services.rebuild import rebuild


class Command(BaseCommand):
    """Compares what waits for people with what should wait, mends it, and tells."""

    help = "Compares what waits for people with what should wait, and mends the differences."

    def handle(self, *args: Any, **options: Any) -> None:
        """Mend and tell; ids and codes only."""
        actor = Actor.system("command.rebuild_waiting")
        with scope.acting(actor):
            differences = rebuild(actor=actor)
        for one in differences:
            self.stdout.write(f"{one.what}: {one.kind} {one.subject}")
        self.stdout.write(f"{len(differences)} differences, mended.")
