"""Telling somebody that the desk noted something for them, so that nobody does so in secret."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model

from wijknetwerk.core import outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.networks.models import Mandate, Membership
from wijknetwerk.networks.selectors import noted_told
from wijknetwerk.notices.services import waiting


def tell(actor: Actor, member: Membership, mandate: Mandate, what: str) -> None:
    """A mail, or news on Vandaag for who signs in by name code. Who has neither gets the letter
    that the page of the call offers. `what`: "mandate" or "phone"."""
    person: Any = member.person
    if not person.email:
        if person.login_name:
            waiting.done(kind=noted_told.NOTED, subject=mandate.uuid)  # put away? It is news again
            waiting.wait(actor=actor, kind=noted_told.NOTED, wanted=noted_told.waiting_of(mandate))
        return
    noter: Any = get_user_model().objects.get(pk=actor.own_id)
    path = address("networks:my_membership", slug=member.network.slug)
    outbox.queue(
        purpose=noted_told.NOTED,
        to=person.email,
        template="networks/mail/noted_for_you.txt",
        context={
            "name": person.name,
            "by": noter.name,
            "network": member.network,
            "what": what,
            "link": f"{settings.SITE_URL}{path}",
        },
        language=person.language,
        person=person.uuid,
        network=member.network.uuid,
    )


def over(mandate: Mandate) -> None:
    """The mandate ended: it is no news any more."""
    waiting.done(kind=noted_told.NOTED, subject=mandate.uuid)
