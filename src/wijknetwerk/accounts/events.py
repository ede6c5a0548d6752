"""What the log's events about accounts mean to the person whose account it is."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "accounts.person_made": _("Wrote down your name"),
    "accounts.person_renamed": _("Changed your name"),
    "accounts.phone_changed": _("Changed your phone number"),
    "accounts.reading_changed": _("Changed language or text size"),
    "accounts.signed_up": _("Made an account"),
    "accounts.signed_in": _("Signed in"),
    "accounts.signed_out": _("Signed out"),
    "accounts.sign_in_failed": _("Tried to sign in, without success"),
    "accounts.address_confirmed": _("Confirmed your e-mail address"),
    "accounts.email_changed": _("Changed your e-mail address"),
    "accounts.email_undone": _("Put your old e-mail address back"),
    "accounts.password_changed": _("Changed your password"),
    "accounts.second_factor_set_up": _("Set up the second step of signing in"),
    "accounts.second_factor_given": _("Confirmed with the second step"),
    "accounts.second_factor_removed": _("Removed the second step of signing in"),
    "accounts.recovery_codes_renewed": _("Made new recovery codes"),
    "accounts.name_code_set_up": _("Set up signing in with a name code"),
    "accounts.session_ended": _("Signed out another device"),
    "accounts.sessions_ended": _("Signed out all other devices"),
    "accounts.person_to_help_seen": _("Saw your name to help you sign in"),
    "accounts.recovery_started": _("Began to help you sign in again"),
    "accounts.recovery_confirmed": _("Confirmed the help with signing in"),
    "accounts.recovery_stopped": _("Stopped the help with signing in"),
    "accounts.recovery_done": _("Ended your second step, so that you can sign in again"),
    "accounts.administrator_made": _("Made you administrator of the platform"),
    "accounts.account_closed": _("Closed your account"),
    "core.erasure_replayed": _("Erased your data again after a restore"),
}
