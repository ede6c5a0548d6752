"""Parts of the week as a bit mask: bit `day * 3 + part`, Monday 0, morning, afternoon, evening."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DAYS: tuple[str | Promise, ...] = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
PARTS: tuple[str | Promise, ...] = (_("morning"), _("afternoon"), _("evening"))
WHOLE = (1 << len(DAYS) * len(PARTS)) - 1


def bit(day: int, part: int) -> int:
    """The mask of one part of one day."""
    return 1 << (day * len(PARTS) + part)


def mask(bits: Iterable[int]) -> int:
    """The mask of several numbers `day * 3 + part`. ValueError outside the week."""
    made = 0
    for number in bits:
        if not 0 <= number < len(DAYS) * len(PARTS):
            raise ValueError(f"{number} is no part of a week")
        made |= 1 << number
    return made


def numbers(parts: int) -> list[int]:
    """The numbers `day * 3 + part` that are in the mask, in order."""
    return [number for number in range(len(DAYS) * len(PARTS)) if parts >> number & 1]


def overlap(one: int, other: int) -> int:
    """The parts that both have; 0 in either stands for any time."""
    return (one or WHOLE) & (other or WHOLE)


def spoken(parts: int) -> str:
    """In words, days with the same parts together: 'Monday to Friday in the morning, Saturday
    whole day'. 'any time' for 0."""
    if parts in (0, WHOLE):
        return str(_("any time"))
    alike: dict[tuple[int, ...], list[int]] = {}
    for day in range(len(DAYS)):
        of_day = tuple(part for part in range(len(PARTS)) if parts & bit(day, part))
        if of_day:
            alike.setdefault(of_day, []).append(day)
    return ", ".join(_said(days, of_day) for of_day, days in alike.items())


def _said(days: list[int], of_day: tuple[int, ...]) -> str:
    if len(days) == len(DAYS):
        name = str(_("every day"))
    elif len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        name = _("%(first)s to %(last)s") % {"first": DAYS[days[0]], "last": DAYS[days[-1]]}
    else:
        name = _and([DAYS[day] for day in days])
    if len(of_day) == len(PARTS):
        return str(_("%(day)s whole day") % {"day": name})
    return _("%(day)s in the %(part)s") % {
        "day": name,
        "part": _and([PARTS[part] for part in of_day]),
    }


def _and(words: list[str | Promise]) -> str:
    *most, last = map(str, words)
    if not most:
        return last
    return _("%(some)s and %(last)s") % {"some": ", ".join(most), "last": last}
