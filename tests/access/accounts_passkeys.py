"""Rows of accounts: passkeys, and signing in with one."""

from typing import Any

from allauth.mfa.models import Authenticator

from tests.access.row import ALL_SIGNED_IN, EVERYBODY, SIGNED_IN, Row
from tests.cast import Cast

SENT_ON = {302: " ".join(EVERYBODY)}
ONLY_DEWIS = {
    302: "nobody",
    404: " ".join(name for name in SIGNED_IN.split() if name != "dewi"),
    200: "dewi",
}


def _key_of_dewi(cast: Cast) -> dict[str, Any]:
    made = Authenticator.objects.create(
        user=cast.dewi, type=Authenticator.Type.WEBAUTHN, data={"name": "telefoon"}
    )
    return {"number": made.pk}


ROWS = [
    Row("accounts:list_passkeys", ALL_SIGNED_IN),
    Row("accounts:add_passkey", ALL_SIGNED_IN),
    Row("accounts:passkey_to_make", ALL_SIGNED_IN, method="POST"),
    Row("accounts:passkey_to_show", ALL_SIGNED_IN, method="POST"),
    Row("accounts:rename_passkey", ONLY_DEWIS, where=_key_of_dewi),
    Row("accounts:remove_passkey", ONLY_DEWIS, where=_key_of_dewi),
    Row("passkey_to_sign_in", {200: " ".join(EVERYBODY)}, method="POST"),
    Row("passkey_sign_in", SENT_ON, method="POST", sends_on=True),
]
