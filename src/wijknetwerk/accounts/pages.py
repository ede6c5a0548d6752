"""The rules of the pages that django-allauth brings (A1): which are open to strangers."""

from wijknetwerk.core.pages import PageRule, library_pages

PUBLIC = (
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_confirm_email",
    "account_email_verification_sent",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_request_login_code",
    "account_confirm_login_code",
    "mfa_authenticate",
)
PRIVATE = (
    "account_reauthenticate",
    "account_email",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "usersessions_list",
)


def register() -> None:
    """Called once, when the app is ready."""
    for name in PUBLIC:
        library_pages[name] = PageRule(public=True)
    for name in PRIVATE:
        library_pages[name] = PageRule()
