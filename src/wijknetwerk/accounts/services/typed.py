"""What was typed when a session had ended: kept for half an hour, for who typed it (design 6).

Encrypted in the cache, under a random name that only the browser's cookie holds. Never passwords,
codes or files, and nothing of a page marked private. Only in a browser in which somebody signed in
before, and shown to that person only: the next one at a shared computer sees nothing of it.
"""

import json
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from wijknetwerk.accounts import limits
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import crypto, drafts
from wijknetwerk.core.errors import DomainError

COOKIE = "wn_kept"
LASTS = 30 * 60


@dataclass(frozen=True, slots=True)
class Typed:
    """A form that was sent too late: to which page, and what stood in it."""

    path: str
    pairs: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """What a person typed in words, to read it over."""
        return [value for _name, value in self.pairs if " " in value.strip()]


def keep(request: HttpRequest, response: HttpResponse, person: Person | None) -> bool:
    """Keep what was sent, if it may be kept; whether it was."""
    whose = limits.digest_of(person) if person else limits.newest_device(request)
    pairs = drafts.typed(request)
    if not whose or pairs is None:
        return False
    name = secrets.token_urlsafe(24)
    kept = json.dumps({"whose": whose, "path": request.get_full_path(), "pairs": pairs})
    cache.set(_key(name), crypto.encrypt(kept, bound_to=_key(name)), LASTS)
    response.set_cookie(
        COOKIE,
        name,
        max_age=LASTS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return True


def find(request: HttpRequest, person: Person) -> Typed | None:
    """What this person typed in this browser, or None."""
    key = _key(request.COOKIES.get(COOKIE, ""))
    sealed = cache.get(key)
    if sealed is None:
        return None
    try:
        kept = json.loads(crypto.decrypt(sealed, bound_to=key))
    except DomainError:
        return None
    if kept["whose"] not in limits.digests_of(person):
        return None
    return Typed(kept["path"], tuple((name, value) for name, value in kept["pairs"]))


def forget(request: HttpRequest, response: HttpResponse) -> None:
    """It was sent after all, or is not wanted any more."""
    cache.delete(_key(request.COOKIES.get(COOKIE, "")))
    response.delete_cookie(COOKIE, samesite="Lax")


def _key(name: str) -> str:
    return f"accounts.typed:{name}"
