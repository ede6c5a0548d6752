"""Who leads, who is there for the others, and whether people stay."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from wijknetwerk.core.registries import Facts, Suggestion
from wijknetwerk.roadmap.suggestions.words import counted

THIRD_OF_AT_LEAST = 6
PRIVACY_FROM = 10
MANY_ROLES = 3
ENOUGH = 5
COORDINATOR = gettext_lazy(
    "Wijchen, around 2020: without somebody who leads, everybody waited for each other."
)
STAYING = gettext_lazy(
    "Boonstra, 2018: people who stay and know each other make a network last. Wijchen saw the same."
)
ROLES = gettext_lazy(
    "Wijchen, around 2020: one group was seen as lead, guide and doer, and the others waited."
)
TIME = gettext_lazy("Merenwijk, 2018: how much time it would take was not clear, and full jobs.")
PRIVACY = gettext_lazy("Our own rule: with more people, somebody looks after privacy.")
CONNECTORS = gettext_lazy(
    "Guide on working together in the neighbourhood: one fixed person a profession, with a number."
)


def _no_coordinator(facts: Facts) -> str:
    days = facts.get("days_without_coordinator")
    if not days:
        return _("Nobody leads this network now.")
    weeks = days // 7
    if not weeks:
        return _("Nobody leads this network since a few days.")
    return ngettext(
        "Nobody leads this network, for one week now.",
        "Nobody leads this network, for %(num)s weeks now.",
        weeks,
    ) % {"num": weeks}


def _changed(facts: Facts) -> str:
    return _("Of the %(then)s people of a year ago, %(left)s left.") % {
        "then": facts["members_year_ago"],
        "left": facts["left_since_year_ago"],
    }


def _many_roles(facts: Facts) -> str:
    return _("Of the %(members)s people who take part, one has %(num)s roles.") % {
        "members": facts["members"],
        "num": facts["most_roles_of_one"],
    }


def _no_time(_facts: Facts) -> str:
    return _("Nobody said who pays the one who leads, and for how many hours.")


RULES = {
    "no_coordinator": Suggestion(
        title=gettext_lazy("Find somebody who leads for a while"),
        reason=_no_coordinator,
        holds=lambda facts: facts["coordinators"] == 0 and facts["members"] >= 1,
        needs=("coordinators", "members"),
        weight=70,
        source=COORDINATOR,
        do=gettext_lazy("See who takes part"),
        url="networks:members",
        step="shape-coordinator",
    ),
    "third_changed": Suggestion(
        title=gettext_lazy("Talk about who leaves, and why"),
        reason=_changed,
        holds=lambda facts: (
            facts["members_year_ago"] >= THIRD_OF_AT_LEAST
            and 3 * facts["left_since_year_ago"] >= facts["members_year_ago"]
        ),
        needs=("members_year_ago", "left_since_year_ago"),
        weight=55,
        source=STAYING,
        do=gettext_lazy("Say what you expect of each other"),
        url="networks:expectations",
        step="shape-say-expectations",
        figure="left_since_year_ago",
    ),
    "team_third_changed": Suggestion(
        title=gettext_lazy("Begin anew with the team that changed"),
        reason=counted(
            "teams_a_third_changed",
            ngettext_lazy(
                "In one team a third of the people left, in the time that it would stay the same.",
                "In %(num)s teams a third of the people left, in the time that they would"
                " stay the same.",
                "num",
            ),
        ),
        holds=lambda facts: facts["teams_a_third_changed"] >= 1,
        needs=("teams_a_third_changed",),
        weight=54,
        source=STAYING,
        do=gettext_lazy("Look at the teams"),
        url="networks:teams",
        step="shape-know-each-other",
        figure="teams_a_third_changed",
    ),
    "teams_without_lead": Suggestion(
        title=gettext_lazy("Say who arranges each team"),
        reason=counted(
            "teams_without_lead",
            ngettext_lazy(
                "One team has nobody who arranges and chairs.",
                "%(num)s teams have nobody who arranges and chairs.",
                "num",
            ),
        ),
        holds=lambda facts: facts["teams_without_lead"] >= 1,
        needs=("teams_without_lead",),
        weight=48,
        source=CONNECTORS,
        do=gettext_lazy("Look at the teams"),
        url="networks:teams",
        step="deepen-team-connectors",
        figure="teams_without_lead",
    ),
    "connectors_missing": Suggestion(
        title=gettext_lazy("Find the fixed person of each profession"),
        reason=counted(
            "connectors_missing",
            ngettext_lazy(
                "For one profession your teams have no fixed person to call.",
                "For %(num)s professions your teams have no fixed person to call.",
                "num",
            ),
        ),
        holds=lambda facts: facts["connectors_missing"] >= 1,
        needs=("connectors_missing",),
        weight=38,
        source=CONNECTORS,
        do=gettext_lazy("Look at the teams"),
        url="networks:teams",
        step="deepen-team-connectors",
        figure="connectors_missing",
    ),
    "one_person_many_roles": Suggestion(
        title=gettext_lazy("Share the roles with more people"),
        reason=_many_roles,
        holds=lambda facts: facts["most_roles_of_one"] >= MANY_ROLES and facts["members"] >= ENOUGH,
        needs=("most_roles_of_one", "members"),
        weight=51,
        source=ROLES,
        do=gettext_lazy("See who takes part"),
        url="networks:members",
        step="shape-say-expectations",
        figure="most_roles_of_one",
    ),
    "coordinator_time": Suggestion(
        title=gettext_lazy("Say how much time the lead has, and who pays"),
        reason=_no_time,
        holds=lambda facts: not facts["coordinator_time_said"],
        needs=("coordinator_time_said",),
        weight=35,
        source=TIME,
        do=gettext_lazy("See who takes part"),
        url="networks:members",
        step="shape-coordinator",
    ),
    "no_privacy_officer": Suggestion(
        title=gettext_lazy("Choose who looks after privacy"),
        reason=counted(
            "members", gettext_lazy("%(num)s people take part, and nobody looks after privacy.")
        ),
        holds=lambda facts: facts["members"] >= PRIVACY_FROM and facts["privacy_officers"] == 0,
        needs=("members", "privacy_officers"),
        weight=30,
        source=PRIVACY,
        do=gettext_lazy("See who takes part"),
        url="networks:members",
        step="deepen-agreements",
    ),
}
