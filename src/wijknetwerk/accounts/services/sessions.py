"""The browsers in which somebody is signed in."""

from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest

from wijknetwerk.accounts.models import Person
from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound


def rotate(request: HttpRequest) -> None:
    """Give this session a new key, and keep it in the list of sessions."""
    old = request.session.session_key
    request.session.cycle_key()
    _moved(old, request.session.session_key)


@transaction.atomic
def end_session(actor: Actor, *, person: Person, number: int) -> None:
    """Sign out one browser of this person. NotFound when it isn't theirs."""
    session = UserSession.objects.filter(user=person, pk=number).first()
    if session is None:
        raise NotFound
    _drop([session.session_key])
    log.record(actor, "accounts.session_ended", person, client=person.uuid, count=1)


@transaction.atomic
def end_other_sessions(request: HttpRequest, actor: Actor, *, person: Person) -> None:
    """Sign out every browser but this one."""
    old = request.session.session_key
    others = UserSession.objects.filter(user=person).exclude(session_key=old)
    keys = list(others.values_list("session_key", flat=True))
    _new_epoch(person)
    update_session_auth_hash(request, person)
    _moved(old, request.session.session_key)
    _drop(keys)
    log.record(actor, "accounts.sessions_ended", person, client=person.uuid, count=len(keys))


def end_all_sessions(person: Person) -> int:
    """Sign out every browser, also one that is in no list. How many were known."""
    keys = list(UserSession.objects.filter(user=person).values_list("session_key", flat=True))
    _new_epoch(person)
    _drop(keys)
    return len(keys)


def _new_epoch(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(session_epoch=F("session_epoch") + 1)
    person.refresh_from_db(fields=["session_epoch"])


def _drop(keys: list[str]) -> None:
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()


def _moved(old: str | None, new: str | None) -> None:
    if old and new and old != new:
        UserSession.objects.filter(session_key=old).update(session_key=new)
