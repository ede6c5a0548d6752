"""What members show of themselves rests on a consent, which ends as easily as it was given.

The ledger of `privacy` keeps the consents; a membership carries a mark for each, so that lists
need no second query. Both change in one transaction, from whichever side one comes.
"""

from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import Membership
from wijknetwerk.networks.services import connector_phone
from wijknetwerk.privacy import selectors
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import PHONE_FOR_MEMBERS, PUBLIC_PAGE, PartyKind, Purpose

NIGHT = Actor.system("networks.end_lapsed_sharing")
MARKS = {
    "phone_shown": (PHONE_FOR_MEMBERS, PartyKind.NETWORK),
    "shown_publicly": (PUBLIC_PAGE, PartyKind.PUBLIC),
}


def share(actor: Actor, member: Membership, wishes: dict[str, bool]) -> None:
    """Set the marks of one's own locked membership, and keep the ledger in step."""
    for mark, wished in wishes.items():
        if wished and not getattr(member, mark):
            give(actor, member, mark)
        elif not wished and getattr(member, mark):
            purpose, _party = MARKS[mark]
            privacy.withdraw_for_purpose(
                actor=actor, network_uuid=member.network.uuid, purpose=purpose
            )
        setattr(member, mark, wished)


def give(actor: Actor, member: Membership, mark: str) -> None:
    """Write the consent behind a mark into the ledger."""
    purpose, party = MARKS[mark]
    network = member.network.uuid
    privacy.give_consent(
        actor=actor,
        person=(member.person_id, member.person.uuid),
        network_uuid=network,
        purpose=purpose,
        party_kind=party,
        party_uuid=network if party is PartyKind.NETWORK else None,
    )


def stop_sharing(actor: Actor, member: Membership) -> None:
    """End all that a member shares, because they leave."""
    share(actor, member, dict.fromkeys(MARKS, False))
    connector_phone.stop(actor, member)
    member.save(update_fields=list(MARKS))


def stop_for(actor: Actor, member: Membership) -> None:
    """End all that a member shares, because somebody who leads takes them out."""
    privacy.end_with_membership(
        actor=actor,
        person=(member.person_id, member.person.uuid),
        network_uuid=member.network.uuid,
    )
    shown = [mark for mark in MARKS if getattr(member, mark)]
    for mark in shown:
        setattr(member, mark, False)
    if shown:
        member.save(update_fields=shown)


def consent_withdrawn(actor: Actor, network_uuid: UUID, purpose: Purpose) -> None:
    """A consent ended in the ledger: what it allowed is shown no longer."""
    for mark, (known, _party) in MARKS.items():
        if known is purpose:
            mine = Membership.objects.filter(
                network__uuid=network_uuid, person_id=actor.own_id, **{mark: True}
            )
            mine.update(**{mark: False})


@transaction.atomic
def end_lapsed() -> int:
    """Hide what rested on a consent that lapsed, because it was not asked again; how many."""
    count = 0
    for mark, (purpose, _party) in MARKS.items():
        consent = selectors.consents_in_force(purpose).filter(
            person_id=OuterRef("person_id"), network_uuid=OuterRef("network__uuid")
        )
        rows = Membership.objects.filter(~Exists(consent), **{mark: True})
        for row in rows.select_related("person", "network").select_for_update(of=("self",)):
            setattr(row, mark, False)
            row.save(update_fields=[mark])
            log.record(NIGHT, "networks.sharing_lapsed", row, client=row.person.uuid, fields=[mark])
            count += 1
    return count + connector_phone.end_lapsed()


def register() -> None:
    """Called once, when the app is ready."""
    connector_phone.register()
    for purpose, _party in MARKS.values():
        privacy.when_withdrawn[purpose.code] = consent_withdrawn
