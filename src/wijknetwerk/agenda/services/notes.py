"""What was said at the tables, and who takes it up by when."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from wijknetwerk.agenda import access
from wijknetwerk.agenda.errors import NotOverYet
from wijknetwerk.agenda.models import Event, TableNote
from wijknetwerk.agenda.naming import EVENT
from wijknetwerk.agenda.services import after
from wijknetwerk.core import clock, log, telltale
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.core.registries import take_up
from wijknetwerk.networks.services.people import active_member

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Noted:
    """One line: at which table, what, and who takes it up by when, if somebody does."""

    table: str
    said: str
    owner: UUID | None = None
    taker: str = ""
    by_on: date | None = None
    sure: bool = False
    """That an address or a number in it is no person's."""

    def checked(self) -> "Noted":
        """The same. InvalidInput for an empty line, or a date that nobody keeps."""
        nobody = self.owner is None and not self.taker.strip()
        if not (self.table.strip() and self.said.strip()) or (self.by_on and nobody):
            raise InvalidInput
        telltale.hold_back(f"{self.table}\n{self.said}", sure=self.sure)
        return self


@transaction.atomic
def note(*, actor: Actor, network: "Network", event: UUID, noted: Noted) -> TableNote:
    """Note one line. A member who takes it up by a day gets it as an action. HoldsPersonal,
    NeverStored."""
    found = _begun(access.event_to_edit(actor, network, event))
    noted = noted.checked()
    owner = active_member(network, noted.owner, lock=False) if noted.owner else None
    made = TableNote.objects.create(
        network=network,
        event=found,
        table=noted.table.strip(),
        said=noted.said.strip(),
        owner=owner,
        taker="" if owner else noted.taker.strip(),
        by_on=noted.by_on,
    )
    log.record(
        actor,
        "agenda.table_noted",
        made,
        client=owner.person.uuid if owner else None,
        action=Action.CREATE,
    )
    if owner is not None and noted.by_on is not None:
        made.action = take_up(
            actor=actor,
            network=network,
            source=(EVENT, found.uuid),
            what=made.said[:200],
            owner=owner.uuid,
            by=noted.by_on,
        )
        made.save(update_fields=["action"])
    after.page_waits(actor, found)
    return made


@transaction.atomic
def take_off(*, actor: Actor, network: "Network", event: UUID, note: UUID) -> None:
    """Take a line off. What was taken up from it goes on by itself."""
    found = access.event_to_edit(actor, network, event)
    row = TableNote.objects.filter(event=found, uuid=note).first()
    if row is None:
        raise NotFound
    if row.removed_at is not None:
        return
    row.network = network
    row.removed_at = clock.now()
    row.save(update_fields=["removed_at"])
    log.record(actor, "agenda.table_note_taken_off", row)


def _begun(event: Event) -> Event:
    if event.starts_at > clock.now():
        raise NotOverYet
    return event
