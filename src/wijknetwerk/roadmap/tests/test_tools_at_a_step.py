"""Tools of the library stand at the step where they serve; a network's own version comes first."""

import pytest
from django.test import Client

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.library.tests.texting import begin, publish

pytestmark = pytest.mark.usefixtures("route")
STEP = "explore-find-starters"
HERE = {"steps": [STEP], "minutes": 45}


def test_a_step_offers_its_tools_and_a_network_its_own_version(cast: Cast, sign_in: SignIn) -> None:
    for title, about in (("Dagboek", HERE), ("Elders", {"steps": [f"{STEP}-anders"]})):
        made = begin(cast, "vera", network=None, kind="tool", title=title, about=about)
        publish(cast, made, "vera", network=None)
    publish(cast, begin(cast, kind="tool", title="Ons dagboek", adapts="dagboek", about=HERE))
    everybody = Client().get(f"/kennis/route/stap/{STEP}/").content.decode()
    assert ">Dagboek</a>" in everybody
    assert "45 minuten" in everybody
    assert "Elders" not in everybody
    ours = sign_in("bas").get(f"/n/de-linde/route/stap/{STEP}/").content.decode()
    assert ">Ons dagboek</a>" in ours
    assert ">Dagboek</a>" not in ours
