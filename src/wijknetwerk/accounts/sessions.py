"""Django's sessions in the database; the statement that each page asks is made once."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import CharField, DateTimeField, QuerySet
from django.utils import timezone

from wijknetwerk.core.statements import Slot, Statement

_OPEN = Statement(
    lambda: QuerySet(Session).filter(
        session_key=Slot("key", CharField()), expire_date__gt=Slot("now", DateTimeField())
    )
)


class SessionStore(db.SessionStore):
    """As Django's own; the name stays, because it is in what seals a session."""

    def _get_session_from_db(self) -> Any:
        now = timezone.now()  # noqa: TID251  the clock by which Django stores the end
        found = _OPEN.ask(network_id=None, key=self.session_key, now=now)
        if found:
            return found[0]
        self._session_key = None
        return None
