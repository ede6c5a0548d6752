"""What /demo/post shows. Refuses outside the demo."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings

from wijknetwerk.accounts.demo import current_code
from wijknetwerk.core.models import OutgoingMail

MOST = 100
_LINK = re.compile(r"(https?://\S+)")


@dataclass(frozen=True, slots=True)
class Code:
    """Somebody's authenticator code of this moment."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail; `parts` are its words and links in turn, as (text, is it a link)."""

    uuid: UUID
    to: str
    subject: str
    made_at: datetime
    parts: tuple[tuple[str, bool], ...] = ()


def mails() -> list[Mail]:
    """The newest mails, one query."""
    _only_in_the_demo()
    rows = OutgoingMail.objects.order_by("-created_at", "-pk")[:MOST]
    return [Mail(row.uuid, row.to_address, row.subject, row.created_at) for row in rows]


def mail(uuid: UUID) -> Mail | None:
    """One mail with its text, or None."""
    _only_in_the_demo()
    row = OutgoingMail.objects.filter(uuid=uuid).first()
    if row is None:
        return None
    split = tuple((text, bool(_LINK.fullmatch(text))) for text in _LINK.split(row.body) if text)
    return Mail(row.uuid, row.to_address, row.subject, row.created_at, split)


def codes() -> list[Code]:
    """The codes of everybody who has an authenticator."""
    _only_in_the_demo()
    rows = Authenticator.objects.filter(type=Authenticator.Type.TOTP).select_related("user")
    found = [Code(row.user.name, current_code(row.user) or "") for row in rows]
    return sorted(found, key=lambda code: code.name)


def _only_in_the_demo() -> None:
    if not settings.DEMO:
        raise RuntimeError("The demo's post is read in the demo only.")
