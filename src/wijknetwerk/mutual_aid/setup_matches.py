"""What this part of mutual aid registers: matches."""


def register() -> None:
    """Called once, when the app is ready."""
