"""What this part of mutual aid registers: offers."""

from wijknetwerk.core.registries import event_words
from wijknetwerk.mutual_aid import events_offers


def register() -> None:
    """Called once, when the app is ready."""
    event_words.update(events_offers.WORDS)
