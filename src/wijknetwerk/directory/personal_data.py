"""What the list keeps about a person, and how it goes (rule K3).

Who stands on the list as 'who answers' need not be a member; of who has an account, entries with
that name or number are found. What one added stays on the list, without one's name.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.directory import said as saying
from wijknetwerk.directory.alike import digits_of
from wijknetwerk.directory.models import ListImport, Service, ServiceVersion, VersionKind
from wijknetwerk.directory.services import rows
from wijknetwerk.networks.personal_data import networks_of

STAYS = _("What you added stays on the list, without your name.")
_OWN = ("contact_name", "phone", "phone_description")


class ListData:
    """Entries that somebody keeps right, changed or stands on."""

    title: str | Promise = _("The list 'What is there already'")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All of it, of networks that were left too."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            yield from _standing_on(network, person)
            yield from _changed_by(network, person)
            yield from _read_in_by(network, person)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Take name and number off entries, in their versions too; nobody keeps them right then."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        taken = owned = 0
        for network in networks_of(person):
            for entry in list(_with_person(network, person)):
                entry.network = network
                taken += 1
                _take_off(entry)
            mine = {"network": network, "owner__person": person}
            owned += Service.objects.filter(**mine).update(owner=None)
            ListImport.objects.filter(network=network, by__person=person).update(source="")
            log.record(actor, "directory.person_erased", network, client=person_uuid)
        return [
            Erasure(_("Your name or number on the list"), taken, "anonymised"),
            Erasure(_("What you keep right on the list"), owned, "anonymised", STAYS),
        ]


def _with_person(network: Any, person: Any) -> "QuerySet[Service]":
    """Entries on which this person stands by name or own number."""
    mine = Q(contact_name__iexact=person.name)
    if phone := digits_of(person.phone or ""):
        mine |= Q(phone_digits=phone) & (Q(contact_name="") | Q(contact_name__iexact=person.name))
    return Service.objects.filter(mine, network=network).order_by("pk")


def _take_off(entry: Service) -> None:
    """Name and number go from the entry and from each of its versions."""
    for name in _OWN:
        setattr(entry, name, "")
    said = rows.now_said(entry)
    kept = saying.columns(said)
    for name, value in kept.items():
        setattr(entry, name, value)
    entry.save(update_fields=list(kept))
    for version in ServiceVersion.objects.filter(service=entry):
        changes = {key: pair for key, pair in version.changes.items() if key not in _OWN}
        if changes != version.changes:
            version.changes = changes
            version.save(update_fields=["changes"])
    rows.let_find(entry, said)


def _standing_on(network: Any, person: Any) -> Iterator[Record]:
    for entry in _with_person(network, person):
        yield Record(
            _("You stand on the list"),
            (
                (_("Network"), network.name),
                (_("Name"), entry.name),
                (_("Who answers"), entry.contact_name),
                (_("Phone number"), entry.phone),
            ),
        )


def _changed_by(network: Any, person: Any) -> Iterator[Record]:
    told = ServiceVersion.objects.filter(network=network, by__person=person)
    for version in told.select_related("service").order_by("at", "pk"):
        yield Record(
            _("What you did on the list"),
            (
                (_("Network"), network.name),
                (_("Name"), version.service.name),
                (_("What"), VersionKind(version.what).label),
                (_("When"), version.at),
            ),
        )


def _read_in_by(network: Any, person: Any) -> Iterator[Record]:
    for run in ListImport.objects.filter(network=network, by__person=person).order_by("pk"):
        yield Record(
            _("A file that you read into the list"),
            (
                (_("Network"), network.name),
                (_("Where it comes from"), run.source),
                (_("Day"), clock.local_day(run.created_at)),
                (_("How far"), run.get_state_display()),
                (_("Added"), run.added),
            ),
        )
