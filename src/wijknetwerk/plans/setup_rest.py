"""What messages, documents, the carer's question and the card's rest bring; once, at the start."""


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.core import registries
    from wijknetwerk.plans import events_rest, otherwise_facts, setup_drafts
    from wijknetwerk.plans.selectors import taken, taken_rest
    from wijknetwerk.plans.services import circle, erasing, forgetting

    registries.event_words.update(events_rest.WORDS)
    registries.network_facts.register("plans.otherwise", otherwise_facts.count)
    registries.personal_data.register("plans.carers", taken_rest.CarersData())
    circle.ENDED.append(erasing.of_place)
    forgetting.MORE.append(erasing.of_plan)
    forgetting.MORE_WITHOUT.append(erasing.of_person)
    taken.MORE.append(taken_rest.records)
    setup_drafts.register()
