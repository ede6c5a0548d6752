"""Signing in: the pages of django-allauth that we offer, at addresses of our own, with the names
that the library knows. What is not here does not exist."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from django.urls import path

from wijknetwerk.accounts.views import helped, kept, openid, passkeys
from wijknetwerk.accounts.views.addresses import to_own_address
from wijknetwerk.accounts.views.entrance import SignInView

urlpatterns = [
    path("", SignInView.as_view(), name="account_login"),
    path("hulp/", helped.sign_in_help, name="sign_in_help"),
    path("brief/", helped.enter_by_letter, name="enter_by_letter"),
    path("bewaard/", kept.kept_form, name="kept_form"),
    path("uit/", account.logout, name="account_logout"),
    path("gesloten/", account.account_inactive, name="account_inactive"),
    path("aanmelden/", account.signup, name="account_signup"),
    path("adres/", account.email_verification_sent, name="account_email_verification_sent"),
    path("adres/wijzigen/", to_own_address, name="account_email"),
    path("code/", account.request_login_code, name="account_request_login_code"),
    path("code/invullen/", account.confirm_login_code, name="account_confirm_login_code"),
    path("tweede-stap/", mfa.authenticate, name="mfa_authenticate"),
    path("passkey/", passkeys.sign_in_with_passkey, name="passkey_sign_in"),
    path("passkey/vraag/", passkeys.passkey_to_sign_in, name="passkey_to_sign_in"),
    path("met/<slug:provider>/", openid.go_to_provider, name="openid_go"),
    path("met/<slug:provider>/terug/", openid.back_from_provider, name="openid_back"),
    path("wachtwoord/", account.password_reset, name="account_reset_password"),
    path(
        "wachtwoord/code/",
        account.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path(
        "wachtwoord/nieuw/", account.complete_password_reset, name="account_complete_password_reset"
    ),
    path(
        "wachtwoord/klaar/",
        account.password_reset_from_key_done,
        name="account_password_reset_completed",
    ),
]
