"""Links and short codes that work without signing in (design 4).

128 bits of chance for a link; a short code for a letter has fewer bits. Both have a limit on wrong
tries per address. Only a keyed digest is stored. One purpose each, with an end.
"""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.core.cache import cache

from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotFound, TooManyTries
from wijknetwerk.core.limits import home
from wijknetwerk.core.models.token import TokenLink

# No 0/O, 1/I/L, U/V, 2/Z, 5/S, 8/B: what an older reader mixes up on paper.
ALPHABET = "ACDEFGHJKMNPQRTWXY34679"
CODE_LENGTH = 10  # 23 ** 10 = 45 bits: at 10 guesses a quarter of an hour, out of reach
WRONG_TRIES = 10
WINDOW = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a valid link opens."""

    token: TokenLink
    network_id: int | None
    network_uuid: UUID | None
    subject_uuid: UUID


def issue_link(
    *, purpose: str, subject: UUID, network: tuple[int, UUID] | None, lasts: timedelta
) -> str:
    """Make a link's secret (22 characters, 128 bits). It can't be read back later."""
    secret = secrets.token_urlsafe(16)
    _store(purpose, secret, subject, network, lasts)
    return secret


def issue_code(
    *, purpose: str, subject: UUID, network: tuple[int, UUID] | None, lasts: timedelta
) -> str:
    """Make a short code for paper, in two groups of five: 'ACDEF-GHJKM'."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    _store(purpose, code, subject, network, lasts)
    return f"{code[:5]}-{code[5:]}"


def open_token(secret: str, *, purpose: str, address: str) -> Opened:
    """What this secret opens. NotFound when unknown, used up or ended; TooManyTries above limits.

    Only wrong secrets count, and the limit ends by itself within a quarter of an hour. Codes and
    links are counted apart, so that mistyped letters don't shut out a neighbour's mail link. Call
    it before the transaction of what follows: rolled back, a wrong try would not be counted.
    """
    return open_any(secret, purposes=(purpose,), address=address)


def open_any(secret: str, *, purposes: tuple[str, ...], address: str) -> Opened:
    """The same where one page takes the secrets of several purposes: one wrong try, whatever the
    secret was meant for. The token says for which purpose it is."""
    kind = "code" if _looks_spoken(secret) else "link"
    wrong = f"wrong-tries:{'+'.join(purposes)}:{kind}:{home(address)}"
    if cache.get(wrong, 0) >= WRONG_TRIES:
        raise TooManyTries
    digests = {_digest(purpose, secret): purpose for purpose in purposes}
    rows = TokenLink.objects.filter(digest__in=digests, purpose__in=purposes)
    token = next((row for row in rows if digests[row.digest] == row.purpose), None)
    if token is None or token.ended_at is not None or token.expires_at <= clock.now():
        cache.add(wrong, 0, timeout=int(WINDOW.total_seconds()))
        cache.incr(wrong)
        raise NotFound
    return Opened(token, token.network_id, token.network_uuid, token.subject_uuid)


def still_open(token: UUID, *, purpose: str) -> Opened:
    """What a link opens that was opened before in this browser. NotFound once it has ended."""
    row = TokenLink.objects.filter(uuid=token, purpose=purpose, ended_at=None).first()
    if row is None or row.expires_at <= clock.now():
        raise NotFound
    return Opened(row, row.network_id, row.network_uuid, row.subject_uuid)


def opened_by(secret: str, *, purpose: str) -> Opened | None:
    """What a link of our own opens now, if anything: no try of a visitor, so nothing is counted."""
    rows = TokenLink.objects.filter(digest=_digest(purpose, secret), purpose=purpose, ended_at=None)
    row = rows.filter(expires_at__gt=clock.now()).first()
    return Opened(row, row.network_id, row.network_uuid, row.subject_uuid) if row else None


def end_tokens(*, purpose: str, subject: UUID) -> None:
    """End every link and code of this purpose for this subject, at once."""
    TokenLink.objects.filter(purpose=purpose, subject_uuid=subject, ended_at=None).update(
        ended_at=clock.now()
    )


def issued_since(moment: datetime, *, purpose: str, subject: UUID) -> int:
    """How many links and codes were made for this subject since then, ended ones included."""
    made = TokenLink.objects.filter(purpose=purpose, subject_uuid=subject)
    return made.filter(created_at__gt=moment).count()


def _store(
    purpose: str,
    secret: str,
    subject: UUID,
    network: tuple[int, UUID] | None,
    lasts: timedelta,
) -> None:
    TokenLink.objects.create(
        purpose=purpose,
        digest=_digest(purpose, secret),
        network_id=network[0] if network else None,
        network_uuid=network[1] if network else None,
        subject_uuid=subject,
        expires_at=clock.now() + lasts,
    )


def _digest(purpose: str, secret: str) -> str:
    spoken = re.sub(r"[\s-]", "", secret).upper() if _looks_spoken(secret) else secret
    return hmac.new(
        settings.SECRET_KEY.encode(), f"token:{purpose}:{spoken}".encode(), sha256
    ).hexdigest()


def _looks_spoken(secret: str) -> bool:
    return len(re.sub(r"[\s-]", "", secret)) == CODE_LENGTH
