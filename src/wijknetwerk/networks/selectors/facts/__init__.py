"""What `networks` itself counts of a network: people, parties, teams. See core.registries.network.

Each function asks a few aggregate queries of one network and gives values by code.
"""

from wijknetwerk.networks.selectors.facts.duties import count_duties
from wijknetwerk.networks.selectors.facts.people import count_people
from wijknetwerk.networks.selectors.facts.place import count_place
from wijknetwerk.networks.selectors.facts.teams import count_teams

PROVIDERS = {
    "networks.duties": count_duties,
    "networks.people": count_people,
    "networks.place": count_place,
    "networks.teams": count_teams,
}
