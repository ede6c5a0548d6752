"""Every test here may use the loaded content."""

import pytest

from tests import laid
from tests.cast import SYSTEM
from wijknetwerk.roadmap import services


def lay_route() -> services.Loaded:
    """The shipped content, in use; it can't be found by searching, which takes long to store."""
    return laid.down("route", lambda: services.load_content(actor=SYSTEM), without=_SEARCH)


_SEARCH = ("networks_searchnear", "networks_searchword", "networks_searchentry")


@pytest.fixture
def route(db: None) -> services.Loaded:
    """The shipped content, in use."""
    return lay_route()
