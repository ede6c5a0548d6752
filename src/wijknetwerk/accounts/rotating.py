"""Bringing authenticator secrets under a new key (rule K1)."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from wijknetwerk.accounts.mfa import MfaAdapter, secrets_of
from wijknetwerk.core import crypto

_SEALED = ("secret", "seed")


class AuthenticatorSecrets:
    """Lies in the JSON of django-allauth's table, so no encrypted column finds it."""

    title = "authenticator secrets"

    def left(self, key_id: str) -> int:
        """How many still have another key."""
        return len(_under_other_keys(key_id))

    def step(self, key_id: str, most: int) -> int:
        """Give at most so many the current key."""
        found = _under_other_keys(key_id)[:most]
        for pk in found:
            _seal_again(pk)
        return len(found)


def _under_other_keys(key_id: str) -> list[int]:
    rows = Authenticator.objects.order_by("pk").values_list("pk", "data")
    return [pk for pk, data in rows.iterator() if _key_of(data) not in {key_id, ""}]


def _key_of(data: dict[str, str]) -> str:
    return next((crypto.key_id_of(data[name]) for name in _SEALED if name in data), "")


@transaction.atomic
def _seal_again(pk: int) -> None:
    row = Authenticator.objects.select_for_update(of=("self",)).select_related("user").get(pk=pk)
    adapter = MfaAdapter()
    with secrets_of(row.user):
        for name in _SEALED:
            if name in row.data:
                row.data[name] = adapter.encrypt(adapter.decrypt(row.data[name]))
    row.save(update_fields=["data"])
