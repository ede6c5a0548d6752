"""Networks, their people and places: every permission starts from a membership."""

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    """Says in which networks a person takes part."""

    name = "wijknetwerk.networks"
    label = "networks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core import demo, registries
        from wijknetwerk.networks import (
            desk_waiting,
            ending_parts,
            events,
            example_network,
            example_talk,
            example_teams,
            example_waiting,
            keeping,
            menu,
            searching,
            standings,
            team_waiting,
            trust,
            waiting,
            waiting_talk,
        )
        from wijknetwerk.networks.selectors import facts
        from wijknetwerk.networks.services import facts as facts_services
        from wijknetwerk.networks.services import search_rebuild, sharing

        keeping.register_people()
        keeping.register_teams()
        keeping.register_desk()
        menu.register()
        searching.register()
        team_waiting.register()
        waiting.register()
        desk_waiting.register()
        sharing.register()
        waiting_talk.register()
        ending_parts.register()
        for code, count in facts.PROVIDERS.items():
            registries.network_facts.register(code, count)
        registries.event_words.update(events.WORDS)
        registries.provide_standings(standings.standings_of)
        registries.provide_trust(trust.trust_of)
        registries.example_data.register(
            "networks", registries.ExampleData(10, example_network.load_all)
        )
        registries.example_data.register(
            "networks.teams", registries.ExampleData(12, example_teams.load_all)
        )
        registries.example_data.register(
            "networks.talk", registries.ExampleData(13, example_talk.load_all)
        )
        registries.example_data.register(
            "networks.waiting", registries.ExampleData(14, example_waiting.load)
        )
        registries.example_data.register(
            "networks.facts", registries.ExampleData(90, facts_services.count_examples)
        )
        registries.example_data.register(
            "networks.search", registries.ExampleData(91, search_rebuild.of_examples)
        )
        demo.guests.append(example_network.guests)
