"""Whose consents one may see and end: one's own. Parties ask `selectors.is_allowed`."""

from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.privacy.models import Consent


def own_consents(actor: Actor) -> QuerySet[Consent]:
    """Everything that this person ever allowed. NotAllowed while they note for somebody else."""
    if actor.noting_for is not None:
        raise NotAllowed
    if not actor.is_person:
        return Consent.objects.none()
    return Consent.objects.filter(person_id=actor.own_id)


def own_consent_for(actor: Actor, uuid: UUID) -> Consent:
    """One consent of this person. NotFound for everybody else."""
    consent = own_consents(actor).filter(uuid=uuid).first()
    if consent is None:
        raise NotFound
    return consent
