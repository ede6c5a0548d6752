"""What the list tells of a network, and what would help then (rule R2)."""

from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core.registries import Facts, Suggestion, network_facts, suggestions
from wijknetwerk.directory.models import Service, ShownTo
from wijknetwerk.directory.selectors.unchecked import long_ago

ENTRIES, PUBLIC = "directory_entries", "directory_public"
NUMBERS, OLD = "directory_with_phone", "directory_not_checked"


def count(network_id: int) -> Facts:
    """The facts of one network, in one query."""
    old = Q(assured_date__lt=long_ago()) | Q(assured_date=None)
    rows = Service.objects.filter(network=network_id, ended_on=None)
    found: dict[str, Any] = rows.aggregate(
        **{
            ENTRIES: Count("pk"),
            PUBLIC: Count("pk", filter=Q(shown_to=ShownTo.EVERYBODY)),
            NUMBERS: Count("pk", filter=~Q(phone="")),
            OLD: Count("pk", filter=old),
        }
    )
    return found


def _old(facts: Facts) -> str:
    many = facts[OLD]
    return ngettext(
        "One thing on the list was not checked for a year.",
        "%(num)s things on the list were not checked for a year.",
        many,
    ) % {"num": many}


SUGGESTIONS = {
    "directory.begin": Suggestion(
        title=gettext_lazy("Write down what is there already"),
        reason=lambda _facts: _("Nothing stands on your list yet. Use what exists."),
        holds=lambda facts: facts[ENTRIES] == 0,
        needs=(ENTRIES,),
        weight=34,
        source=gettext_lazy("Dukenburg and Gemert made such a list (R0, table 3)"),
        do=gettext_lazy("Put the first thing on the list"),
        url="directory:add",
    ),
    "directory.check": Suggestion(
        title=gettext_lazy("Look whether the list is still right"),
        reason=_old,
        holds=lambda facts: facts[OLD] >= 3,
        needs=(OLD,),
        weight=22,
        source=gettext_lazy("your own list"),
        do=gettext_lazy("See what to check"),
        url="directory:to_check",
        figure=OLD,
    ),
}


def register() -> None:
    """Called once, when the app is ready."""
    network_facts.register("directory", count)
    for code, suggestion in SUGGESTIONS.items():
        suggestions.register(code, suggestion)
