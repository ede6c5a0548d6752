"""The example in trouble is told what would help, residents' voice first; the one that has just
begun is not."""

import pytest

from tests.cast import SYSTEM
from wijknetwerk.core import scope
from wijknetwerk.core.registries import suggestions
from wijknetwerk.networks import example_network
from wijknetwerk.networks.models import Network
from wijknetwerk.networks.selectors.known import known_facts
from wijknetwerk.networks.services.facts import store_facts
from wijknetwerk.roadmap.selectors.suggestions import best_for

IN_TROUBLE = {
    "only_professionals",
    "no_coordinator",
    "one_party_carries",
    "third_changed",
    "nothing_happened",
}


@pytest.fixture
def _examples(db: None) -> None:
    with scope.acting(SYSTEM):
        example_network.load_all()
        for pk in Network.objects.values_list("pk", flat=True):
            store_facts(pk)


def holding(network: Network) -> set[str]:
    """Every rule that holds for this network now."""
    facts = known_facts([network.pk])[network.pk].values
    return {
        code.removeprefix("roadmap.")
        for code, rule in suggestions.items()
        if all(need in facts for need in rule.needs) and rule.holds(facts)
    }


@pytest.mark.usefixtures("_examples")
def test_what_the_examples_are_told() -> None:
    with scope.acting(SYSTEM):
        trouble = Network.objects.get(slug="kwakelrode")
        assert holding(trouble) >= IN_TROUBLE
        told = best_for(SYSTEM, trouble)
        assert told[0].code == "roadmap.only_professionals"  # residents first
        assert len(told) <= 3
        assert not holding(Network.objects.get(slug="wedde")) & IN_TROUBLE
