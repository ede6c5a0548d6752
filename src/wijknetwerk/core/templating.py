"""The Jinja2 environment of all our pages: autoescaping, translated, with a few words of ours."""

from datetime import date, datetime, time
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from django.utils.translation import gettext as _
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Django calls this once. Undefined names are faults, not empty text."""
    options["undefined"] = StrictUndefined
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    env = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], **options)  # noqa: S701
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.globals.update(static=static, url=url)
    env.filters.update(
        date_words=date_words, time_words=time_words, phone=phone_words, number=number_words
    )
    return env


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its URL name."""
    return reverse(name, args=args, kwargs=kwargs)


def date_words(value: date | datetime, *, weekday: bool = True) -> str:
    """A date in words: 'donderdag 3 december 2026' (WCAG and B1: never '3-12')."""
    day = timezone.localtime(value) if isinstance(value, datetime) else value
    return formats.date_format(day, "l j F Y" if weekday else "j F Y")


def time_words(value: datetime | time) -> str:
    """A time of day as it is said: '19.30 uur'."""
    moment = timezone.localtime(value) if isinstance(value, datetime) else value
    return _("%(hours)s.%(minutes)s hrs") % {"hours": f"{moment:%H}", "minutes": f"{moment:%M}"}


def number_words(value: int | float) -> str:
    """A number with the separators of the reader's language."""
    return formats.number_format(value, use_l10n=True, force_grouping=True)


def phone_words(value: str) -> str:
    """A Dutch phone number in readable groups: '026 – 555 01 23'; anything else unchanged."""
    digits = "".join(character for character in value if character.isdigit())
    if value.strip().startswith("+") or len(digits) != 10 or not digits.startswith("0"):
        return value
    area = 2 if digits.startswith("06") else 3
    rest = digits[area:]
    groups = [rest[:3], *(rest[i : i + 2] for i in range(3, len(rest), 2))]
    if area == 2:
        groups = [rest[i : i + 2] for i in range(0, 8, 2)]
    return f"{digits[:area]} – {' '.join(groups)}"
