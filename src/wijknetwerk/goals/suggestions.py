"""What would help a network most, from what was agreed and what it wants to reach (rule R2)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy

from wijknetwerk.core.registries import Facts, Suggestion, suggestions

KEPT = _("Boonstra, 2018: networks fall apart when agreements are not kept.")
FOCUS = _("Wijchen, around 2020: without a clear focus there came no actions.")
OWNED = _("Lesson of the examples: what has no owner stays undone.")
FEW, SOME_PEOPLE = 4, 3


def register() -> None:
    """Called once, when the app is ready."""
    for code, rule in RULES.items():
        suggestions.register(f"goals.{code}", rule)


def _half_late(facts: Facts) -> bool:
    """Enough was agreed to say something, and half of it is late."""
    agreed, late = facts["actions_open"], facts["actions_late"]
    return bool(agreed >= FEW and 2 * late >= agreed)


def _why_late(facts: Facts) -> str:
    said = ngettext(
        "One of the %(all)s things that you agreed is late.",
        "%(late)s of the %(all)s things that you agreed are late.",
        facts["actions_late"],
    )
    return said % {"late": facts["actions_late"], "all": facts["actions_open"]}


_OWNERLESS = ngettext_lazy(
    "One goal has nobody who keeps an eye on it.",
    "%(num)s goals have nobody who keeps an eye on them.",
    "num",
)
_NO_GOAL = _("%(num)s people take part, and there is no goal yet that all can read.")

RULES = {
    "half_is_late": Suggestion(
        title=_("Talk about what is not done"),
        reason=_why_late,
        holds=_half_late,
        needs=("actions_open", "actions_late"),
        weight=58,
        source=KEPT,
        do=_("See what is late"),
        url="goals:actions",
        step="anchor-look-back",
        figure="actions_late",
    ),
    "goal_without_owner": Suggestion(
        title=_("Choose who keeps an eye on the goal"),
        reason=lambda facts: str(_OWNERLESS % {"num": facts["goals_without_owner"]}),
        holds=lambda facts: facts["goals_without_owner"] >= 1,
        needs=("goals_without_owner",),
        weight=43,
        source=OWNED,
        do=_("See the goals"),
        url="goals:goals",
        step="shape-shared-ambition",
        figure="goals_without_owner",
    ),
    "no_goal": Suggestion(
        title=_("Choose one goal together"),
        reason=lambda facts: str(_NO_GOAL % {"num": facts["members"]}),
        holds=lambda facts: (
            facts["goals"] == 0 and facts["goals_reached"] == 0 and facts["members"] >= SOME_PEOPLE
        ),
        needs=("goals", "goals_reached", "members"),
        weight=30,
        source=FOCUS,
        do=_("Begin with an example"),
        url="goals:templates",
        step="shape-shared-ambition",
    ),
}
