"""What this part of mutual aid registers: matching."""


def register() -> None:
    """Called once, when the app is ready."""
