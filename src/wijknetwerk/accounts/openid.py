"""OpenID Connect, our side of the conversation: code flow with PKCE, state and nonce.

What comes back is believed only after its signature, issuer, audience, time and nonce were checked.
"""

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import jwt
from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError, NotFound

# Signatures with a key pair only: with the others, whoever knows our secret could sign.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_MOST = 512 * 1024
_PATIENCE = 8
_REMEMBER = 3600
_LEEWAY = 60


class ProviderFailed(DomainError):
    """The other side could not be reached, or what it said is not right."""

    code = "provider_failed"
    status = 502
    message = _("Signing in there did not work. Try again later, or sign in in another way.")


@dataclass(frozen=True, slots=True)
class Provider:
    """Somebody who vouches for people, as the settings say it."""

    code: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str
    second_factor: tuple[str, ...] = ()
    email_domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """What the other side says of a person, after it was checked."""

    issuer: str
    subject: str
    email: str
    email_verified: bool
    given_name: str
    family_name: str
    second_factor: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What belongs to one try: kept by us, and only a part of it goes out."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> "Question":
        """Three secrets that nobody can guess."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48))


def providers() -> list[Provider]:
    """Those that are set up, in the order of the settings."""
    return [Provider(**given) for given in settings.OPENID_PROVIDERS.values()]


def provider(code: str) -> Provider:
    """One of them. NotFound when there is none of that name."""
    found = settings.OPENID_PROVIDERS.get(code)
    if found is None:
        raise NotFound
    return Provider(**found)


def address_to_ask(one: Provider, question: Question, callback: str) -> str:
    """Where the browser goes. Raises ProviderFailed."""
    asked = {
        "response_type": "code",
        "client_id": one.client_id,
        "redirect_uri": callback,
        "scope": "openid email profile",
        "state": question.state,
        "nonce": question.nonce,
        "code_challenge": _challenge(question.verifier),
        "code_challenge_method": "S256",
    }
    if one.second_factor:
        asked["acr_values"] = " ".join(one.second_factor)
    place = _place(_about(one), "authorization_endpoint")
    return f"{place}{'&' if '?' in place else '?'}{urlencode(asked)}"


def claims(one: Provider, question: Question, code: str, callback: str) -> Claims:
    """Who came back with this code. Raises ProviderFailed, also when anything does not fit."""
    about = _about(one)
    given = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": callback,
        "code_verifier": question.verifier,
    }
    headers = _who_we_are(one, about, given)
    answer = _fetch(_place(about, "token_endpoint"), urlencode(given).encode(), headers)
    told = _checked(one, about, str(answer.get("id_token", "")), question.nonce)
    if "email" not in told and about.get("userinfo_endpoint"):
        bearer = {"Authorization": f"Bearer {answer.get('access_token', '')}"}
        more = _fetch(_place(about, "userinfo_endpoint"), None, bearer)
        if more.get("sub") == told["sub"]:
            told = {**more, **told}
    return _as_claims(one, told)


def _as_claims(one: Provider, told: dict[str, Any]) -> Claims:
    ways = told.get("amr")
    said = {str(way) for way in ways} if isinstance(ways, list) else set()
    said.add(str(told.get("acr", "")))
    return Claims(
        issuer=one.issuer,
        subject=str(told["sub"])[:255],
        email=str(told.get("email") or "").strip().lower(),
        email_verified=told.get("email_verified") is True,
        given_name=str(told.get("given_name") or told.get("name") or "")[:80],
        family_name=str(told.get("family_name") or "")[:80],
        second_factor=not said.isdisjoint(one.second_factor),
    )


def _checked(one: Provider, about: dict[str, Any], token: str, nonce: str) -> dict[str, Any]:
    """The signed answer, if signature, issuer, audience, time and nonce are right."""
    try:
        key = _key(about, jwt.get_unverified_header(token))
        told: dict[str, Any] = jwt.decode(
            token,
            key=key,
            algorithms=ALGORITHMS,
            audience=one.client_id,
            issuer=about["issuer"],
            leeway=_LEEWAY,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise ProviderFailed from error
    for_others = isinstance(told["aud"], list) and len(told["aud"]) > 1
    if for_others and told.get("azp") != one.client_id:
        raise ProviderFailed
    if not hmac.compare_digest(str(told.get("nonce", "")).encode(), nonce.encode()):
        raise ProviderFailed
    if not told["sub"]:
        raise ProviderFailed
    return told


def _key(about: dict[str, Any], header: dict[str, Any]) -> jwt.PyJWK:
    """The key that signed; asked anew once, because keys are renewed."""
    place = _place(about, "jwks_uri")
    for anew in (False, True):
        found = [
            key
            for key in _remembered(place, anew=anew).get("keys", [])
            if isinstance(key, dict) and key.get("kid") == header.get("kid")
        ]
        if found:
            return jwt.PyJWK(found[0], algorithm=header.get("alg"))
    raise jwt.InvalidKeyError("no such key")


def _about(one: Provider) -> dict[str, Any]:
    """What the other side says about itself; it must name the issuer that we meant."""
    about = _remembered(f"{one.issuer}/.well-known/openid-configuration")
    if str(about.get("issuer", "")).rstrip("/") != one.issuer:
        raise ProviderFailed
    return about


def _who_we_are(one: Provider, about: dict[str, Any], given: dict[str, str]) -> dict[str, str]:
    ways = about.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    if "client_secret_basic" not in ways:
        given |= {"client_id": one.client_id, "client_secret": one.client_secret}
        return {}
    pair = f"{quote(one.client_id, safe='')}:{quote(one.client_secret, safe='')}"
    return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _place(about: dict[str, Any], name: str) -> str:
    """An address of the other side, which must be a safe one."""
    place = str(about.get(name, ""))
    parts = urlsplit(place)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        raise ProviderFailed
    return place


def _remembered(place: str, *, anew: bool = False) -> dict[str, Any]:
    key = f"accounts.openid:{hashlib.sha256(place.encode()).hexdigest()}"
    known: dict[str, Any] | None = None if anew else cache.get(key)
    if known is None:
        known = _fetch(place, None, {})
        cache.set(key, known, _REMEMBER)
    return known


class _StaysHere(HTTPRedirectHandler):
    def redirect_request(self, *_anything: Any) -> None:
        """Go nowhere else: what we send is meant for this address only."""


def _fetch(place: str, data: bytes | None, headers: dict[str, str]) -> dict[str, Any]:
    request = Request(place, data=data, headers={"Accept": "application/json", **headers})  # noqa: S310
    try:
        with build_opener(_StaysHere).open(request, timeout=_PATIENCE) as answer:
            found = json.loads(answer.read(_MOST))
    except (URLError, OSError, ValueError) as error:
        raise ProviderFailed from error
    if not isinstance(found, dict):
        raise ProviderFailed
    return found
