"""Rounds, initiatives and experiments of the example networks, through the services."""


def load_all() -> None:
    """Filled from voices/example."""
