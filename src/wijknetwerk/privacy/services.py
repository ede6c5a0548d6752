"""Giving and withdrawing consent; ending what was kept long enough."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, registries, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.privacy import access
from wijknetwerk.privacy.models import Consent, ConsentText, Withdrawal
from wijknetwerk.privacy.purposes import (
    PURPOSES,
    Deed,
    Given,
    Ground,
    PartyKind,
    Purpose,
    hash_of,
)

# What else ends with a consent of this purpose, filled in by the apps above in apps.py: called with
# who withdrew, the network and the purpose, in the same transaction.
when_withdrawn: dict[str, Callable[[Actor, UUID, Purpose], None]] = {}

LONGEST = timedelta(days=366)  # at most twelve months, then it is asked again (standards A2)


class ConsentTooLong(InvalidInput):
    """A consent lasts at most twelve months."""

    code = "consent_too_long"
    message = _("Choose a date within twelve months. We ask again after that.")


class AlreadyWithdrawn(DomainError):
    """This consent was withdrawn before."""

    code = "already_withdrawn"
    message = _("You stopped this already.")


@transaction.atomic
def give_consent(
    *,
    actor: Actor,
    person: tuple[int, UUID],
    network_uuid: UUID,
    purpose: Purpose,
    party_kind: PartyKind,
    party_uuid: UUID | None,
    ground: Ground = Ground.CONSENT,
    ground_note: str = "",
    deeds: Iterable[Deed] = (Deed.READ,),
    how: Given = Given.IN_APP,
    lasts: timedelta = LONGEST,
    given_by: int | None = None,
    parts: Iterable[str] | None = None,
    text: str = "",
) -> Consent:
    """Add a consent to the ledger, with the exact text that was shown in the reader's language.

    `person` is the (id, uuid) of whom the data is about. `given_by` is another person only for a
    representative. `parts` and `text`, which names no people, belong to a purpose in which the
    parts are chosen each time. Raises ConsentTooLong beyond twelve months.
    """
    if lasts > LONGEST:
        raise ConsentTooLong
    now = clock.now()
    consent = Consent.objects.create(
        network_uuid=network_uuid,
        person_id=person[0],
        party_kind=party_kind,
        party_uuid=party_uuid,
        purpose=purpose.code,
        ground=ground,
        ground_note=ground_note,
        parts=list(purpose.parts if parts is None else parts),
        deeds=[deed.value for deed in deeds],
        valid_from=now,
        valid_until=now + lasts,
        given_by_id=given_by or person[0],
        how=how,
        recorded_by_id=actor.person_id or person[0],
        text=_text_of(purpose, text),
    )
    log.record(
        actor,
        "privacy.consent_given",
        consent,
        client=person[1],
        action=Action.CREATE,
        consent=consent.uuid,
        purpose=purpose.code,
    )
    return consent


@transaction.atomic
def withdraw_consent(*, actor: Actor, consent: UUID) -> None:
    """End a consent of one's own; it counts from the next request. As easy as giving it."""
    found = access.own_consent_for(actor, consent)
    try:
        with scope.including(None, found.network_uuid), transaction.atomic():
            _end(actor, found, actor.person_uuid, "privacy.consent_withdrawn")
    except IntegrityError as error:
        raise AlreadyWithdrawn from error
    if found.purpose in when_withdrawn:
        when_withdrawn[found.purpose](actor, found.network_uuid, PURPOSES[found.purpose])


def withdraw_for_purpose(*, actor: Actor, network_uuid: UUID, purpose: Purpose) -> int:
    """End every consent of one's own for this purpose in this network; how many there were."""
    rows = access.own_consents(actor).filter(
        network_uuid=network_uuid, purpose=purpose.code, withdrawal=None
    )
    found = list(rows)
    for consent in found:
        withdraw_consent(actor=actor, consent=consent.uuid)
    return len(found)


def end_with_membership(
    *, actor: Actor, person: tuple[int, UUID], network_uuid: UUID, purpose: Purpose | None = None
) -> int:
    """End what somebody (id, uuid) allowed in a network from which they are taken out; how many.

    With `purpose` only that: a task in the network ended. Whoever calls this decided that the
    membership or task ends; it gives no right by itself.
    """
    rows = Consent.objects.filter(person_id=person[0], network_uuid=network_uuid, withdrawal=None)
    if purpose is not None:
        rows = rows.filter(purpose=purpose.code)
    found = list(rows)
    for consent in found:
        _end(actor, consent, person[1], "privacy.consent_ended_with_membership")
    return len(found)


def end_decided(
    *,
    actor: Actor,
    person: tuple[int, UUID],
    network_uuid: UUID,
    purposes: Iterable[Purpose],
    consent: UUID | None = None,
    of_party: UUID | None = None,
    event: str = "privacy.consent_withdrawn",
) -> int:
    """End what somebody (id, uuid) allowed for these purposes in a network: all of it, one consent,
    or what one party got; how many.

    Whoever calls this decided that it ends: who represents them, or what it was about is over. It
    gives no right by itself.
    """
    rows = Consent.objects.filter(
        person_id=person[0],
        network_uuid=network_uuid,
        purpose__in=[purpose.code for purpose in purposes],
        withdrawal=None,
    )
    if consent is not None:
        rows = rows.filter(uuid=consent)
    if of_party is not None:
        rows = rows.filter(party_uuid=of_party)
    found = list(rows)
    for row in found:
        _end(actor, row, person[1], event)
    return len(found)


def _end(actor: Actor, consent: Consent, client: UUID | None, event: str) -> None:
    """Write down that it counts no longer, from now on."""
    Withdrawal.objects.create(
        network_uuid=consent.network_uuid,
        person_id=consent.person_id,
        consent=consent,
        withdrawn_at=clock.now(),
        withdrawn_by_id=actor.person_id or consent.person_id,
    )
    log.record(actor, event, consent, client=client, consent=consent.uuid, purpose=consent.purpose)


def expire_records(*, actor: Actor) -> dict[str, int]:
    """Let every entry of the retention register end what is too old; counts by code.

    Each kind in a transaction of its own, logged with its count, so that one that fails does not
    keep the others.
    """
    counts = {}
    for code, entry in registries.retention.items():
        with transaction.atomic():
            ended = entry.expire(before=clock.now() - entry.keep)
            if ended:
                log.record(actor, "privacy.expired", None, action=Action.DELETE, kind=code, n=ended)
        counts[code] = ended
    return counts


def _text_of(purpose: Purpose, chosen: str) -> ConsentText:
    language = get_language() or "nl"
    shown = chosen or purpose.shown(language)
    text, _made = ConsentText.objects.get_or_create(
        text_hash=hash_of(shown),
        defaults={"text": shown, "language": language, "first_shown_at": clock.now()},
    )
    return text
