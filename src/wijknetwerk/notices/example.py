"""What waits in the example networks follows from what the other apps loaded."""

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.notices.services.rebuild import rebuild

LOADER = Actor.system("demo.example")


def load() -> None:
    """Open what should wait; loaded last, and again it changes nothing."""
    with scope.acting(LOADER):
        rebuild(actor=LOADER)
