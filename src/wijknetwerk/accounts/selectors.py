"""Reading people and what belongs to their account."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils.translation import gettext as _

from wijknetwerk.accounts.models import UNDER_WAY, Person, Recovery
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A browser in which somebody is signed in."""

    number: int
    device: str
    since: datetime
    is_this_one: bool


def sessions_of(person: Person, session_key: str | None) -> list[OpenSession]:
    """Where somebody is signed in, this browser first, then the newest."""
    alive = Session.objects.filter(expire_date__gt=clock.now()).values("session_key")
    rows = UserSession.objects.filter(user=person, session_key__in=alive).order_by("-created_at")
    found = [
        OpenSession(row.pk, device_words(row.user_agent), row.created_at, _is(row, session_key))
        for row in rows
    ]
    return sorted(found, key=lambda session: not session.is_this_one)


def _is(row: UserSession, session_key: str | None) -> bool:
    return bool(row.session_key == session_key)


_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_words(agent: str) -> str:
    """A browser as its owner knows it: 'Firefox op Windows'."""
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("An unknown device")


def open_recoveries(actor: Actor, network_uuid: UUID) -> list[Recovery]:
    """Whom two people of this network are helping now."""
    if all(standing.network_uuid != network_uuid for standing in actor.standings):
        return []
    rows = Recovery.objects.filter(UNDER_WAY, in_network=network_uuid)
    return list(rows.select_related("person", "started_by", "confirmed_by"))
