"""Rows of accounts: signing in, my account, and helping somebody sign in again."""

from datetime import timedelta
from typing import Any

from tests.access.row import ALL_SIGNED_IN, EVERYBODY, EVERYBODY_SEES, SIGNED_IN, STRANGERS, Row
from tests.cast import Cast
from wijknetwerk.accounts.models import EmailChange, Recovery
from wijknetwerk.core import tokens
from wijknetwerk.core.pages import Looks

SENT_ON = {302: " ".join(EVERYBODY)}
NOT_AGAIN = {200: "nobody", 302: SIGNED_IN}  # who is signed in already is sent on
HELPERS = "priya joost ad dewi"
HELP = {302: "nobody", 404: STRANGERS, 403: "amina els lena ben", 200: HELPERS}


def _undo(cast: Cast) -> dict[str, Any]:
    change = EmailChange.objects.create(
        person=cast.people["bas"],
        old_email="oud@voorbeeld.example",
        new_email="b@voorbeeld.example",
    )
    return {"secret": _link("accounts.undo_email", change.uuid)}


def _stop(cast: Cast) -> dict[str, Any]:
    return {"secret": _link("accounts.stop_recovery", _recovery(cast).uuid)}


def _link(purpose: str, subject: Any) -> str:
    return tokens.issue_link(
        purpose=purpose, subject=subject, network=None, lasts=timedelta(days=1)
    )


def _recovery(cast: Cast) -> Recovery:
    return Recovery.objects.create(
        person=cast.people["bas"], started_by=cast.people["dewi"], in_network=cast.linde.uuid
    )


def _in_linde(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde"}


def _bas(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "person": cast.people["bas"].uuid}


def _help_for_bas(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "recovery": _recovery(cast).uuid}


def _letter_for_bakker(cast: Cast) -> dict[str, Any]:
    made = Recovery.objects.create(
        person=cast.bakker, started_by=cast.dewi, in_network=cast.linde.uuid, by_letter=True
    )
    return {"slug": "de-linde", "recovery": made.uuid}


ROWS = [
    Row("account_login", NOT_AGAIN),
    Row("account_logout", {302: "nobody", 200: SIGNED_IN}, sends_on=True),
    Row("account_email", SENT_ON),
    Row("account_inactive", EVERYBODY_SEES),
    Row("account_signup", NOT_AGAIN),
    Row("account_email_verification_sent", SENT_ON, sends_on=True),
    Row("account_request_login_code", NOT_AGAIN),
    Row("account_confirm_login_code", SENT_ON, sends_on=True),
    Row("account_reset_password", EVERYBODY_SEES),
    Row("account_confirm_password_reset_code", SENT_ON, sends_on=True),
    Row("account_complete_password_reset", SENT_ON, sends_on=True),
    Row("account_password_reset_completed", EVERYBODY_SEES),
    Row("mfa_authenticate", SENT_ON, sends_on=True),
    Row("accounts:me", ALL_SIGNED_IN),
    Row("accounts:edit_name", ALL_SIGNED_IN),
    Row("accounts:edit_reading", ALL_SIGNED_IN),
    Row("accounts:edit_password", ALL_SIGNED_IN),
    Row("accounts:edit_email", ALL_SIGNED_IN),
    Row("accounts:confirm_email", SENT_ON),
    Row("accounts:undo_email", EVERYBODY_SEES, where=_undo),
    Row("accounts:email_undone", EVERYBODY_SEES),
    Row("accounts:list_sessions", ALL_SIGNED_IN),
    Row(
        "accounts:end_session",
        {302: "nobody", 404: SIGNED_IN},
        method="POST",
        data={"number": "999999"},
    ),
    Row("accounts:end_other_sessions", SENT_ON, method="POST"),
    Row("accounts:confirm_identity", ALL_SIGNED_IN),
    Row("accounts:send_identity_code", SENT_ON, method="POST"),
    Row("accounts:second_factor", ALL_SIGNED_IN),
    Row("accounts:recovery_codes", ALL_SIGNED_IN),
    Row("accounts:renew_recovery_codes", SENT_ON, method="POST"),
    Row("accounts:remove_second_factor", ALL_SIGNED_IN),
    Row("accounts:close_account", ALL_SIGNED_IN),
    Row("accounts:account_closed", EVERYBODY_SEES),
    Row("accounts:stop_recovery", EVERYBODY_SEES, where=_stop),
    Row("accounts:recovery_stopped", EVERYBODY_SEES),
    Row("accounts:list_recoveries", HELP, where=_in_linde, logs=Looks.LIST, second_factor=True),
    Row("accounts:start_recovery", HELP, where=_bas, logs=Looks.PERSON, second_factor=True),
    Row("sign_in_help", EVERYBODY_SEES),
    Row("kept_form", SENT_ON),
    Row("accounts:stop_by_code", EVERYBODY_SEES),
    Row("enter_by_letter", EVERYBODY_SEES),
    Row("accounts:own_recovery", SENT_ON),
    Row(
        "accounts:recovery_letter",
        HELP,
        method="POST",
        where=_letter_for_bakker,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "accounts:recovery_entry_letter",
        {302: "nobody", 404: STRANGERS, 403: f"amina els lena ben {HELPERS}"},
        method="POST",
        where=_letter_for_bakker,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "accounts:confirm_recovery",
        HELP,
        where=_help_for_bas,
        logs=Looks.PERSON,
        second_factor=True,
    ),
]
