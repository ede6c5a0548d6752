"""What a tool is for: the facts beside its text, kept as plain values with each version."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PHASES = {
    "explore": gettext_lazy("Explore"),
    "shape": gettext_lazy("Shape"),
    "deepen": gettext_lazy("Deepen"),
    "anchor": gettext_lazy("Anchor"),
}
READERS = {
    "residents": gettext_lazy("residents"),
    "coordinator": gettext_lazy("who coordinates"),
    "professional": gettext_lazy("professionals"),
    "manager_board": gettext_lazy("managers and boards"),
    "municipality_insurer": gettext_lazy("municipality and insurer"),
    "education": gettext_lazy("education"),
}


@dataclass(frozen=True, slots=True)
class About:
    """For whom, when, how long, with how many, what one needs, after whose work."""

    phases: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    reader: tuple[str, ...] = ()
    minutes: int = 0
    group_size_min: int = 0
    group_size_max: int = 0
    material: tuple[str, ...] = ()
    source: str = ""
    source_year: int = 0
    reviewed_on: str = ""
    tools: tuple[str, ...] = ()
    order: int = 100

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "About":
        """From plain values; what is unknown is left out."""
        known = {one.name for one in fields(cls)}
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in kept.items()
            if name in known
        }
        return cls(**values)

    def plain(self) -> dict[str, Any]:
        """Values that JSON can hold."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
        }

    @property
    def phase_words(self) -> list[str]:
        """Its phases as a reader knows them."""
        return [str(PHASES[code]) for code in self.phases if code in PHASES]

    @property
    def reader_words(self) -> list[str]:
        """For whom it is."""
        return [str(READERS[code]) for code in self.reader if code in READERS]

    @property
    def time_words(self) -> str:
        """How long it takes, as one says it."""
        hours, rest = divmod(self.minutes, 60)
        if not self.minutes:
            return ""
        if not hours:
            return _("%(num)s minutes") % {"num": rest}
        if not rest:
            return _("1 hour") if hours == 1 else _("%(num)s hours") % {"num": hours}
        words = {"hours": hours, "minutes": rest}
        return (
            _("%(hours)s hours and %(minutes)s minutes") % words
            if hours > 1
            else _("1 hour and %(minutes)s minutes") % words
        )

    @property
    def group_words(self) -> str:
        """With how many people."""
        low, high = self.group_size_min, self.group_size_max
        if low and high and low != high:
            return _("%(low)s to %(high)s people") % {"low": low, "high": high}
        if low and not high:
            return _("from %(low)s people") % {"low": low}
        if high and not low:
            return _("at most %(high)s people") % {"high": high}
        return _("%(num)s people") % {"num": high} if high else ""

    @property
    def source_words(self) -> str:
        """After whose work, with the year."""
        return f"{self.source} ({self.source_year})" if self.source_year else self.source

    @property
    def reviewed(self) -> date | None:
        """The day on which the text was last looked at."""
        return date.fromisoformat(self.reviewed_on) if self.reviewed_on else None


TIMES = {
    "short": gettext_lazy("up to half an hour"),
    "hour": gettext_lazy("up to an hour and a half"),
    "long": gettext_lazy("longer"),
}


def time_class(minutes: int) -> str:
    """Under which time a reader finds a tool; empty when it is no meeting."""
    if not minutes:
        return ""
    return "short" if minutes <= 30 else "hour" if minutes <= 90 else "long"
