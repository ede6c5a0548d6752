"""Lines in the log about signing in. Ids only; the method is a word, never a value."""

from typing import Any

from django.http import HttpRequest

from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.log import Subject
from wijknetwerk.core.models.log import Action


def actor_now(request: HttpRequest, person: Person) -> Actor:
    """The person as the actor of this request, also when they came in only just now."""
    known: Actor = getattr(request, "actor", None) or Actor.anonymous()
    return actor_of(person).at(address=known.address, traceparent=known.traceparent)


def about_oneself(request: HttpRequest, person: Person, event: str, **detail: Any) -> None:
    """Note what somebody did to their own way of signing in."""
    log.record(
        actor_now(request, person),
        event,
        person,
        client=person.uuid,
        action=Action.EXECUTE,
        **detail,
    )


def sign_in_failed(request: HttpRequest, person: Person | None, method: str) -> None:
    """Note a failed try. One line either way, so that it takes as long for an unknown address."""
    subject = Subject(object_type="accounts.person")
    if person is not None:
        subject = Subject(
            client_uuid=person.uuid, object_type="accounts.person", object_uuid=str(person.uuid)
        )
    actor = getattr(request, "actor", None) or Actor.anonymous()
    log.refuse(actor, "accounts.sign_in_failed", subject, method=method)
