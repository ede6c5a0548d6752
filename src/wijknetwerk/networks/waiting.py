"""What waits for people because of handing over, joining and being public, in words."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.networks.selectors import waiting


def register() -> None:
    """Called once, when the app is ready."""
    for code, kind in _KINDS.items():
        waiting_kinds.register(code, kind)


_KINDS = {
    waiting.HANDOVER: WaitingKind(
        title=_("%(who)s asks you to become %(role)s"),
        outside=_("Somebody asks you to take over a role"),
        button=_("Answer"),
        icon="handover",
        url="networks:handover",
        still_true=waiting.open_handovers,
        wanted=waiting.handovers,
    ),
    waiting.JOIN_ASKED: WaitingKind(
        title=_("%(who)s wants to take part"),
        outside=_("Somebody wants to take part"),
        button=_("Answer"),
        icon="user-plus",
        url="networks:join_requests",
        still_true=waiting.open_join_requests,
        wanted=waiting.join_requests,
    ),
    waiting.PUBLIC_ASKED: WaitingKind(
        title=_("%(network)s wants to be public"),
        outside=_("A network wants to be public"),
        button=_("Decide"),
        icon="eye",
        url="networks:approval_decide",
        still_true=waiting.still_asking_public,
        wanted=waiting.asking_public,
    ),
    waiting.WELCOME: WaitingKind(
        title=_("%(who)s takes part now, through your invitation"),
        outside=_("Somebody said yes to your invitation"),
        button=_("Welcome them"),
        icon="user-check",
        url="networks:member",
        still_true=waiting.still_new,
        wanted=waiting.newcomers,
        duty=False,
    ),
}
