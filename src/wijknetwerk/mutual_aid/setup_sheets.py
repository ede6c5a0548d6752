"""What this part of mutual aid registers: sheets."""


def register() -> None:
    """Called once, when the app is ready."""
