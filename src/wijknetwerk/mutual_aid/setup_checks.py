"""What this part of mutual aid registers: checks."""


def register() -> None:
    """Called once, when the app is ready."""
