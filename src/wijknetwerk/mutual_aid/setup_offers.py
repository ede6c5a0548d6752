"""What this part of mutual aid registers: offers."""


def register() -> None:
    """Called once, when the app is ready."""
