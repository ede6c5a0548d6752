"""See docs/goals.md."""

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from wijknetwerk.core.actor import Actor, Standing


class GoalsConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.goals"
    label = "goals"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from wijknetwerk.core.registries import (
            ExampleData,
            MenuItem,
            event_words,
            example_data,
            member_ended,
            menu,
            network_facts,
            role_changed,
        )
        from wijknetwerk.goals import (
            ending,
            events,
            example,
            keeping,
            linking,
            panels,
            suggestions,
            waiting,
        )
        from wijknetwerk.goals.selectors.facts import count_goals
        from wijknetwerk.goals.services import action_waits, owners

        linking.register()
        waiting.register()
        panels.register()
        suggestions.register()
        ending.register()
        keeping.register()
        event_words.update(events.WORDS)
        member_ended.register("goals", owners.member_left)
        role_changed.register("goals", action_waits.role_changed)
        network_facts.register("goals", count_goals)
        example_data.register("goals", ExampleData(34, example.load_all))
        menu.register(
            "goals.actions", MenuItem(_("Actions"), "list-check", _actions, "network", 47)
        )


def _actions(_actor: "Actor", standing: "Standing | None") -> str | None:
    """For who has a role or works for a party; others come by their own action and the first
    page of the network."""
    from wijknetwerk.core.addresses import address

    if standing is None or not standing.has_task:
        return None
    return address("goals:actions", slug=standing.slug)
