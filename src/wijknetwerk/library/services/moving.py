"""From draft to published and on: every move of a text goes through the one table of states."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.library import access
from wijknetwerk.library.errors import NotNow, WrittenMeanwhile
from wijknetwerk.library.models import MOVES, Move, Revision, State
from wijknetwerk.library.services import finding, waits

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@transaction.atomic
def send(*, actor: Actor, network: "Network | None", page: UUID) -> Revision:
    """Ask who publishes here to look. Where only the writer can, the text waits for the writer."""
    found = _open(actor, network, page, Move.SEND)
    found.sent_at = clock.now()
    found.sent_back_why = ""
    _set(found, Move.SEND, "sent_at", "sent_back_why")
    waits.sent(found)
    log.record(actor, "library.text_sent", found)
    return found


@transaction.atomic
def take_back(*, actor: Actor, network: "Network | None", page: UUID) -> Revision:
    """The writer goes on with it: nobody needs to look now."""
    found = _open(actor, network, page, Move.TAKE_BACK)
    _set(found, Move.TAKE_BACK)
    waits.looked(found)
    log.record(actor, "library.text_taken_back", found)
    return found


@transaction.atomic
def send_back(*, actor: Actor, network: "Network | None", page: UUID, why: str) -> Revision:
    """Give it back to the writer, with why. InvalidInput without a word."""
    found = _open(actor, network, page, Move.SEND_BACK)
    if not why.strip():
        raise InvalidInput(_("Say in a few words what could be better."))
    found.sent_back_why = why.strip()
    _set(found, Move.SEND_BACK, "sent_back_why")
    waits.looked(found)
    waits.came_back(found, actor)
    log.record(actor, "library.text_sent_back", found)
    return found


@transaction.atomic
def publish(*, actor: Actor, network: "Network | None", page: UUID, read_edition: int) -> Revision:
    """Put it in use; the version before is superseded and kept. WrittenMeanwhile when its words
    changed after they were read: one publishes what one saw."""
    found = _open(actor, network, page, Move.PUBLISH)
    if found.edition != read_edition:
        raise WrittenMeanwhile(found)
    now = clock.now()
    before = Revision.objects.filter(page_id=found.page_id, state=State.PUBLISHED).first()
    if before is not None:
        before.superseded_at = now
        _set(before, Move.REPLACE, "superseded_at")
        waits.over(before)
    found.published_at = now
    found.published_by_id = actor.person_id
    found.own_look = access.is_writer(actor, found)
    _set(found, Move.PUBLISH, "published_at", "published_by", "own_look")
    if found.page.first_published_at is None:
        found.page.first_published_at = now
        found.page.save(update_fields=["first_published_at"])
    waits.looked(found)
    waits.published(found, actor)
    finding.keep(found)
    log.record(actor, "library.text_published", found, own_look=found.own_look)
    return found


@transaction.atomic
def take_down(*, actor: Actor, network: "Network | None", page: UUID, why: str) -> Revision:
    """Take a published page away from its readers; it is kept for who works on it."""
    desk = access.check_desk(actor, network)
    held = access.page_at(actor, desk, page, lock=True)
    found = Revision.objects.filter(page=held, state=State.PUBLISHED).first()
    if found is None:
        raise NotNow
    access.check_move(actor, desk, Move.TAKE_DOWN, found)
    found.page, found.network = held, desk.network
    found.superseded_at = clock.now()
    found.sent_back_why = why.strip()[:500]
    _set(found, Move.TAKE_DOWN, "superseded_at", "sent_back_why")
    finding.forget(found)
    waits.over(found)
    log.record(actor, "library.text_taken_down", found)
    return found


@transaction.atomic
def put_away(*, actor: Actor, network: "Network | None", page: UUID) -> Revision:
    """Stop with a draft. What was published before stays in use."""
    found = _open(actor, network, page, Move.PUT_AWAY)
    found.superseded_at = clock.now()
    _set(found, Move.PUT_AWAY, "superseded_at")
    waits.looked(found)
    log.record(actor, "library.draft_put_away", found)
    return found


MOVES_OF_A_FORM: dict[str, Callable[..., Revision]] = {
    Move.SEND: send,
    Move.TAKE_BACK: take_back,
    Move.SEND_BACK: send_back,
    Move.PUBLISH: publish,
    Move.TAKE_DOWN: take_down,
    Move.PUT_AWAY: put_away,
}


def _open(actor: Actor, network: "Network | None", page: UUID, move: Move) -> Revision:
    """The version that is being written, locked, when this move is the actor's and fits now."""
    desk = access.check_desk(actor, network)
    held = access.page_at(actor, desk, page, lock=True)
    found = access.open_version(actor, desk, page, lock=True)
    if found is None:
        if Revision.objects.filter(page=held).exists():
            raise NotNow
        raise NotFound
    found.page = held
    if found.state != MOVES[move].begin:
        raise NotNow
    access.check_move(actor, desk, move, found)
    return found


def _set(revision: Revision, move: Move, *fields: str) -> None:
    """Change the state as the table says. Nothing else changes a state."""
    step = MOVES[move]
    if revision.state != step.begin:
        raise NotNow
    revision.state = step.end
    revision.save(update_fields=["state", *fields])
