"""Settings of django-allauth: how people sign in. Reasons: docs/accounts.md."""

ACCOUNT_ADAPTER = "wijknetwerk.accounts.adapter.AccountAdapter"
MFA_ADAPTER = "wijknetwerk.accounts.mfa.MfaAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login_name"
ACCOUNT_USER_DISPLAY = "wijknetwerk.accounts.models.display_name"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 900
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 1
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 1
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 900
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

# A code that confirms an address has 6 digits. One that lets somebody in has 8, because a stranger
# may ask for such codes as often as the limits allow.
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "dashed": True, "length": 8}
ACCOUNT_PASSWORD_RESET_BY_CODE_CODE_FORMAT = {"numeric": True, "dashed": True, "length": 8}

# Limits on tries. `key` is made by accounts.limits, so that a stranger who hammers an address
# doesn't lock out its owner. Counted in the cache, which all processes share.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "signup": "30/m/ip",
    "request_login_code": "20/m/ip,3/5m/key",
    "code_mails": "40/15m/key",
    "code_tries": "30/m/ip,10/15m/key",
    "reset_password": "20/m/ip,3/5m/key",
    "reset_password_from_key": "20/m/ip",
    "confirm_email": "1/10s/key",
    "identity_code": "5/15m/user",
    "change_email": "5/15m/user",
    "reauthenticate": "10/5m/user",
    "passkey": "60/m/ip",
}

_FORMS = "wijknetwerk.accounts.forms.entrance"
ACCOUNT_FORMS = {
    "login": f"{_FORMS}.SignInForm",
    "signup": f"{_FORMS}.SignUpForm",
    "request_login_code": f"{_FORMS}.AskCodeForm",
    "confirm_login_code": f"{_FORMS}.SignInCodeForm",
    "confirm_email_verification_code": f"{_FORMS}.AddressCodeForm",
    "reset_password": f"{_FORMS}.ForgottenPasswordForm",
    "confirm_password_reset_code": f"{_FORMS}.ForgottenPasswordCodeForm",
    "reset_password_from_key": f"{_FORMS}.NewPasswordForm",
}
MFA_FORMS = {"authenticate": f"{_FORMS}.SecondStepForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # finger, face or PIN: so one touch is both steps
MFA_TOTP_ISSUER = "Wijknetwerk"
MFA_TOTP_TOLERANCE = 1
USERSESSIONS_TRACK_ACTIVITY = False

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("given_name", "family_name", "email", "login_name")},
    },
]

SECOND_FACTOR_URL = "accounts:second_factor"

# Rule A5: who may help somebody who can't sign in any more; always two of them.
RECOVERY_ROLES = ("coordinator", "administrator", "village_supporter", "privacy_officer")
RECOVERY_DELAY_DAYS = 3
RECOVERY_LETTER_DAYS = 7  # for who is told by letter: post takes its time
RECOVERY_KNOWN_DAYS = 28  # how long they must have taken part together
SECOND_FACTOR_HOURS = 12  # then it is asked again
EMAIL_UNDO_DAYS = 7
