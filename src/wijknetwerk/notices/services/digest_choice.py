"""Choosing how often the mail about what waits comes, signed in or from the mail itself."""

from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.log import Subject
from wijknetwerk.notices.models import DigestChoice, Rhythm
from wijknetwerk.notices.services.digest import STOP


@transaction.atomic
def choose(*, actor: Actor, rhythm: str, weekday: int) -> DigestChoice:
    """Keep what a person chose for themselves. InvalidInput for what is no choice."""
    if actor.person_id is None or actor.person_uuid is None:
        raise NotAllowed
    if rhythm not in Rhythm.values or not 0 <= weekday <= 6:
        raise InvalidInput(_("Choose how often you want the mail."))
    return _keep(actor, actor.person_id, actor.person_uuid, rhythm=rhythm, weekday=weekday)


@transaction.atomic
def stop_by_link(*, actor: Actor, secret: str) -> None:
    """End the mails from the mail itself, without signing in. NotFound for a link that ended."""
    opened = tokens.open_token(secret, purpose=STOP, address=actor.address)
    person = get_user_model().objects.filter(uuid=opened.subject_uuid).first()
    if person is None:
        raise NotFound
    _keep(actor.as_holder(STOP), person.pk, person.uuid, rhythm=Rhythm.NEVER)
    tokens.end_tokens(purpose=STOP, subject=person.uuid)


def _keep(actor: Actor, person_id: int, person: UUID, **chosen: Any) -> DigestChoice:
    made, _new = DigestChoice.objects.update_or_create(person_id=person_id, defaults=chosen)
    subject = Subject(
        client_uuid=person,
        object_type="notices.digestchoice",
        object_uuid=str(made.uuid),
    )
    log.record(actor, "notices.digest_chosen", subject, fields=sorted(chosen))
    return made
