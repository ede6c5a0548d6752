"""Putting away what was good to know."""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.notices import access
from wijknetwerk.notices.models import Waiting


@transaction.atomic
def put_away(*, actor: Actor, uuid: UUID) -> None:
    """Read and put away; twice is once. Not logged: it changes nothing but what they see first.
    NotFound for what isn't theirs to put away."""
    row = access.own_news(actor, uuid)
    Waiting.objects.filter(pk=row.pk, away_at=None).update(away_at=clock.now())
