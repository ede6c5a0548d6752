"""What this part of plans registers: agreements, referrals, who watches. Of facts only three
numbers of a whole network, never of a plan or a person."""

from wijknetwerk.core import registries
from wijknetwerk.plans import agreement_facts, events_agreements, waiting_agreements


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.plans import personal_data_agreements as kept

    registries.event_words.update(events_agreements.WORDS)
    registries.network_facts.register("plans.agreements", agreement_facts.count)
    waiting_agreements.register()
    kept.register()
