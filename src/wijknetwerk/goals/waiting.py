"""What waits for people because of actions, in words."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.goals.selectors import action_waits


def register() -> None:
    """Called once, when the app is ready."""
    for code, kind in _KINDS.items():
        waiting_kinds.register(code, kind)


_KINDS = {
    action_waits.DUE: WaitingKind(
        title=_("You said you would do this: %(what)s"),
        outside=_("You agreed to do something, and the day is near"),
        button=_("Look at it"),
        icon="list-check",
        url="goals:action",
        still_true=action_waits.still_due,
        wanted=action_waits.wanted_due,
        click="goals:action_done",
        click_label=_("Done"),
    ),
    action_waits.GIVEN: WaitingKind(
        title=_("Noted for you: %(what)s"),
        outside=_("Somebody noted something that you would do"),
        button=_("Look at it"),
        icon="list-check",
        url="goals:action",
        still_true=action_waits.still_given,
        wanted=action_waits.wanted_given,
        duty=False,
    ),
    action_waits.VACANT: WaitingKind(
        title=_("Nobody does this any more: %(what)s"),
        outside=_("Something that was agreed has nobody who does it"),
        button=_("Choose who"),
        icon="user-plus",
        url="goals:action_owner",
        still_true=action_waits.still_vacant,
        wanted=action_waits.wanted_vacant,
    ),
    action_waits.ASKED: WaitingKind(
        title=_("%(who)s asks you to take over: %(what)s"),
        outside=_("Somebody asks you to take something over"),
        button=_("Read and answer"),
        icon="handover",
        url="goals:action_ask",
        still_true=action_waits.still_asked,
        wanted=action_waits.wanted_asked,
    ),
}
