"""How people sign in with a password; and whose session it is, which each page asks."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import BigIntegerField, QuerySet

from wijknetwerk.accounts.models import Person
from wijknetwerk.core.statements import Slot, Statement

_BY_KEY = Statement(lambda: QuerySet(Person).filter(pk=Slot("key", BigIntegerField())).order_by())


class PersonBackend(AuthenticationBackend):  # type: ignore[misc]
    """As django-allauth's own; the statement that each page asks is made once."""

    def get_user(self, user_id: Any) -> Person | None:
        """The person of a session, as far as they can sign in."""
        found = _BY_KEY.ask(network_id=None, key=user_id)
        return found[0] if found and self.user_can_authenticate(found[0]) else None
