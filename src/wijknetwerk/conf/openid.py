"""Signing in with an account elsewhere (OpenID Connect); off unless WIJKNETWERK_OPENID names some.

WIJKNETWERK_OPENID=gemeente,zorg
WIJKNETWERK_OPENID_GEMEENTE_ISSUER=https://login.gemeente.example
..._CLIENT_ID, ..._CLIENT_SECRET, ..._NAME       (docs/how-to/sign-in-with-openid-connect.md)
"""

import re
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from wijknetwerk.conf import env

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def providers() -> dict[str, dict[str, Any]]:
    """What is set up, by code. Stops the start with one sentence when something is missing."""
    return {code: _one(code) for code in env.listing("OPENID")}


def _one(code: str) -> dict[str, Any]:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", code):
        raise ImproperlyConfigured(f"{env.PREFIX}OPENID: '{code}' must be small letters or digits.")
    start = f"OPENID_{code.upper().replace('-', '_')}_"
    issuer = env.text(f"{start}ISSUER").rstrip("/")
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ImproperlyConfigured(f"{env.PREFIX}{start}ISSUER must begin with https://.")
    return {
        "code": code,
        "issuer": issuer,
        "client_id": env.text(f"{start}CLIENT_ID"),
        "client_secret": env.text(f"{start}CLIENT_SECRET"),
        "name": env.text(f"{start}NAME", code.capitalize()),
        "second_factor": tuple(env.listing(f"{start}SECOND_FACTOR")),
        "email_domains": tuple(name.lower() for name in env.listing(f"{start}EMAIL_DOMAINS")),
    }
