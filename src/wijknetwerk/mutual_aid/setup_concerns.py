"""What this part of mutual aid registers: concerns."""


def register() -> None:
    """Called once, when the app is ready."""
