"""Ten thousand texts to search in, in one network, and more of other networks beside them."""

import random
from collections.abc import Iterator
from datetime import date

from tools.bench.seed import BATCH, SYSTEM, Size
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Network, Team
from wijknetwerk.networks.selectors.search_texts import team_text
from wijknetwerk.networks.services import search

TEXTS = 10_000  # of the first network: all that its members may find
OF_OTHERS = 20_000  # beside them, the second time
BODY = 40
BEGINNINGS = (
    *("mantel", "buurt", "wandel", "dorps", "vrijwillig", "eenzaam", "fiets", "school", "zorg"),
    *("tuin", "kook", "koffie", "jeugd", "ouder", "huis", "welzijn", "bewoners", "straat"),
)
ENDS = (
    *("zorg", "groep", "club", "huis", "plein", "avond", "hulp", "werk", "tafel", "feest"),
    *("overleg", "kamer", "kring", "dag", "punt", "maatje", "café", "markt", "bank", "pad"),
)
COMMON = ("wandelen", "koffie", "samen", "buren", "hulp", "dokter", "tuinen", "eten", "praten")
ASKED = "mantelzorg wandelen"
# What is dear in its own way: two and four words that stand nearly everywhere, words that stand in
# hundreds, one word, its beginning, and a slip for which nearest words are looked up.
QUESTIONS = (
    *(ASKED, "wandelen koffie", "samen buren hulp dokter", "mantelzorg dorpscafé"),
    *("koffie", "wandelen kof", "wand", "mantelzrog"),
)


def fill(size: Size, *, already: Size | None = None) -> None:
    """Teams of the first network; the second time, of the others."""
    chance = random.Random(len(ASKED) + size.networks)  # noqa: S311 - the same each time
    with scope.acting(SYSTEM):
        if already is None:
            networks, count = [Network.objects.get(slug="buurt-0")], TEXTS
        else:
            slugs = [f"buurt-{number}" for number in range(1, size.networks)]
            networks, count = list(Network.objects.filter(slug__in=slugs)), OF_OTHERS
        for start in range(0, count, BATCH):
            rows = [
                Team(
                    network=networks[number % len(networks)],
                    name=" ".join(_words(chance, 2)).capitalize()[:80],
                    kind="theme",
                    purpose=" ".join(_words(chance, BODY))[:300],
                    from_on=date(2026, 1, 5),
                )
                for number in range(start, start + BATCH)
            ]
            search.add_all(team_text(team) for team in Team.objects.bulk_create(rows))


def _words(chance: random.Random, count: int) -> Iterator[str]:
    """Common words now and then, and hundreds of others."""
    for _ in range(count):
        if chance.random() < 0.3:
            yield chance.choice(COMMON)
        else:
            yield chance.choice(BEGINNINGS) + chance.choice(ENDS)
