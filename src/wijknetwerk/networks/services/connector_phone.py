"""A connector's number rests on a consent of its own, which ends with the task.

One consent in a network covers all that a person is connector of; each connector row carries the
mark and the number, so that lists need no second query.
"""

from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import Connector, Membership
from wijknetwerk.privacy import selectors
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import PHONE_AS_CONNECTOR, PartyKind, Purpose

NIGHT = Actor.system("networks.end_lapsed_connector_phones")


# PostgreSQL looks at a row's keys again when one transaction changes it twice, and then waits for
# who holds them: so these say what to store, and each caller stores a connector once.


def show(actor: Actor, connector: Connector, number: str) -> None:
    """Show one's own number, or another for this task, to the members. The caller stores it."""
    member = connector.membership
    allowed = selectors.is_allowed(
        person_id=member.person_id,
        network_uuid=member.network.uuid,
        purpose=PHONE_AS_CONNECTOR,
        party_uuid=member.network.uuid,
    )
    if not allowed:
        give(actor, member)
    connector.phone_shown, connector.phone = True, number


def give(actor: Actor, member: Membership) -> None:
    """Write the consent into the ledger."""
    network = member.network.uuid
    privacy.give_consent(
        actor=actor,
        person=(member.person_id, member.person.uuid),
        network_uuid=network,
        purpose=PHONE_AS_CONNECTOR,
        party_kind=PartyKind.NETWORK,
        party_uuid=network,
    )


def hide(actor: Actor, connector: Connector) -> None:
    """Show the number no longer; the consent ends when no other task of this member needs it. The
    caller stores it."""
    if not connector.phone_shown:
        return
    connector.phone_shown, connector.phone = False, ""
    member = connector.membership
    others = Connector.objects.filter(membership=member, phone_shown=True)
    if not others.exclude(pk=connector.pk).exists():
        _end_consent(actor, member)


def stop(actor: Actor, member: Membership) -> None:
    """End the consent of who leaves or stops working here; the caller ends the tasks themselves.

    Locks first all that this changes, in one order: else two who stand in for each other wait for
    each other.
    """
    if any(row.phone_shown for row in lock_all_of(member) if row.membership_id == member.pk):
        _end_consent(actor, member)


def _end_consent(actor: Actor, member: Membership) -> None:
    privacy.end_with_membership(
        actor=actor,
        person=(member.person_id, member.person.uuid),
        network_uuid=member.network.uuid,
        purpose=PHONE_AS_CONNECTOR,
    )


def lock_all_of(member: Membership) -> list[Connector]:
    """What a member is connector or substitute of now, locked in one order."""
    mine = Q(membership=member) | Q(substitute=member)
    rows = Connector.objects.filter(mine, until_on=None).select_for_update(of=("self",))
    return list(rows.order_by("pk"))


def consent_withdrawn(actor: Actor, network_uuid: UUID, _purpose: Purpose) -> None:
    """The consent ended in the ledger: no task shows the number any longer."""
    mine = Connector.objects.filter(
        network__uuid=network_uuid, membership__person_id=actor.own_id, phone_shown=True
    )
    mine.update(phone_shown=False, phone="")


@transaction.atomic
def end_lapsed() -> int:
    """Hide numbers whose consent lapsed, because it was not asked again; how many."""
    consent = selectors.consents_in_force(PHONE_AS_CONNECTOR).filter(
        person_id=OuterRef("membership__person_id"), network_uuid=OuterRef("network__uuid")
    )
    rows = Connector.objects.filter(~Exists(consent), phone_shown=True)
    count = 0
    for row in rows.select_related("membership__person").select_for_update(of=("self",)):
        row.phone_shown, row.phone = False, ""
        row.save(update_fields=["phone_shown", "phone"])
        person = row.membership.person.uuid
        log.record(NIGHT, "networks.sharing_lapsed", row, client=person, fields=["phone"])
        count += 1
    return count


def register() -> None:
    """Called once, when the app is ready."""
    privacy.when_withdrawn[PHONE_AS_CONNECTOR.code] = consent_withdrawn
