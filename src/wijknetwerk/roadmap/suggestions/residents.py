"""Residents' voice: these go before all others."""

from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from wijknetwerk.core.registries import Facts, Suggestion
from wijknetwerk.networks.access import Act
from wijknetwerk.roadmap.suggestions.words import counted

FEW = 3
MANY = 5
WIJCHEN = gettext_lazy("Wijchen, around 2020: residents chose other themes than professionals.")
TALK = gettext_lazy(
    "Jan Wagemakers, care cooperative Gemert: professionals often talk about people, not with them."
)


def _few(facts: Facts) -> str:
    residents, others = facts["residents"], facts["from_parties"]
    return ngettext(
        "One resident takes part, and %(others)s people who work for a party.",
        "%(num)s residents take part, and %(others)s people who work for a party.",
        residents,
    ) % {"num": residents, "others": others}


RULES = {
    "only_professionals": Suggestion(
        title=gettext_lazy("Ask three residents to join"),
        reason=counted(
            "from_parties",
            ngettext_lazy(
                "Nobody takes part as a resident. One person works for a party.",
                "Nobody takes part as a resident. %(num)s people work for a party.",
                "num",
            ),
        ),
        holds=lambda facts: facts["residents"] == 0 and facts["from_parties"] >= 1,
        needs=("residents", "from_parties"),
        weight=100,
        source=WIJCHEN,
        do=gettext_lazy("Ask residents"),
        url="networks:invite",
        voice=True,
        step="explore-ask-ten-residents",
        act=Act.INVITE,
    ),
    "few_residents": Suggestion(
        title=gettext_lazy("Ask more residents to join"),
        reason=_few,
        holds=lambda facts: 0 < facts["residents"] < FEW and facts["from_parties"] >= MANY,
        needs=("residents", "from_parties"),
        weight=90,
        source=WIJCHEN,
        do=gettext_lazy("Ask residents"),
        url="networks:invite",
        voice=True,
        step="explore-ask-ten-residents",
        act=Act.INVITE,
    ),
    "anchoring_without_residents": Suggestion(
        title=gettext_lazy("Ask residents again before you fix things"),
        reason=counted(
            "residents",
            ngettext_lazy(
                "You are anchoring already, and one resident takes part.",
                "You are anchoring already, and %(num)s residents take part.",
                "num",
            ),
        ),
        holds=lambda facts: facts["anchor_touched"] and facts["residents"] < FEW,
        needs=("anchor_touched", "residents"),
        weight=80,
        source=TALK,
        do=gettext_lazy("Ask residents"),
        url="networks:invite",
        voice=True,
        step="anchor-ask-residents-again",
        act=Act.INVITE,
    ),
}
