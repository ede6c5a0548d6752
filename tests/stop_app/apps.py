"""Registers the part."""

import os
import time
from pathlib import Path
from typing import Any

from django.apps import AppConfig

from wijknetwerk.core.registries import EndingPart, endings

PLACE = "STOP_PLACE"


class StopAppConfig(AppConfig):
    """A part that waits in the middle of the stop until it may go on."""

    name = "tests.stop_app"
    label = "stop_app"

    def ready(self) -> None:
        endings.register("tests.holds", EndingPart("Tests", 99, lambda _network: [], _hold))


def _hold(**_given: Any) -> None:
    place = Path(os.environ[PLACE])
    (place / f"in-{os.getpid()}").touch()
    while not (place / "go").exists():
        time.sleep(0.02)
