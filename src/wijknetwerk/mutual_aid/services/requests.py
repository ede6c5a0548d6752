"""Requests for help: noting them down, what a helper is told, and how they end."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, access_requests, rhythm_words, wishes
from wijknetwerk.mutual_aid.access import hand_of_system
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import (
    OPEN_MATCHES,
    OPEN_REQUESTS,
    PARTS_OF_THE_WEEK,
    TOGETHER,
    Elsewhere,
    HelpRequest,
    Match,
    MatchAct,
    Neighbour,
    RequestState,
    Rhythm,
    SaidHow,
    Via,
)
from wijknetwerk.mutual_aid.selectors import kinds
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import desk_waits, match_steps, next_ones
from wijknetwerk.mutual_aid.services.neighbours import check_pc4
from wijknetwerk.networks.services import facts

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LENGTH = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks. Only the own words are needed; everything else can stay open."""

    words: str
    kind: str = ""
    parts: int = 0
    rhythm: str = ""
    """Empty: as their own words say it, if they do."""
    from_on: date | None = None
    until_on: date | None = None
    pc4: str = ""
    languages: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    urgent: bool = False
    call_name: str = ""
    call_phone: str = ""


@transaction.atomic
def note(
    *,
    actor: Actor,
    asker: Neighbour,
    asked: Asked,
    via: str,
    said_how: str,
    uuid: UUID | None = None,
) -> HelpRequest:
    """Keep a request. `asker` comes from `services.neighbours`; the actor is the asker, the desk,
    or a member who brings it with the asker's yes on record. `uuid` was handed out before, with a
    code on paper. InvalidInput says what to mend."""
    access_requests.require_asking(actor, asker, via)
    if via not in Via.values or said_how not in SaidHow.values:
        raise InvalidInput(_("Choose how it was said."))
    now = clock.now()
    made = HelpRequest(
        network=asker.network,
        asker=asker,
        via=via,
        said_how=said_how,
        noted_by_id=actor.person_id,
        noted_at=now,
        waits_since=now,
        **({"uuid": uuid} if uuid else {}),
    )
    _fill(made, asked)
    made.save()
    client = client_of(asker)
    log.record(actor, "mutual_aid.request_noted", made, client=client, action=Action.CREATE)
    desk_waits.refresh(made.network)
    facts.count_soon(made.network_id)
    return made


@transaction.atomic
def change(
    *, actor: Actor, network: "Network", request: UUID, asked: Asked, read_version: int
) -> HelpRequest:
    """Say anew what is asked. New words must be approved again before a helper is told them.

    Stale when somebody changed it after it was read."""
    locked = lock(access.request_for(actor, network, request))
    if locked.version != read_version:
        raise Stale
    if locked.state not in OPEN_REQUESTS:
        raise NotNow
    _fill(locked, asked)
    locked.version += 1
    locked.save()
    _record(actor, "mutual_aid.request_changed", locked)
    return locked


@transaction.atomic
def approve(
    *,
    actor: Actor,
    network: "Network",
    request: UUID,
    told: str,
    said_how: str,
    kind: str | None = None,
) -> HelpRequest:
    """The asker approved these words for a helper (rule H1): by themselves, or the desk notes how
    they said so. When the desk does so for the first time, it is no longer a new one. `kind` may be
    chosen anew with it."""
    locked = lock(access.request_for(actor, network, request))
    if locked.state not in OPEN_REQUESTS:
        raise NotNow
    own = access.is_own(actor, locked.asker)
    if own != (said_how == SaidHow.SELF) or said_how not in SaidHow.values:
        raise InvalidInput(_("Choose how it was said."))
    words = told.strip()
    if not words or len(words) > LENGTH:
        raise InvalidInput(_("Write in one or two sentences what a helper may know."))
    locked.told, locked.told_approved_at, locked.told_approved_how = words, clock.now(), said_how
    if kind is not None:
        locked.kind = _kind(locked, kind)
    if locked.state == RequestState.NEW and not own:
        locked.state = RequestState.WAITING
    locked.version += 1
    locked.save()
    _record(actor, "mutual_aid.request_told", locked)
    next_ones.soon(locked)
    desk_waits.refresh(locked.network)
    facts.count_soon(locked.network_id)
    return locked


@transaction.atomic
def withdraw(*, actor: Actor, network: "Network", request: UUID) -> HelpRequest:
    """It is no longer needed. Who is asked hears that it isn't; what runs ends."""
    return _close(actor, access.request_for(actor, network, request), RequestState.WITHDRAWN)


