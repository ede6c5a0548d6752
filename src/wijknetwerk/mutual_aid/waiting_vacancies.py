"""What waits for who leads, while somebody must still be named, in words."""

from functools import partial

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import (
    WaitingKind,
    member_ended,
    role_changed,
    waiting_kinds,
)
from wijknetwerk.mutual_aid.selectors import vacancy_waits
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
