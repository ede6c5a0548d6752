"""`wijknetwerk rebuild-search`: can everything be found that should, and nothing else?"""

from typing import Any

from django.core.management.base import BaseCommand

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.services.search_rebuild import rebuild


class Command(BaseCommand):
    """Compares what can be found with what should be, mends it, and tells."""

    help = "Compares what can be found by searching with what should be, and mends the differences."

    def handle(self, *args: Any, **options: Any) -> None:
        """Mend and tell: ids and codes, and of words only how many."""
        actor = Actor.system("command.rebuild_search")
        with scope.acting(actor):
            differences = rebuild(actor=actor)
        for one in differences:
            if one.kind != "words":  # words may be of one network only
                self.stdout.write(f"{one.what}: {one.kind} {one.subject}")
        self.stdout.write(f"{len(differences)} differences, mended.")
