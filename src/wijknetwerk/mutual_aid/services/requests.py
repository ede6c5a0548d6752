"""Requests for help: noting them down, what a helper is told, and how they end."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid import access, wishes
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
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import match_steps
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
    rhythm: str = Rhythm.ONCE
    from_on: date | None = None
    until_on: date | None = None
    pc4: str = ""
    languages: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    urgent: bool = False
    call_name: str = ""
    call_phone: str = ""


@transaction.atomic
def note(*, actor: Actor, asker: Neighbour, asked: Asked, via: str, said_how: str) -> HelpRequest:
    """Keep a request. `asker` comes from `services.neighbours`; the actor is the asker, the desk,
    or a member who brings it with the asker's yes on record. InvalidInput says what to mend."""
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
    )
    _fill(made, asked)
    made.save()
    client = client_of(asker)
    log.record(actor, "mutual_aid.request_noted", made, client=client, action=Action.CREATE)
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
    *, actor: Actor, network: "Network", request: UUID, told: str, said_how: str
) -> HelpRequest:
    """The asker approved these words for a helper (rule H1): by themselves, or the desk notes how
    they said so. Who looks at it for the first time takes it out of the new ones."""
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
    if locked.state == RequestState.NEW:
        locked.state = RequestState.WAITING
    locked.version += 1
    locked.save()
    _record(actor, "mutual_aid.request_told", locked)
    facts.count_soon(locked.network_id)
    return locked


@transaction.atomic
def withdraw(*, actor: Actor, network: "Network", request: UUID) -> HelpRequest:
    """It is no longer needed. Who is asked hears that it isn't; what runs ends."""
    return _close(actor, network, request, RequestState.WITHDRAWN)


@transaction.atomic
def end(
    *, actor: Actor, network: "Network", request: UUID, outcome: str = "", elsewhere: str = ""
) -> HelpRequest:
    """It ended, with how it went in own words, and where the asker would otherwise have gone, if
    they like to say so."""
    if elsewhere and elsewhere not in Elsewhere.values:
        raise InvalidInput
    closed = _close(actor, network, request, RequestState.ENDED)
    closed.outcome, closed.elsewhere = outcome.strip(), elsewhere
    closed.save(update_fields=["outcome", "elsewhere"])
    return closed


def lock(found: HelpRequest) -> HelpRequest:
    """The request as it stands now, locked until the transaction ends; before offer and match."""
    locked: HelpRequest = HelpRequest.objects.select_for_update().get(pk=found.pk)
    locked.network, locked.asker = found.network, found.asker
    return locked


def _close(actor: Actor, network: "Network", request: UUID, state: RequestState) -> HelpRequest:
    locked = lock(access.request_for(actor, network, request))
    if locked.state not in OPEN_REQUESTS:
        raise NotNow
    locked.state, locked.ended_on, locked.unhappy_at = state, clock.today(), None
    locked.version += 1
    locked.save()
    _end_matches(locked)
    _record(actor, "mutual_aid.request_ended", locked)
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
    if not 0 <= asked.parts < 1 << PARTS_OF_THE_WEEK or asked.rhythm not in Rhythm.values:
        raise InvalidInput
    row.words, row.kind = words, asked.kind
    row.parts, row.rhythm = asked.parts, asked.rhythm
    row.from_on, row.until_on = asked.from_on, asked.until_on
    row.pc4 = asked.pc4
    row.languages, row.wishes = sorted(set(asked.languages)), wishes.known(list(asked.wishes))
    row.urgent = asked.urgent
    row.call_name, row.call_phone = asked.call_name.strip(), asked.call_phone.strip()


def _record(actor: Actor, event: str, row: HelpRequest, **detail: Any) -> None:
    log.record(actor, event, row, client=client_of(row.asker), **detail)
