"""The two lists of questions in words: what they are called, why one asks, and their groups."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijknetwerk.roadmap.models import CheckKind


@dataclass(frozen=True, slots=True)
class ListWords:
    """A list of questions as it reads on a screen. `groups` are codes with their titles."""

    kind: str
    title: str
    why: str
    icon: str
    groups: tuple[tuple[str, str], ...]


def lists() -> tuple[ListWords, ListWords]:
    """Both lists, in the reader's language."""
    return _readiness(), _self_check()


def of(kind: str) -> ListWords:
    """The list of a round."""
    return _readiness() if kind == CheckKind.READINESS else _self_check()


def list_of(kind: str) -> ListWords | None:
    """The list with this code, if there is one."""
    return of(kind) if kind in CheckKind.values else None


def _readiness() -> ListWords:
    return ListWords(
        kind=CheckKind.READINESS.value,
        title=_("Are we ready to begin?"),
        why=_(
            "Seventeen questions before you begin, or begin anew. Others learned them the hard way."
        ),
        icon="flag",
        groups=(
            ("stop", _("Five stop signs")),
            ("people", _("People and what is there already")),
            ("agreements", _("Time and agreements")),
            ("conditions", _("Room, money and attention")),
        ),
    )


def _self_check() -> ListWords:
    return ListWords(
        kind=CheckKind.SELF_CHECK.value,
        title=_("How do we do?"),
        why=_("Eight questions, one for each thing that helps. Ask them again each year."),
        icon="star",
        groups=(("factor", _("Eight things that help")),),
    )
