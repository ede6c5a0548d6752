"""The page afterwards: written, published, and sent to who came without an account."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from wijknetwerk.agenda import access
from wijknetwerk.agenda.errors import NothingSaid, NotOverYet
from wijknetwerk.agenda.models import Attendee, Event, EventPage
from wijknetwerk.agenda.naming import PAGE_READY, PAGE_WAITS, greeted
from wijknetwerk.agenda.selectors.pages import draft_of, newest, notes_of
from wijknetwerk.agenda.selectors.waiting import wanted_of_page
from wijknetwerk.agenda.services import events
from wijknetwerk.core import clock, log, outbox, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.core.templating import date_words
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

KEPT = timedelta(days=90)  # so long a mailed page can be read


@transaction.atomic
def write(
    *,
    actor: Actor,
    network: "Network",
    event: UUID,
    opening: str,
    follows: str,
    read_at: datetime | None,
) -> EventPage:
    """Keep the draft. `read_at` is when the draft on the screen was changed last; Stale when
    somebody saved something else meanwhile."""
    found = access.event_to_edit(actor, network, event)
    if found.starts_at > clock.now():
        raise NotOverYet
    draft = draft_of(found, lock=True)
    said = {"opening": opening.strip(), "follows": follows.strip()}
    if draft is None:
        if read_at is not None:
            raise Stale
        draft = _begin(found, said)
        action = Action.CREATE
    else:
        if draft.changed_at != read_at:
            raise Stale
        for name, value in said.items():
            setattr(draft, name, value)
        draft.changed_at = clock.now()
        draft.save(update_fields=[*said, "changed_at"])
        action = Action.UPDATE
    draft.network = network
    log.record(actor, "agenda.page_written", draft, action=action)
    return draft


@transaction.atomic
def publish(*, actor: Actor, network: "Network", event: UUID) -> EventPage:
    """Publish the draft with the notes as they are now. Earlier versions stay. Who came without an
    account and has e-mail gets a link, once; the link always leads to the newest version."""
    found = events.lock(access.event_to_edit(actor, network, event))
    draft = draft_of(found, lock=True) or _next_of(found)
    tables = _as_now(found)
    if not (draft.opening or draft.follows or tables):
        raise NothingSaid
    draft.network, draft.tables = network, tables
    draft.published_at = draft.changed_at = clock.now()
    draft.save()
    log.record(actor, "agenda.page_published", draft, number=draft.number)
    waiting.done(kind=PAGE_WAITS, subject=found.uuid)
    _mail_guests(found, draft)
    if draft.number == 1:
        for wanted in wanted_of_page(found):
            if wanted.person_id != actor.person_id:
                waiting.wait(actor=actor, kind=PAGE_READY, wanted=wanted)
    return draft


def _begin(event: Event, said: dict[str, str]) -> EventPage:
    last = newest(event)
    number = (last.number if last else 0) + 1
    try:
        with transaction.atomic():
            return EventPage.objects.create(
                network=event.network, event=event, number=number, changed_at=clock.now(), **said
            )
    except IntegrityError as error:
        raise Stale from error


def _next_of(event: Event) -> EventPage:
    """Only the notes changed: the words of the version before come along."""
    last = newest(event)
    said = {"opening": last.opening, "follows": last.follows} if last else {}
    return _begin(event, said)


def _as_now(event: Event) -> list[dict[str, Any]]:
    """The notes by table, without names: those are looked up when the page is read."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for note in notes_of(event):
        line = {
            "note": str(note.uuid),
            "said": note.said,
            "by": note.by_on.isoformat() if note.by_on else None,
        }
        tables.setdefault(note.table, []).append(line)
    return [{"table": table, "lines": lines} for table, lines in tables.items()]


def _mail_guests(event: Event, page: EventPage) -> None:
    rows = Attendee.objects.filter(event=event, membership=None, mailed_number=0)
    for guest in rows.exclude(email="").order_by("pk"):
        _mail(event, guest)
        guest.mailed_number = page.number
        guest.save(update_fields=["mailed_number"])


def _mail(event: Event, guest: Attendee) -> None:
    network = event.network
    secret = tokens.issue_link(
        purpose=access.READ_PAGE,
        subject=guest.uuid,
        network=(network.pk, network.uuid),
        lasts=KEPT,
    )
    with translation.override("nl"):
        context = {
            "name": greeted(guest.name),
            "title": event.title,
            "day": date_words(event.starts_at),
            "network": network.name,
            "phone": event.phone or network.phone or settings.HELP_PHONE,
            "link": settings.SITE_URL + reverse("agenda:page_link", args=[secret]),
        }
    outbox.queue(
        purpose="agenda.page",
        to=guest.email,
        template="agenda/mail/page.txt",
        context=context,
        network=network.uuid,
    )
