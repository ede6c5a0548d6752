"""An offer in words: what, when, how far, how many, whether it pauses; and facts of a helper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core.templating import date_words
from wijknetwerk.mutual_aid import week, wishes
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.models import (
    FactKind,
    HelperFact,
    HelpOffer,
    HelpSettings,
)
from wijknetwerk.mutual_aid.selectors.kinds import title_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

REACHES: dict[int | None, str | Promise] = {
    500: gettext_lazy("Only in my own neighbourhood"),
    2_000: gettext_lazy("Up to 2 kilometres"),
    5_000: gettext_lazy("Up to 5 kilometres"),
    None: gettext_lazy("Everywhere in our area"),
}
LIMITS = gettext_lazy(
    "Neighbours don't wash or dress anybody, give no medicines, and use nobody's bank card. A nurse"
    " does what only a nurse may do."
)


def reach_words(metres: int | None) -> str:
    """How far somebody goes."""
    if metres in REACHES:
        return str(REACHES[metres])
    far = f"{(metres or 0) / 1000:.1f}".removesuffix(".0").replace(".", ",")
    return _("Up to %(far)s kilometres") % {"far": far}


def kinds_words(known: dict[str, Kind], codes: list[str]) -> list[str]:
    """What somebody would like to do; of the first level alone, all of it."""
    return list(dict.fromkeys(filter(None, (title_of(known, code) for code in codes))))


def can_words(codes: list[str]) -> list[str]:
    """What is no problem, as the helper says it."""
    return [str(wishes.WISHES[code][1]) for code in codes if code in wishes.WISHES]


def pause_words(offer: HelpOffer, today: date) -> str:
    """'Pauses until ...', or empty when no pause lies ahead."""
    begins, ends = offer.paused_from, offer.paused_until
    if begins is None or (ends is not None and ends <= today):
        return ""
    until = date_words(ends, weekday=False) if ends else ""
    if begins > today:
        said = {"from": date_words(begins, weekday=False), "until": until}
        if not ends:
            return _("Pauses from %(from)s.") % said
        return _("Pauses from %(from)s, and is back on %(until)s.") % said
    if not ends:
        return _("Pauses now.")
    return _("Pauses now, and is back on %(until)s.") % {"until": until}


def room_words(offer: HelpOffer) -> str:
    """'Two people at once'."""
    said = ngettext("one person at a time", "%(num)s people at a time", offer.room)
    return said % {"num": offer.room}


@dataclass(frozen=True, slots=True)
class OfferWords:
    """An offer as its page shows it."""

    kinds: list[str]
    when: str
    rhythm: str
    reach: str
    room: str
    can: list[str]
    words: str
    not_words: str
    period: str
    pause: str


def offer_words(offer: HelpOffer, known: dict[str, Kind], today: date) -> OfferWords:
    """All of it in words."""
    return OfferWords(
        kinds=kinds_words(known, offer.kinds),
        when=week.spoken(offer.parts),
        rhythm=str(offer.get_rhythm_display()),
        reach=reach_words(offer.reach_m),
        room=room_words(offer),
        can=can_words(offer.can),
        words=offer.words.read(),
        not_words=offer.not_words.read(),
        period=_period(offer),
        pause=pause_words(offer, today),
    )


def _period(offer: HelpOffer) -> str:
    said = {
        "from": date_words(offer.from_on, weekday=False) if offer.from_on else "",
        "until": date_words(offer.until_on, weekday=False) if offer.until_on else "",
    }
    if offer.from_on and offer.until_on:
        return _("From %(from)s up to and including %(until)s") % said
    if offer.from_on:
        return _("From %(from)s") % said
    return _("Up to and including %(until)s") % said if offer.until_on else ""


@dataclass(frozen=True, slots=True)
class FactShown:
    """One thing that we know of a helper, as a sentence with its day."""

    uuid: UUID
    words: str
    by: str


VOG_YEARS = 3
_SAID: dict[str, Callable[[str], str]] = {
    FactKind.MET: lambda day: _("We met in person on %(day)s.") % {"day": day},
    FactKind.REFERENCE: lambda day: (
        _("On %(day)s we spoke with somebody who knows this helper.") % {"day": day}
    ),
    FactKind.VOG_SEEN: lambda day: (
        _("On %(day)s we saw a certificate of conduct (VOG). We keep no copy.") % {"day": day}
    ),
    FactKind.CODE_SIGNED: lambda day: (
        _("Read our code of conduct and agreed with it on %(day)s.") % {"day": day}
    ),
    FactKind.INSURED: lambda day: (
        _("On %(day)s we told how volunteers are insured.") % {"day": day}
    ),
}


def fact_words(kind: str, on: date, today: date, *, older: bool = False) -> str:
    """A fact as a sentence. An old VOG and an older code of conduct say so: they tell of the past
    only."""
    said = _SAID[kind](date_words(on, weekday=False))
    if older:
        said = f"{said} {_('The text changed since.')}"
    if kind == FactKind.VOG_SEEN and on < _years_before(today, VOG_YEARS):
        said = f"{said} {_('That is more than three years ago.')}"
    return said


def _years_before(day: date, years: int) -> date:
    month_day = (day.month, min(day.day, 28) if day.month == 2 else day.day)
    return date(day.year - years, *month_day)


def fact_rows(helper: Any) -> "QuerySet[HelperFact]":
    """What is known of a helper, the newest first; for `facts_shown`. Of a neighbour or a slot."""
    rows = HelperFact.objects.filter(helper=helper).select_related("noted_by")
    return with_code_now(rows).order_by("-on", "-pk")


def with_code_now(rows: "QuerySet[HelperFact]") -> "QuerySet[Any]":
    """Each with the version of the code of conduct that holds now."""
    now = HelpSettings.objects.filter(network=OuterRef("network")).values("code_version")
    return rows.annotate(code_now=Subquery(now))


def is_older(row: Any) -> bool:
    """Whether this is a yes to a text of the code of conduct that changed since."""
    return row.code_version is not None and row.code_version < (row.code_now or 1)


def facts_shown(rows: Iterable[Any], today: date) -> list[FactShown]:
    """What is known of a helper, in words."""
    return [
        FactShown(
            row.uuid,
            fact_words(row.kind, row.on, today, older=is_older(row)),
            row.noted_by.name if row.noted_by else "",
        )
        for row in rows
    ]


def fact_choices() -> list[tuple[str, str]]:
    """What the desk can note of a helper."""
    return [(value, str(label).capitalize()) for value, label in FactKind.choices]
