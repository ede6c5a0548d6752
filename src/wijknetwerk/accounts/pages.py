"""The rules of the pages that django-allauth brings (A1): signing in is open to everybody."""

from wijknetwerk.core.pages import PageRule, library_pages

PUBLIC = (
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_email_verification_sent",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_reset_password",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_password_reset_completed",
    "mfa_authenticate",
)


def register() -> None:
    """Called once, when the app is ready."""
    for name in PUBLIC:
        library_pages[name] = PageRule(public=True)
