"""What this part of mutual aid registers: requests."""


def register() -> None:
    """Called once, when the app is ready."""
