"""Addresses of 'my account', and of links in mails about it."""

from django.urls import path

from wijknetwerk.accounts.views import (
    account,
    addresses,
    closing,
    factor,
    helped,
    helping,
    identity,
    openid,
    passkeys,
)
from wijknetwerk.accounts.views import sessions as browsers

app_name = "accounts"
urlpatterns = [
    path("", account.my_account, name="me"),
    path("naam/", account.edit_name, name="edit_name"),
    path("lezen/", account.edit_reading, name="edit_reading"),
    path("wachtwoord/", account.edit_password, name="edit_password"),
    path("adres/", addresses.edit_email, name="edit_email"),
    path("adres/code/", addresses.confirm_email, name="confirm_email"),
    path("adres/terug/<str:secret>/", addresses.undo_email, name="undo_email"),
    path("adres/staat-terug/", addresses.email_undone, name="email_undone"),
    path("apparaten/", browsers.list_sessions, name="list_sessions"),
    path("apparaten/uit/", browsers.end_session, name="end_session"),
    path("apparaten/andere-uit/", browsers.end_other_sessions, name="end_other_sessions"),
    path("nog-eens/", identity.confirm_identity, name="confirm_identity"),
    path("nog-eens/code/", identity.send_identity_code, name="send_identity_code"),
    path("tweede-stap/", factor.second_factor, name="second_factor"),
    path("tweede-stap/codes/", factor.recovery_codes, name="recovery_codes"),
    path("tweede-stap/codes/nieuw/", factor.renew_recovery_codes, name="renew_recovery_codes"),
    path("tweede-stap/weg/", factor.remove_second_factor, name="remove_second_factor"),
    path("passkeys/", passkeys.list_passkeys, name="list_passkeys"),
    path("passkeys/nieuw/", passkeys.add_passkey, name="add_passkey"),
    path("passkeys/nieuw/vraag/", passkeys.passkey_to_make, name="passkey_to_make"),
    path("passkeys/vraag/", passkeys.passkey_to_show, name="passkey_to_show"),
    path("passkeys/<int:number>/naam/", passkeys.rename_passkey, name="rename_passkey"),
    path("passkeys/<int:number>/weg/", passkeys.remove_passkey, name="remove_passkey"),
    path("elders/", openid.linked_accounts, name="linked_accounts"),
    path("elders/<slug:provider>/", openid.link_account, name="link_account"),
    path("elders/<slug:provider>/weg/", openid.unlink_account, name="unlink_account"),
    path("sluiten/", closing.close_account, name="close_account"),
    path("gesloten/", closing.account_closed, name="account_closed"),
    path("hulp/stop/", helped.stop_by_code, name="stop_by_code"),
    path("geholpen/", helped.own_recovery, name="own_recovery"),
    path("hulp/stop/<str:secret>/", helping.stop_recovery, name="stop_recovery"),
    path("hulp/gestopt/", helping.recovery_stopped, name="recovery_stopped"),
    path("hulp/<slug:slug>/", helping.list_recoveries, name="list_recoveries"),
    path("hulp/<slug:slug>/<uuid:person>/", helping.start_recovery, name="start_recovery"),
    path(
        "hulp/<slug:slug>/bevestigen/<uuid:recovery>/",
        helping.confirm_recovery,
        name="confirm_recovery",
    ),
    path(
        "hulp/<slug:slug>/bevestigen/<uuid:recovery>/brief/",
        helping.recovery_letter,
        {"which": "stop"},
        name="recovery_letter",
    ),
    path(
        "hulp/<slug:slug>/bevestigen/<uuid:recovery>/brief-met-code/",
        helping.recovery_letter,
        {"which": "code"},
        name="recovery_entry_letter",
    ),
]
