"""Writing the log (rules A2 and A3).

`record` notes a change in the transaction of that change. `look` notes a look at personal data
and is committed before the page is made. `refuse` notes a refusal, after the rollback.
If a line can't be written, `LogUnavailable` keeps the door shut.
"""

import ipaddress
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connection, models, transaction

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import LogUnavailable
from wijknetwerk.core.log import chain, noted
from wijknetwerk.core.models.log import Action, LogEntry, Outcome


class LookCounter:
    """How many looks were noted since counting began."""

    count = 0


_looks: ContextVar[LookCounter | None] = ContextVar("looks", default=None)


@contextmanager
def counting_looks() -> Iterator[LookCounter]:
    """Count the looks noted within; the gate uses it to keep an unlogged page shut."""
    counter = LookCounter()
    token = _looks.set(counter)
    try:
        yield counter
    finally:
        _looks.reset(token)


LIFECYCLE = {Action.CREATE: "origination", Action.READ: "access", Action.UPDATE: "amendment"}


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about: a network, a client (the person whose data it is), a thing."""

    network_id: int | None = None
    network_uuid: UUID | None = None
    client_uuid: UUID | None = None
    object_type: str = ""
    object_uuid: str = ""

    @classmethod
    def of(cls, thing: models.Model | None, *, client: UUID | None = None) -> "Subject":
        """Read network and id from a model instance that follows our conventions."""
        if thing is None:
            return cls(client_uuid=client)
        network = thing if thing._meta.label == "networks.Network" else _network_of(thing)
        return cls(
            network_id=getattr(network, "pk", None),
            network_uuid=getattr(network, "uuid", None),
            client_uuid=client,
            object_type=thing._meta.label_lower,
            object_uuid=str(getattr(thing, "uuid", thing.pk)),
        )


def record(
    actor: Actor,
    event: str,
    thing: models.Model | Subject | None,
    *,
    client: UUID | None = None,
    action: Action = Action.UPDATE,
    on_behalf_of: UUID | None = None,
    consent: UUID | None = None,
    purpose: str = "",
    checks: str = "",
    **detail: Any,
) -> LogEntry:
    """Note a change in the caller's transaction; `detail` holds names and counts, never values.

    `client` is the person whose data changed; None when it is about no one person.
    NotAllowed when somebody notes for another what nobody may.
    """
    noted.check(actor, event)
    subject = _subject(thing, client)
    extra = {
        "on_behalf_of_uuid": on_behalf_of or actor.noting_for,
        "consent_uuid": consent,
        "purpose_code": purpose,
        "checks": checks,
    }
    return _write(actor, event, subject, action, Outcome.SUCCESS, detail, extra)


def look(
    actor: Actor,
    event: str,
    thing: models.Model | Subject | None,
    *,
    client: UUID | None = None,
    purpose: str = "",
    consent: UUID | None = None,
    checks: str = "",
    **detail: Any,
) -> LogEntry:
    """Note a look at somebody's data, or at a list of people, before the page is made; on which
    consent and by which checks, where a consent decides."""
    noted.check(actor, event)
    subject = _subject(thing, client)
    with transaction.atomic(durable=_may_demand_durable()):
        extra = {"purpose_code": purpose, "consent_uuid": consent, "checks": checks}
        entry = _write(actor, event, subject, Action.READ, Outcome.SUCCESS, detail, extra)
    if counter := _looks.get():
        counter.count += 1
    return entry


def refuse(actor: Actor, event: str, subject: Subject, **detail: Any) -> None:
    """Note a refusal in a transaction of its own, after the refused act was rolled back."""
    with transaction.atomic(durable=_may_demand_durable()):
        _write(actor, event, subject, Action.EXECUTE, Outcome.DENIED, detail, {})


def _write(
    actor: Actor,
    event: str,
    subject: Subject,
    action: Action,
    outcome: Outcome,
    detail: Mapping[str, Any],
    extra: Mapping[str, Any],
) -> LogEntry:
    entry = LogEntry(
        event=event,
        action=action,
        outcome=outcome,
        occurred_at=clock.now(),
        network_uuid=subject.network_uuid,
        client_uuid=subject.client_uuid,
        object_type=subject.object_type,
        object_uuid=subject.object_uuid,
        lifecycle=LIFECYCLE.get(action, ""),
        detail=dict(detail),
        **_who(actor, subject),
        **extra,
    )
    try:
        # No savepoint: what could not be written down takes the change with it, also for a caller
        # that would go on after LogUnavailable.
        with transaction.atomic(savepoint=False):
            chain.append(entry)
    except DatabaseError as error:
        raise LogUnavailable from error
    return entry


def _who(actor: Actor, subject: Subject) -> dict[str, Any]:
    standing = actor.standing_in(subject.network_id) if subject.network_id else None
    return {
        "actor_kind": actor.kind.value,
        "actor_code": actor.code,
        "user_uuid": actor.person_uuid,
        "role_codes": ",".join(sorted(standing.roles)) if standing else "",
        "organisation_uuid": standing.organisation_uuid if standing else None,
        "relation_uuid": standing.membership_uuid if standing else None,
        "access_point_type": "2" if actor.address else "",
        "access_point": _truncated(actor.address),
        "site": settings.SITE_NAME,
        "source": settings.LOG_SOURCE,
        "policy_version": settings.POLICY_VERSION,
        "traceparent": actor.traceparent,
    }


def _truncated(address: str) -> str:
    """An IP address without its last part, enough to see patterns and not to trace a home."""
    if not address:
        return ""
    prefix = 24 if ipaddress.ip_address(address).version == 4 else 48
    return str(ipaddress.ip_network(f"{address}/{prefix}", strict=False))


def _subject(thing: models.Model | Subject | None, client: UUID | None) -> Subject:
    return thing if isinstance(thing, Subject) else Subject.of(thing, client=client)


def _network_of(thing: models.Model) -> models.Model | None:
    return getattr(thing, "network", None) if hasattr(thing, "network_id") else None


def _may_demand_durable() -> bool:
    """Tests wrap each test in a transaction; there a look can't be durable by itself."""
    return not settings.TESTING or not connection.in_atomic_block
