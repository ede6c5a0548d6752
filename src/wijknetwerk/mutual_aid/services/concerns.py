"""Concerns: told, taken up, spoken with the resident, handed, closed (rule H6).

Nothing here counts, lists or makes facts of them. Before the talk no line of the log names the
resident: it would tell them that somebody worries before anybody spoke with them.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.mutual_aid.access import require_desk
from wijknetwerk.mutual_aid.access_concerns import ConcernHand, is_reader, own_told
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import Concern, ConcernAct, Reply, concern_after
from wijknetwerk.mutual_aid.selectors import concern_keepers, concern_waits
from wijknetwerk.mutual_aid.selectors.concern_keepers import Keepers
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.services import people
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SYSTEM = Actor.system("mutual_aid.concerns")


class NobodyHears(DomainError):
    """Nobody in this network can hear this concern."""

    code = "nobody_hears"
    status = 409
    message = _(
        "Nobody here can hear this now. We kept nothing. Please call your general practice, or"
        " Veilig Thuis: 0800-2000 (free, day and night)."
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A concern in the teller's own words. `not_for`: members (uuid) whom it is about or whose
    family. By phone: who told it, and their number."""

    about: str
    words: str
    not_for: tuple[UUID, ...] = ()
    teller_name: str = ""
    teller_phone: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The talk with the resident: when, what was agreed, and who it is if they are a member."""

    on: date
    note: str = ""
    resident: UUID | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """What the teller hears: one of three sentences, and own words without content."""

    reply: str
    words: str = ""


@transaction.atomic
def tell(*, actor: Actor, network: "Network", told: Told) -> Concern:
    """Keep a concern for the one person who hears it. Members for themselves; the desk also for
    who calls. InvalidInput; NobodyHears, and then nothing is kept."""
    networks.require(actor, networks.Act.SEE, network)
    if told.teller_name or told.teller_phone:
        require_desk(actor, network)
    if not told.about.strip() or not told.words.strip():
        raise InvalidInput(_("Write about whom you worry, and what you see or hear."))
    known = concern_keepers.keepers(network)
    shut = [row.pk for row in known.everybody if row.uuid in told.not_for]
    keeper = concern_keepers.keeper_of(network, told.about, shut, known=known)
    if keeper is None:
        raise NobodyHears
    made = Concern(
        network=network,
        told_at=clock.now(),
        speak_by=clock.today() + concern_waits.LASTS,
        teller_id=None if told.teller_name else actor.own_id,
        noted_by_id=actor.own_id if told.teller_name else None,
        keeper=keeper,
        by_name=any(row.pk == keeper.pk for row in known.named),
    )
    made.about, made.words = told.about.strip(), told.words.strip()
    made.not_for = ",".join(str(number) for number in shut)
    made.teller_name, made.teller_phone = told.teller_name.strip(), told.teller_phone.strip()
    made.save()
    log.record(actor, "mutual_aid.concern_told", made, action=Action.CREATE)
    refresh(network, known)
    return made


@transaction.atomic
def step(
    *, hand: ConcernHand, act: ConcernAct, spoken: Spoken | None = None, back: Back | None = None
) -> None:
    """One act of who hears it. NotNow where the table has no such step; InvalidInput.

    Closed without a talk, the words are erased at once; only the answer to the teller stays until
    the four weeks are over.
    """
    row = _locked(hand)
    to = concern_after(row.state, act)
    if to is None:
        raise NotNow
    if act == ConcernAct.SPEAK:
        _speak(row, spoken)
        row.spoken_by_id = hand.actor.own_id
    if act == ConcernAct.CLOSE:
        _close(row)
    row.state = to
    if back is not None:
        _reply(row, back)
    row.save()
    client = row.resident.uuid if row.resident else None
    log.record(hand.actor, f"mutual_aid.concern_{act.value}", row, client=client)
    _after(row)


@transaction.atomic
def answer(*, hand: ConcernHand, back: Back) -> None:
    """Tell the teller something back, as far as privacy allows. InvalidInput."""
    row = _locked(hand)
    _reply(row, back)
    row.save()
    log.record(hand.actor, "mutual_aid.concern_answered", row)
    _after(row)


@transaction.atomic
def give_on(*, hand: ConcernHand) -> None:
    """It is about who hears it, or family: another hears it from now on. NobodyHears when there is
    nobody else, and then nothing changes."""
    row = _locked(hand)
    own = hand.actor.standing_in(row.network_id)
    known = concern_keepers.keepers(row.network)
    shut = concern_keepers.shut_out(row) | ({own.membership_id} if own else set())
    about, who = row.about.read(), row.resident_id
    other = concern_keepers.keeper_of(row.network, about, shut, known=known, resident_id=who)
    if other is None:
        raise NobodyHears(_("There is nobody else who can hear this. Ask who leads the network."))
    row.not_for = ",".join(str(number) for number in sorted(shut))
    row.keeper, row.by_name = other, any(named.pk == other.pk for named in known.named)
    row.save()
    log.record(hand.actor, "mutual_aid.concern_given_on", row)
    refresh(row.network, known)


@transaction.atomic
def read_reply(*, actor: Actor, network: "Network", uuid: UUID) -> None:
    """The teller read the answer: it waits no longer."""
    row = own_told(actor, network, uuid)
    Concern.objects.filter(pk=row.pk, reply_read_at=None).update(reply_read_at=clock.now())
    no_unread(network)


def no_unread(network: "Network") -> None:
    """Answers that were read, or are gone, wait for nobody."""
    left = [person for found, person in concern_waits.unread() if found.pk == network.pk]
    wanted = [concern_waits.for_teller(network, person) for person in left]
    kind = concern_waits.REPLY
    waiting.only_for(actor=SYSTEM, kind=kind, subject=network.uuid, wanted=wanted)


def refresh(network: "Network", known: Keepers | None = None) -> None:
    """Let it wait for who hears concerns now, and for nobody else; in the transaction of what
    changed that: a concern, a role, a place in the network, a holiday, the settings."""
    waiting.only_for(
        actor=SYSTEM,
        kind=concern_waits.CONCERN,
        subject=network.uuid,
        wanted=concern_waits.for_network(network, known),
    )


def _locked(hand: ConcernHand) -> Concern:
    """As it stands now. NotFound once it was erased or given on since the hand was got."""
    rows = Concern.objects.select_for_update(of=("self",)).select_related("network")
    row: Concern | None = rows.filter(pk=hand.concern.pk).first()
    if row is None:
        raise NotFound
    row.network = hand.concern.network
    if not is_reader(hand.actor, row):
        raise NotFound
    return row


def _speak(row: Concern, spoken: Spoken | None) -> None:
    if spoken is None or not clock.local_day(row.told_at) <= spoken.on <= clock.today():
        raise InvalidInput(_("Choose the day of the talk: between the telling and today."))
    row.spoken_on, row.spoken_note = spoken.on, spoken.note.strip()
    if spoken.resident is not None:
        member = people.active_member(row.network, spoken.resident, lock=False)
        row.resident = member.person


def _close(row: Concern) -> None:
    row.closed_at = clock.now()
    if row.spoken_on is None:
        row.about = row.words = row.not_for = ""
        row.teller_name = row.teller_phone = ""


def _reply(row: Concern, back: Back) -> None:
    if back.reply not in Reply.values:
        raise InvalidInput(_("Choose what the teller hears."))
    row.reply, row.reply_words = back.reply, back.words.strip()
    row.replied_at, row.reply_read_at = clock.now(), None


def _after(row: Concern) -> None:
    if row.reply and row.teller_id is not None and row.reply_read_at is None:
        wanted = concern_waits.for_teller(row.network, row.teller_id)
        waiting.wait(actor=SYSTEM, kind=concern_waits.REPLY, wanted=wanted)
    refresh(row.network)
