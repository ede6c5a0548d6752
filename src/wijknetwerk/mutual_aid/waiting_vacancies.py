"""What waits in words: for who leads, while somebody must still be named; for a helper, when the
code of conduct changed."""

from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import (
    WaitingKind,
    member_ended,
    role_changed,
    waiting_kinds,
)
from wijknetwerk.mutual_aid.selectors import code_waits, vacancy_waits
from wijknetwerk.mutual_aid.services import vacancy_waits as changing


def register() -> None:
    """Called once, when the app is ready."""
    waiting_kinds.register(
        vacancy_waits.WORRIES,
        _kind(vacancy_waits.WORRIES, _("Name two people who hear worries about a neighbour")),
    )
    waiting_kinds.register(
        vacancy_waits.COMPLAINTS,
        _kind(vacancy_waits.COMPLAINTS, _("Name somebody independent who hears complaints")),
    )
    waiting_kinds.register(code_waits.SIGN_AGAIN, _SIGN_AGAIN)
    role_changed.register("mutual_aid.vacancies", changing.role_changed)
    member_ended.register("mutual_aid.vacancies", changing.member_left)


def _kind(code: str, title: Promise) -> WaitingKind:
    return WaitingKind(
        title=title,
        outside=_("Somebody must be named still, for help in the neighbourhood"),
        button=_("Name somebody"),
        icon="users",
        url="mutual_aid:settings_change",
        still_true=partial(vacancy_waits.still, code),
        wanted=partial(vacancy_waits.wanted, code),
    )


_SIGN_AGAIN = WaitingKind(
    title=_("Our code of conduct changed. Do you agree with the new text?"),
    outside=_("A text for helpers changed"),
    button=_("Read it"),
    icon="file-text",
    url="mutual_aid:code",
    still_true=code_waits.still,
    wanted=code_waits.wanted,
)
