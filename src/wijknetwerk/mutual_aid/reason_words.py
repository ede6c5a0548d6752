"""Why a helper is suggested, what speaks against it, and why nobody is found: in plain sentences.

No sentence names what somebody is; each says what asker or helper said, or what the network did.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.core.templating import date_words
from wijknetwerk.mutual_aid import spoken_languages, week, wishes
from wijknetwerk.mutual_aid.matching import Reason, Why
from wijknetwerk.mutual_aid.matching.model import Value
from wijknetwerk.mutual_aid.models import Rhythm


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be said of a helper for a request: conditions that are broken, then for, then
    against."""

    broken: tuple[str, ...]
    good: tuple[str, ...]
    less: tuple[str, ...]


def said(reasons: Iterable[Reason]) -> Said:
    """All reasons in words, in their order."""
    rows = list(reasons)
    broken = hard(rows)
    return Said(
        broken=tuple(one(row) for row in broken),
        good=tuple(one(row) for row in rows if row.for_it),
        less=tuple(one(row) for row in rows if not row.for_it and row not in broken),
    )


def hard(reasons: Iterable[Reason]) -> list[Reason]:
    """Those that are conditions which are broken."""
    codes = set(Why)
    return [row for row in reasons if row.code in codes]


def one(reason: Reason) -> str:
    """One reason as a sentence."""
    return _WORDS[reason.code](reason.value)


def distance(metres: int) -> str:
    """'2 km': no more than the middles of postcode areas can say."""
    return _("%(number)s km") % {"number": max(1, round(metres / 1000))}


def why(code: str, count: int, nearest: int | None) -> str:
    """Why nobody is found for a request, and what helps."""
    if code == Why.TOO_FAR and nearest is not None:
        return _("The nearest helper lives about %(far)s away, and doesn't go that far.") % {
            "far": distance(nearest)
        }
    return _NOBODY[Why(code)](count)


def to_json(reasons: Iterable[Reason]) -> list[list[object]]:
    """As they are kept with a match."""
    return [[row.code, row.for_it, row.value] for row in reasons]


def from_json(kept: Iterable[list[object]]) -> list[Reason]:
    """As they were kept; codes that this version doesn't know are left out."""
    return [
        Reason(str(code), bool(for_it), _value(value))
        for code, for_it, value in kept
        if code in _WORDS
    ]


def _value(kept: object) -> Value:
    if isinstance(kept, list):
        return tuple(str(item) for item in kept)
    return kept if isinstance(kept, int | str) else None


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _codes(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _near(_value: Value) -> str:
    return _("Lives close by.")


def _far(value: Value) -> str:
    return _("Lives about %(far)s away.") % {"far": distance(_number(value))}


def _time_any(value: Value) -> str:
    if not value:
        return _("Can come at any time.")
    return _("Can come: %(when)s.") % {"when": week.spoken(_number(value))}


def _time_all(_value: Value) -> str:
    return _("Can come at all the times that were asked.")


def _time_some(value: Value) -> str:
    return _("Of the times asked, can come: %(when)s.") % {"when": week.spoken(_number(value))}


def _language(value: Value) -> str:
    names = [spoken_languages.name(code) for code in _codes(value)]
    return _("Speaks %(languages)s.") % {"languages": ", ".join(names)}


def _wishes(value: Value) -> str:
    known = [str(wishes.WISHES[code][1]) for code in _codes(value) if code in wishes.WISHES]
    return _("Said: %(what)s.") % {"what": "; ".join(known)}


def _day(value: Value) -> str:
    return date_words(date.fromordinal(int(value)), weekday=False)  # type: ignore[arg-type]


def _days_from(value: Value) -> str:
    return _("Can come from %(day)s on.") % {"day": _day(value)}


def _days_until(value: Value) -> str:
    return _("Can come until %(day)s.") % {"day": _day(value)}


def _days_away(value: Value) -> str:
    away, back = _codes(value)
    return _("Is away from %(day)s, and back on %(back)s.") % {
        "day": _day(away),
        "back": _day(back),
    }


def _rhythm_fits(value: Value) -> str:
    if value == Rhythm.ONCE:
        return _("Would like to help once, and that is what is asked.")
    return _("Can come as often as was asked.")


def _rhythm_less(value: Value) -> str:
    return _("Comes less often than was asked: %(often)s.") % {"often": Rhythm(str(value)).label}


def _rhythm_more(value: Value) -> str:
    return _("Would rather come more often: %(often)s.") % {"often": Rhythm(str(value)).label}


def _runs(value: Value) -> str:
    many = _number(value)
    return ngettext("Helps one person already.", "Helps %(num)s people already.", many) % {
        "num": many
    }


_WORDS: dict[str, Callable[[Value], str]] = {
    "known": lambda _v: _("They know each other, and it went well."),
    "kind_named": lambda _v: _("Likes to do exactly this."),
    "kind_general": lambda _v: _("Offered something of this sort, not exactly this."),
    "near": _near,
    "far": _far,
    "place_unknown": lambda _v: _("We don't know how far away."),
    "time_any": _time_any,
    "time_all": _time_all,
    "time_some": _time_some,
    "language": _language,
    "wishes": _wishes,
    "runs": _runs,
    "days_from": _days_from,
    "days_away": _days_away,
    "days_until": _days_until,
    "rhythm_fits": _rhythm_fits,
    "rhythm_less": _rhythm_less,
    "rhythm_more": _rhythm_more,
    Why.NO_KIND: lambda _v: _("Did not offer this."),
    Why.TRIED: lambda _v: _("Earlier this came to nothing."),
    Why.NO_WISH: lambda _v: _("Did not say yes to all that matters to the asker."),
    Why.NO_LANGUAGE: lambda _v: _("Speaks none of the languages that were asked."),
    Why.NO_TIME: lambda _v: _("Can't come at the times that were asked."),
    Why.NO_PERIOD: lambda _v: _("Can't come on the days on which it is asked."),
    Why.NO_RHYTHM: lambda _v: _("Would like to help once, and it is asked more often."),
    Why.TOO_FAR: lambda _v: _("Lives farther than this helper wants to go."),
    Why.FULL: lambda _v: _("Has no room now."),
}

_NOBODY: dict[Why, Callable[[int], str]] = {
    Why.NO_KIND: lambda _n: _("Nobody offers this yet."),
    Why.TRIED: lambda _n: _("Everybody who offers this was tried already."),
    Why.NO_WISH: lambda _n: _("Nobody said yes to all that matters to the asker."),
    Why.NO_LANGUAGE: lambda _n: _("Nobody who offers this speaks the language."),
    Why.NO_TIME: lambda _n: _("Nobody can come at the times that were asked."),
    Why.NO_PERIOD: lambda _n: _("Nobody can come on the days on which it is asked."),
    Why.NO_RHYTHM: lambda _n: _("Whoever could do this would like to do it once."),
    Why.TOO_FAR: lambda _n: _("Everybody who could do this lives too far away."),
    Why.FULL: lambda n: (
        ngettext(
            "One helper fits, and has no room now.",
            "%(num)s helpers fit, and none has room now.",
            n,
        )
        % {"num": n}
    ),
    Why.TAKEN: lambda n: (
        ngettext(
            "One helper fits, and is thought of for somebody else.",
            "%(num)s helpers fit, and are thought of for others.",
            n,
        )
        % {"num": n}
    ),
}
