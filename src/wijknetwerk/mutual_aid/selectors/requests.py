"""What the page of a request shows, for the desk and for who asks."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from wijknetwerk.core.templating import date_words
from wijknetwerk.core.together import together
from wijknetwerk.mutual_aid import access, spoken_languages, week
from wijknetwerk.mutual_aid.kinds import Kind
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    HelpRequest,
    RequestState,
    Rhythm,
    SaidHow,
)
from wijknetwerk.mutual_aid.selectors import kinds, wellbeing
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of
from wijknetwerk.mutual_aid.wishes import WISHES

if TYPE_CHECKING:
    from wijknetwerk.core.actor import Actor
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class RequestPage:
    """One request. `own`: the reader asks it; else it is the desk."""

    uuid: UUID
    own: bool
    is_member: bool
    name: str
    phone: str
    call: tuple[str, str]
    """Who is called instead of the asker: name and number, or empty."""
    words: str
    told: str
    approved_at: datetime | None
    approved_how: str
    kind: str
    limit: str
    facts: list[tuple[str, str]]
    state: str
    is_open: bool
    is_unhappy: bool
    waits: bool
    waits_since: datetime
    came: str
    noted_by: str
    said_how: str
    all_kinds: dict[str, Kind]
    """All that can be asked for here, for a form that changes it."""
    feels: dict[str, int] = field(default_factory=dict)
    outcome: str = ""
    handy: str = ""
    address: str = ""


def state_in_words(state: str) -> str:
    """Where a request stands, as one says it to who asks."""
    return {
        RequestState.NEW: _("It came in. We read it, and you hear from us."),
        RequestState.WAITING: _("We look for somebody."),
        RequestState.BUSY: _("We asked somebody, and wait for the answer."),
        RequestState.HELPED: _("Somebody helps."),
        RequestState.ENDED: _("It has ended."),
        RequestState.WITHDRAWN: _("You no longer need it."),
    }[RequestState(state)]


def request_page(actor: "Actor", network: "Network", found: HelpRequest) -> RequestPage:
    """The page of a request that came from `access.request_for`; one query."""
    own_kinds, marks = together(kinds.own_rows(network), wellbeing.marks(found))
    return page_of(actor, found, kinds.with_own(own_kinds), marks)


def page_of(
    actor: "Actor", found: HelpRequest, all_kinds: dict[str, Kind], marks: list[tuple[str, int]]
) -> RequestPage:
    """The same, when the kinds and the marks were read already."""
    own = access.is_own(actor, found.asker)
    kind = all_kinds.get(found.kind)
    noted_by = found.noted_by.name if found.noted_by and not own else ""
    return RequestPage(
        uuid=found.uuid,
        own=own,
        is_member=found.asker.person_id is not None,
        name=name_of(found.asker),
        phone=phone_of(found.asker),
        call=(found.call_name.read(), found.call_phone.read()),
        words=found.words.read(),
        told=found.told.read(),
        approved_at=found.told_approved_at,
        approved_how=_approved_how(found, own=own),
        kind=kinds.title_of(all_kinds, found.kind),
        limit=kind.limit if kind else "",
        facts=facts_of(found),
        state=state_in_words(found.state) if own else found.get_state_display(),
        is_open=found.state in OPEN_REQUESTS,
        is_unhappy=found.unhappy_at is not None,
        waits=found.state in OPEN_REQUESTS and found.state != RequestState.HELPED,
        waits_since=found.waits_since,
        came=found.get_via_display(),
        noted_by=noted_by,
        said_how=found.get_said_how_display(),
        feels=dict(marks),
        all_kinds=all_kinds,
        outcome=found.outcome.read(),
        handy="" if own else found.asker.handy.read(),
        address=found.asker.address.read(),
    )


def _approved_how(found: HelpRequest, *, own: bool) -> str:
    if own and found.told_approved_how == SaidHow.SELF:
        return _("here, by yourself")
    return str(found.get_told_approved_how_display())


def facts_of(found: HelpRequest) -> list[tuple[str, str]]:
    """When, how often, where and what matters, each in words; what stayed open is left out."""
    pairs = [(_("When"), week.spoken(found.parts))] if found.parts else []
    if found.rhythm:
        pairs.append((_("How often"), str(Rhythm(found.rhythm).label)))
    if days := _days(found.from_on, found.until_on):
        pairs.append((_("Which days"), days))
    if found.pc4:
        pairs.append((_("Where"), found.pc4))
    if found.languages:
        named = ", ".join(spoken_languages.name(code) for code in found.languages)
        pairs.append((_("Language"), named))
    if found.wishes:
        said = "; ".join(str(WISHES[code][0]) for code in found.wishes if code in WISHES)
        pairs.append((_("What matters"), said))
    return pairs


def proposal(found: HelpRequest, all_kinds: dict[str, Kind]) -> str:
    """What a helper may be told, to begin with: kind, when and what matters; no name, no number and
    none of the own words."""
    title = kinds.title_of(all_kinds, found.kind)
    first = _("Somebody near you would like help: %(what)s.") % {"what": title.lower()}
    lines = [first if title else _("Somebody near you would like help.")]
    if found.parts:
        lines.append(_("When: %(when)s.") % {"when": week.spoken(found.parts)})
    if found.rhythm:
        often = Rhythm(found.rhythm).label
        lines.append(_("How often: %(often)s.") % {"often": often})
    if found.wishes:
        said = "; ".join(str(WISHES[code][0]).lower() for code in found.wishes if code in WISHES)
        lines.append(_("Good to know: %(what)s.") % {"what": said})
    return " ".join(lines)


def telling(found: HelpRequest, all_kinds: dict[str, Kind]) -> dict[str, str]:
    """What the form for what a helper may know begins with. What came on paper says that there."""
    told = found.told.read() or proposal(found, all_kinds)
    on_paper = {"said_how": SaidHow.PAPER.value} if found.said_how == SaidHow.PAPER else {}
    return {"told": told, "kind": found.kind, **on_paper}


def changing(found: HelpRequest) -> dict[str, object]:
    """What a form to change it begins with."""
    names = ("kind", "parts", "rhythm", "from_on", "until_on", "pc4", "languages", "wishes")
    plain: dict[str, object] = {name: getattr(found, name) for name in (*names, "urgent")}
    secret = {name: getattr(found, name).read() for name in ("words", "call_name", "call_phone")}
    return {**plain, **secret}


def _days(first: date | None, last: date | None) -> str:
    if first and last:
        return _("%(first)s until %(last)s") % {
            "first": date_words(first),
            "last": date_words(last),
        }
    if first:
        return _("from %(day)s") % {"day": date_words(first)}
    return _("until %(day)s") % {"day": date_words(last)} if last else ""


@dataclass(frozen=True, slots=True)
class CodeCard:
    """What who kept the strip of a form reads: their own request, with neither name nor number,
    because a strip can be lost."""

    network: str
    phone: str
    words: str
    told: str
    facts: list[tuple[str, str]]
    state: str
    is_open: bool


def card_by_code(found: HelpRequest) -> CodeCard:
    """The request that `access_requests.request_behind` gave, in its scope."""
    return CodeCard(
        network=found.network.name,
        phone=found.network.phone,
        words=found.words.read(),
        told=found.told.read(),
        facts=facts_of(found),
        state=state_in_words(found.state),
        is_open=found.state in OPEN_REQUESTS,
    )
