"""Limits on tries that a stranger can't use to lock somebody out (docs/accounts.md).

A browser in which somebody signed in before carries a signed note of that, and has limits of its
own for that person. All other browsers share the limits of an address: for passwords one limit,
for codes by mail one for each network that they ask from, so that an attacker elsewhere uses up
his own. The amounts stand in conf/accounts.py.
"""

import ipaddress
import secrets

from allauth.core import ratelimit
from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from wijknetwerk.accounts.models import Person
from wijknetwerk.core.errors import TooManyTries
from wijknetwerk.core.middleware.actor import client_address

COOKIE = "wn_device"
_SALT = "wijknetwerk.accounts.device"
_LASTS = 365 * 24 * 3600
_MOST = 5


def password_key(request: HttpRequest, login: str) -> str:
    """What wrong passwords for this login are counted under."""
    device = _device(request, login)
    return f"{login}|{device}" if device else login


def code_key(request: HttpRequest, login: str) -> str:
    """What codes asked for this address are counted under."""
    return f"{login}|{_device(request, login) or _neighbourhood(request)}"


def may_mail_code(request: HttpRequest, login: str) -> bool:
    """Count one more code by mail to this address; False above the limits."""
    login = login.lower()
    if not ratelimit.consume(request, action="request_login_code", key=code_key(request, login)):
        return False
    if _device(request, login):
        return True
    return bool(ratelimit.consume(request, action="code_mails", key=login))


def may_try_code(session_key: str | None, code: str, most: int) -> bool:
    """Take one of the tries that a code has. Counted outside the session, because requests sent
    at the same moment would each find their session as it was before."""
    place = f"accounts.code-try:{session_key}:{code}"
    return any(cache.add(f"{place}:{number}", 1, timeout=1800) for number in range(most))


def may_confirm(request: HttpRequest) -> bool:
    """Count one more try at a code by mail in this session; False above the limit."""
    key = request.session.session_key or ""
    return bool(ratelimit.consume(request, action="code_tries", key=key))


def may_touch(request: HttpRequest) -> None:
    """Count one more passkey, or one more way to an account elsewhere, from this internet address.
    Raises TooManyTries."""
    if not ratelimit.consume(request, action="passkey"):
        raise TooManyTries


def count(request: HttpRequest, action: str) -> None:
    """Count one more try of somebody who is signed in. Raises TooManyTries above the limit."""
    if not ratelimit.consume(request, action=action, user=request.user):
        raise TooManyTries


def know_device(request: HttpRequest, response: HttpResponse, logins: list[str]) -> None:
    """Note in this browser that the person with these logins signed in here."""
    known = _known(request)
    for login in logins:
        known.pop(_digest(login), None)
        known[_digest(login)] = secrets.token_urlsafe(9)
    newest = dict(list(known.items())[-_MOST:])
    response.set_cookie(
        COOKIE,
        signing.dumps(newest, salt=_SALT),
        max_age=_LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def newest_device(request: HttpRequest) -> str:
    """Who signed in last in this browser, as a digest; '' when nobody did."""
    known = list(_known(request))
    return known[-1] if known else ""


def digests_of(person: Person) -> list[str]:
    """A person as this module writes them down: one for each name they sign in with."""
    return [_digest(name) for name in (person.email, person.login_name) if name]


def digest_of(person: Person) -> str:
    """The first of those; '' for who can't sign in."""
    return next(iter(digests_of(person)), "")


def _device(request: HttpRequest, login: str) -> str:
    return _known(request).get(_digest(login), "")


def _known(request: HttpRequest) -> dict[str, str]:
    try:
        return dict(signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=_LASTS))
    except signing.BadSignature:
        return {}


def _digest(login: str) -> str:
    return salted_hmac(_SALT, login.lower()).hexdigest()[:20]


def _neighbourhood(request: HttpRequest) -> str:
    """The network that the visitor comes from: one home or building, one provider's street."""
    address = client_address(request)
    if not address:
        return ""
    prefix = 24 if ipaddress.ip_address(address).version == 4 else 48
    return str(ipaddress.ip_network(f"{address}/{prefix}", strict=False))
