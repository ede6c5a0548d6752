"""Which parties take part, and how much hangs on one of them."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core.registries import Facts, Suggestion
from wijknetwerk.networks.access import Act
from wijknetwerk.roadmap.suggestions.words import counted

AT_LEAST = 4
SPINE = gettext_lazy(
    "Merenwijk, 2018: social team and general practitioners are the spine, and did not take part."
)
BACKING = gettext_lazy("Wijchen, around 2020: the municipality must stand behind it and take part.")
ONE_PARTY = gettext_lazy(
    "Final report around 2020: who leads serves no single organisation, so that all feel it theirs."
)


def _one_carries(facts: Facts) -> str:
    return _("Of the %(all)s people who work for a party, %(most)s come from one party.") % {
        "all": facts["from_parties"],
        "most": facts["largest_party_members"],
    }


def _one_party_carries(facts: Facts) -> bool:
    """More than half of those who work for a party are of one party."""
    others: int = facts["from_parties"]
    most: int = facts["largest_party_members"]
    return others >= AT_LEAST and 2 * most > others


RULES = {
    "no_general_practice": Suggestion(
        title=gettext_lazy("Ask a general practice to join"),
        reason=counted(
            "members", gettext_lazy("%(num)s people take part, and no general practice.")
        ),
        holds=lambda facts: not facts["has_general_practice"] and facts["members"] >= AT_LEAST,
        needs=("has_general_practice", "members"),
        weight=65,
        source=SPINE,
        do=gettext_lazy("Add a party"),
        url="networks:partners",
        step="explore-general-practice",
        act=Act.MANAGE_PARTNERS,
    ),
    "no_municipality": Suggestion(
        title=gettext_lazy("Ask the municipality to join"),
        reason=counted(
            "members", gettext_lazy("%(num)s people take part, and nobody of the municipality.")
        ),
        holds=lambda facts: not facts["has_municipality"] and facts["members"] >= AT_LEAST,
        needs=("has_municipality", "members"),
        weight=50,
        source=BACKING,
        do=gettext_lazy("Add a party"),
        url="networks:partners",
        step="shape-commitment",
        act=Act.MANAGE_PARTNERS,
    ),
    "one_party_carries": Suggestion(
        title=gettext_lazy("Share the work with a second party"),
        reason=_one_carries,
        holds=_one_party_carries,
        needs=("from_parties", "largest_party_members"),
        weight=52,
        source=ONE_PARTY,
        do=gettext_lazy("See the parties"),
        url="networks:partners",
        step="shape-commitment",
    ),
}
