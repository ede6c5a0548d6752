"""What would help a network most, from its facts (rule R2). Residents' voice first.

Each rule says why, with the figure, and leans on what was learned elsewhere. Rules read nothing
but facts; later apps register theirs in `core.registries.suggestions`.
"""

from wijknetwerk.core.registries import suggestions
from wijknetwerk.roadmap.suggestions import pace, parties, people, residents


def register() -> None:
    """Called once, when the app is ready."""
    for rules in (residents.RULES, people.RULES, parties.RULES, pace.RULES):
        for code, rule in rules.items():
            suggestions.register(f"roadmap.{code}", rule)
