"""What asking again before a permission's last day brings; once, at the start."""


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.core import registries
    from wijknetwerk.plans import events_sharing, waiting_sharing
    from wijknetwerk.plans.services import again_waits, circle, forgetting, plans

    registries.event_words.update(events_sharing.WORDS)
    waiting_sharing.register()
    circle.ENDED.append(again_waits.of_place)
    plans.CLOSED.append(again_waits.gone)
    forgetting.MORE.append(again_waits.gone)
