"""Reading the environment, once, with a clear sentence when a value is missing."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PREFIX = "WIJKNETWERK_"
ROOT = Path(__file__).resolve().parents[3]


def text(name: str, default: str | None = None) -> str:
    """The value of WIJKNETWERK_<name>; without a default it must be there."""
    value = os.environ.get(PREFIX + name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {PREFIX}{name}; see docs/how-to/run-in-production.md.")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    """Whether WIJKNETWERK_<name> says yes (1, true, yes, on)."""
    return text(name, "1" if default else "0").strip().lower() in {"1", "true", "yes", "on"}


def number(name: str, default: int) -> int:
    """WIJKNETWERK_<name> as a whole number."""
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{PREFIX}{name} must be a number, not '{value}'.") from error


def listing(name: str, default: str = "") -> list[str]:
    """WIJKNETWERK_<name> as a list, separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def folder(name: str, default: Path) -> Path:
    """WIJKNETWERK_<name> as an absolute path; the folder need not exist yet."""
    return Path(text(name, str(default))).expanduser().resolve()
