"""Rows of accounts: passkeys and accounts elsewhere, and signing in with them."""

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


NONE_SET_UP = {302: "nobody", 404: SIGNED_IN}  # the settings of the tests name no provider


def _elsewhere(_cast: Cast) -> dict[str, Any]:
    return {"provider": "gemeente"}


ROWS = [
    Row("openid_go", {404: " ".join(EVERYBODY)}, method="POST", where=_elsewhere),
    Row("openid_back", {404: " ".join(EVERYBODY)}, where=_elsewhere),
    Row("accounts:linked_accounts", ALL_SIGNED_IN),
    Row("accounts:link_account", NONE_SET_UP, method="POST", where=_elsewhere),
    Row("accounts:unlink_account", SENT_ON, where=_elsewhere),
    Row("accounts:list_passkeys", ALL_SIGNED_IN),
    Row("accounts:add_passkey", ALL_SIGNED_IN),
    Row("accounts:passkey_to_make", ALL_SIGNED_IN, method="POST"),
    Row("accounts:passkey_to_show", ALL_SIGNED_IN, method="POST"),
    Row("accounts:rename_passkey", ONLY_DEWIS, where=_key_of_dewi),
    Row("accounts:remove_passkey", ONLY_DEWIS, where=_key_of_dewi),
    Row("passkey_to_sign_in", {200: " ".join(EVERYBODY)}, method="POST"),
    Row("passkey_sign_in", SENT_ON, method="POST", sends_on=True),
]
