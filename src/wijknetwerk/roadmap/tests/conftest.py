"""Every test here may use the loaded content."""

import pytest

from tests.cast import SYSTEM
from wijknetwerk.core import scope
from wijknetwerk.roadmap import services


@pytest.fixture
def route(db: None) -> services.Loaded:
    """The shipped content, in use."""
    with scope.acting(SYSTEM):
        return services.load_content(actor=SYSTEM)
