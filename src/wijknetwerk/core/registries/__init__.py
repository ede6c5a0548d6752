"""Lists that higher apps fill in their `apps.py`, so that lower ones needn't know them.

Each registry is typed and keeps the order of registration; entries may carry an order of their own.
"""

from wijknetwerk.core.registries.desk import DeskAsk, desk_asks
from wijknetwerk.core.registries.endings import (
    Ending,
    EndingPart,
    ending_parts,
    endings,
    provide_resting,
    resting,
)
from wijknetwerk.core.registries.lists import (
    Erasure,
    ExampleData,
    MenuItem,
    PersonalData,
    Record,
    Registry,
    Retention,
    actor_of_request,
    event_words,
    example_data,
    keep_choices,
    menu,
    personal_data,
    provide_actor,
    provide_choices,
    provide_standings,
    retention,
    standings_of,
)
from wijknetwerk.core.registries.network import (
    CountFacts,
    Facts,
    Suggestion,
    network_facts,
    suggestions,
)
from wijknetwerk.core.registries.panels import HomePanel, home_panels
from wijknetwerk.core.registries.trust import HeldRole, NetworkTrust, provide_trust, trust_of
from wijknetwerk.core.registries.waiting import WaitingKind, Wanted, waiting_kinds

__all__ = [
    "CountFacts",
    "DeskAsk",
    "Ending",
    "EndingPart",
    "Erasure",
    "ExampleData",
    "Facts",
    "HeldRole",
    "HomePanel",
    "MenuItem",
    "NetworkTrust",
    "PersonalData",
    "Record",
    "Registry",
    "Retention",
    "Suggestion",
    "WaitingKind",
    "Wanted",
    "actor_of_request",
    "desk_asks",
    "ending_parts",
    "endings",
    "event_words",
    "example_data",
    "home_panels",
    "keep_choices",
    "menu",
    "network_facts",
    "personal_data",
    "provide_actor",
    "provide_choices",
    "provide_resting",
    "provide_standings",
    "provide_trust",
    "resting",
    "retention",
    "standings_of",
    "suggestions",
    "trust_of",
    "waiting_kinds",
]
