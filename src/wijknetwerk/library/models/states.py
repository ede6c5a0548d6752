"""The states of a text, and the one table of how it goes from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where one version of a text is."""

    DRAFT = "draft", _("draft")
    REVIEW = "review", _("waits for a look")
    PUBLISHED = "published", _("can be read now")
    SUPERSEDED = "superseded", _("no longer in use")


class Move(StrEnum):
    """What can be done with a version."""

    SEND = "send"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    REPLACE = "replace"
    TAKE_DOWN = "take_down"
    PUT_AWAY = "put_away"


class Whose(StrEnum):
    """Who may make a move."""

    WRITER = "writer"
    """Who writes this text, and who publishes here."""
    SECOND = "second"
    """Who publishes here and did not write it; the writer too when there is nobody else."""
    PUBLISHER = "publisher"
    NOBODY = "nobody"
    """It follows from another move."""


@dataclass(frozen=True, slots=True)
class Step:
    """One move: from which state, to which, by whom."""

    begin: State
    end: State
    whose: Whose


MOVES: Final[Mapping[Move, Step]] = MappingProxyType(
    {
        Move.SEND: Step(State.DRAFT, State.REVIEW, Whose.WRITER),
        Move.TAKE_BACK: Step(State.REVIEW, State.DRAFT, Whose.WRITER),
        Move.SEND_BACK: Step(State.REVIEW, State.DRAFT, Whose.PUBLISHER),
        Move.PUBLISH: Step(State.REVIEW, State.PUBLISHED, Whose.SECOND),
        Move.REPLACE: Step(State.PUBLISHED, State.SUPERSEDED, Whose.NOBODY),
        Move.TAKE_DOWN: Step(State.PUBLISHED, State.SUPERSEDED, Whose.PUBLISHER),
        Move.PUT_AWAY: Step(State.DRAFT, State.SUPERSEDED, Whose.WRITER),
    }
)
