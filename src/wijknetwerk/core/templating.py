"""The Jinja2 environment of all our pages: autoescaping, translated, with a few words of ours."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.translation import get_language, gettext, ngettext, npgettext, pgettext
from django.utils.translation import gettext as _
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from wijknetwerk.core import clock
from wijknetwerk.core.addresses import address


def environment(**options: Any) -> Environment:
    """Django calls this once. Undefined names are faults, not empty text."""
    options["undefined"] = StrictUndefined
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    # There are more templates than the 400 that are kept by default: the rest would be compiled
    # anew, at some 7 ms each, whenever somebody opens another page.
    options.setdefault("cache_size", -1)
    env = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], **options)  # noqa: S701
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    # The extension's own `_` costs a quarter more on a page of 80 rows (decision 0002).
    env.globals.update(static=static_address, url=address, _=words)
    env.filters.update(
        date_words=date_words,
        time_words=time_words,
        duration_words=duration_words,
        in_words=in_words,
        lines=lines,
        phone=phone_words,
        tel=tel_digits,
        number=number_words,
    )
    return env


def words(message: str, **values: Any) -> str:
    """Translate; `_("Since %(day)s", day=day)` fills in values. The page escapes the result."""
    text = _translated(get_language(), message)
    return text % values if values else text


@lru_cache(maxsize=8192)
def _translated(_language: str | None, message: str) -> str:
    """Remembered: a page asks for some fifty, and looking one up costs three times as much."""
    return gettext(message)


@lru_cache(maxsize=512)
def _static(prefix: str, path: str) -> str:
    return static(path)


def static_address(path: str) -> str:
    """The address of a file of ours; it holds a hash of the file, so it can be remembered."""
    return _static(settings.STATIC_URL, path)


def date_words(value: date | datetime, *, weekday: bool = True) -> str:
    """A date in words: 'donderdag 3 december 2026' (WCAG and B1: never '3-12')."""
    day = _local(value).date() if isinstance(value, datetime) else value
    return _day_words(get_language(), day, weekday)


@lru_cache(maxsize=8192)
def _day_words(_language: str | None, day: date, weekday: bool) -> str:
    """Remembered: a list says some twenty days, and working one out costs as much as its row."""
    return formats.date_format(day, "l j F Y" if weekday else "j F Y")


def time_words(value: datetime | time) -> str:
    """A time of day as it is said: '19.30 uur'."""
    moment = _local(value) if isinstance(value, datetime) else value
    return _time_words(get_language(), moment.hour, moment.minute)


@lru_cache(maxsize=4096)
def _time_words(_language: str | None, hours: int, minutes: int) -> str:
    return _("%(hours)s.%(minutes)s hrs") % {"hours": f"{hours:02}", "minutes": f"{minutes:02}"}


def _local(instant: datetime) -> datetime:
    return timezone.localtime(instant, clock.AMSTERDAM)


def number_words(value: int | float | Decimal) -> str:
    """A number with the separators of the reader's language."""
    whole = int(value) if value == int(value) else value  # 16 hours, not 16,0
    return formats.number_format(whole, use_l10n=True, force_grouping=True)


# Of the larger places, and 084 to 088; all others have four digits, as 0597 for Wedde.
_SHORT_AREAS = {
    *(10, 13, 15, 20, 23, 24, 26, 30, 33, 35, 36, 38, 40, 43, 45, 46, 50, 53, 55, 58),
    *range(70, 80),
    *(84, 85, 87, 88),
}


def phone_words(value: str) -> str:
    """A Dutch phone number in readable groups: '026 – 555 01 23', '0597 – 55 03 00'; anything else
    unchanged."""
    digits = "".join(character for character in value if character.isdigit())
    if value.strip().startswith("+") or len(digits) != 10 or not digits.startswith("0"):
        return value
    area = 2 if digits.startswith("06") else 3 if int(digits[:3]) in _SHORT_AREAS else 4
    rest = digits[area:]
    first = 3 if len(rest) % 2 else 2
    groups = [rest[:first], *(rest[i : i + 2] for i in range(first, len(rest), 2))]
    return f"{digits[:area]} – {' '.join(groups)}"


def tel_digits(value: str) -> str:
    """The same number as a link that a phone can call: digits, and a plus in front; no dashes and
    spaces, because a phone may stop at a sign that it doesn't know."""
    plus = "+" if value.strip().startswith("+") else ""
    return plus + "".join(character for character in value if character.isdigit())


def duration_words(value: timedelta) -> str:
    """A length of time in the largest unit that fits: '5 jaar', '30 dagen', '1 uur'."""
    days = value.days
    if days and days % 365 == 0:
        return ngettext("%(n)d year", "%(n)d years", days // 365) % {"n": days // 365}
    if days:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    hours = value.seconds // 3600
    return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}


def in_words(value: Any) -> str:
    """Any stored value as a person reads it: dates in words, yes and no, lists with commas."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{date_words(value, weekday=False)}, {time_words(value)}"
    if isinstance(value, date):
        return date_words(value, weekday=False)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(in_words(part) for part in value)
    if isinstance(value, Decimal):
        return number_words(value)
    return str(value)


def lines(text: str) -> Markup:
    """Plain text with its line ends kept, as HTML; everything in it is escaped."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))
