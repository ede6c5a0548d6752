"""What this part of mutual aid registers: desk."""


def register() -> None:
    """Called once, when the app is ready."""
