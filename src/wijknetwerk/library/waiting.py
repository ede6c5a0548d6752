"""What waits for people because of texts, in words."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.library.selectors import waiting


def register() -> None:
    """Called once, when the app is ready."""
    for code, (title, outside, button, icon, duty) in _KINDS.items():
        for platform in (False, True):
            kind = WaitingKind(
                title=title,
                outside=outside,
                button=button,
                icon=icon,
                url="library:platform_text" if platform else "library:text",
                still_true=partial(waiting.still_true, code),
                wanted=partial(waiting.wanted, code, platform=platform),
                duty=duty,
            )
            waiting_kinds.register(f"{code}.platform" if platform else code, kind)


_KINDS = {
    waiting.TO_LOOK_AT: (
        _("The text “%(title)s” waits for your look"),
        _("Somebody wrote a text and asks you to look"),
        _("Read it"),
        "eye",
        True,
    ),
    waiting.CAME_BACK: (
        _("Your text “%(title)s” came back, with a question"),
        _("A text that you wrote came back"),
        _("Read why"),
        "pencil",
        True,
    ),
    waiting.PUBLISHED: (
        _("Your text “%(title)s” is published"),
        _("A text that you wrote is published"),
        _("See it"),
        "circle-check",
        False,
    ),
}
