"""Who is signed in, as an actor."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.actor import Actor, ActorKind


def actor_of_request(request: HttpRequest) -> Actor:
    """The person of this session with their present memberships, or nobody."""
    user = request.user
    if not isinstance(user, Person):
        return Actor.anonymous()
    return actor_of(user, second_factor_at=_second_factor_at(request, user))


def actor_of(person: Person, *, second_factor_at: datetime | None = None) -> Actor:
    """The actor for a person; their memberships are read now, within their own scope."""
    own = scope.Scope(scope.DatabaseRole.WEB, person.pk, str(person.uuid))
    with scope.use(own):
        standings = registries.standings_of(person.pk)
    return Actor(
        ActorKind.PERSON,
        person_id=person.pk,
        person_uuid=person.uuid,
        name=person.name,
        standings=standings,
        is_platform_administrator=person.is_platform_administrator,
        second_factor_at=second_factor_at,
    )


def _second_factor_at(request: HttpRequest, person: Person) -> datetime | None:
    """When this session last confirmed with a passkey, an app or a recovery code, as this person;
    or elsewhere, where the settings say that a provider's own second step counts."""
    if request.session.get(_WHOSE) != str(person.pk):
        return None
    records: list[dict[str, Any]] = request.session.get(_METHODS, [])
    moments = [
        record["at"]
        for record in records
        if record.get("method") == "mfa" or record.get("second_factor")
    ]
    if not moments:
        return None
    last = datetime.fromtimestamp(max(moments), UTC)
    lasts = timedelta(hours=settings.SECOND_FACTOR_HOURS)
    return last if clock.now() - last < lasts else None


# Where django-allauth keeps, in the session, how somebody showed who they are, and who that was.
_METHODS = "account_authentication_methods"
_WHOSE = "account_authentication_methods_user"