@transaction.atomic
def withdraw_by_code(*, actor: Actor, token: UUID) -> None:
    """The same by who kept the code of a paper form, without signing in. CodeOver."""
    with access_requests.request_behind(token) as found:
        if found is None:
            raise access_requests.CodeOver
        _close(actor.as_holder(access_requests.PAPER), found, RequestState.WITHDRAWN)


def withdraw_by_system(*, actor: Actor, found: HelpRequest) -> None:
    """The same by the platform: who asked left or is erased, or the network stops."""
    if not actor.is_system:
        raise NotAllowed
    _close(actor, found, RequestState.WITHDRAWN)


@transaction.atomic
def end(
    *, actor: Actor, network: "Network", request: UUID, outcome: str = "", elsewhere: str = ""
) -> HelpRequest:
    """It ended, with how it went in own words, and where the asker would otherwise have gone, if
    they like to say so."""
    if elsewhere and elsewhere not in Elsewhere.values:
        raise InvalidInput
    closed = _close(actor, access.request_for(actor, network, request), RequestState.ENDED)
    closed.outcome, closed.elsewhere = outcome.strip(), elsewhere
    closed.save(update_fields=["outcome", "elsewhere"])
    return closed


def waits_since(made: HelpRequest, day: date) -> None:
    """A request that was just noted from a spreadsheet came in on an earlier day."""
    at = datetime.combine(day, time(12), clock.AMSTERDAM)
    made.noted_at = made.waits_since = min(at, made.noted_at)
    made.save(update_fields=["noted_at", "waits_since"])


def lock(found: HelpRequest) -> HelpRequest:
    """The request as it stands now, locked until the transaction ends; before offer and match."""
    locked: HelpRequest = HelpRequest.objects.select_for_update().get(pk=found.pk)
    locked.network, locked.asker = found.network, found.asker
    return locked


def _close(actor: Actor, found: HelpRequest, state: RequestState) -> HelpRequest:
    locked = lock(found)
    if locked.state not in OPEN_REQUESTS:
        raise NotNow
    locked.state, locked.ended_on, locked.unhappy_at = state, clock.today(), None
    locked.version += 1
    locked.save()
    _end_matches(locked)
    _record(actor, "mutual_aid.request_ended", locked)
    desk_waits.refresh(locked.network)
    facts.count_soon(locked.network_id)
    return locked


def _end_matches(request: HelpRequest) -> None:
    """What is open with helpers goes no further, and what runs stops."""
    rows = Match.objects.filter(request=request, state__in=OPEN_MATCHES)
    for row in rows.select_related("request__asker__person", "offer__helper__person"):
        row.network = request.network
        act = MatchAct.STOP if row.state in TOGETHER else MatchAct.WITHDRAW
        match_steps.step(hand=hand_of_system(row, "mutual_aid.request_closed"), act=act)


def _fill(row: HelpRequest, asked: Asked) -> None:
    """Set what is asked on a row. InvalidInput with one sentence."""
    words = asked.words.strip()
    if not words:
        raise InvalidInput(_("Write down what is asked, in their own words."))
    if len(words) > LENGTH:
        raise InvalidInput(_("Make it shorter: at most 2,000 signs."))
    if asked.from_on and asked.until_on and asked.until_on < asked.from_on:
        raise InvalidInput(_("The last day comes before the first. Change one of both."))
    if not 0 <= asked.parts < 1 << PARTS_OF_THE_WEEK:
        raise InvalidInput
    if asked.rhythm and asked.rhythm not in Rhythm.values:
        raise InvalidInput
    check_pc4(asked.pc4)
    row.words, row.kind = words, _kind(row, asked.kind or "", words)
    row.parts, row.rhythm = asked.parts, asked.rhythm or rhythm_words.said_in(words)
    row.from_on, row.until_on = asked.from_on, asked.until_on
    row.pc4 = asked.pc4
    row.languages, row.wishes = sorted(set(asked.languages)), wishes.known(list(asked.wishes))
    row.urgent = asked.urgent
    row.call_name, row.call_phone = asked.call_name.strip(), asked.call_phone.strip()


def _kind(row: HelpRequest, code: str, words: str = "") -> str:
    """A kind of this network; when none is chosen, the likeliest by the words, if any is."""
    found = kinds.all_of(row.network)
    if code in found:
        return code
    likely = kinds.suggested(found, words)
    return likely[0].code if likely else ""


def _record(actor: Actor, event: str, row: HelpRequest, **detail: Any) -> None:
    log.record(actor, event, row, client=client_of(row.asker), **detail)
