"""Settings that hold everywhere. `dev`, `test` and `production` build on them."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from wijknetwerk import __version__
from wijknetwerk.conf import env, maps, openid
from wijknetwerk.conf.database import database

PACKAGE = Path(__file__).resolve().parents[1]
DATA_DIR = env.folder("DATA", env.ROOT / "var")

TESTING = False
DEBUG = False
DEMO = False

SITE_NAME = env.text("SITE_NAME", "Wijknetwerk")
SITE_URL = env.text("SITE_URL", "http://localhost:8000").rstrip("/")
HELP_PHONE = env.text("HELP_PHONE", "")
HELP_EMAIL = env.text("HELP_EMAIL", "")
HELP_HOURS = env.text("HELP_HOURS", "")  # when the phone is answered, in words
MAP_TILES, MAP_TILES_HOST = maps.tiles()  # no tile server unless one is set up
MAP_TILES_BY = env.text("MAP_TILES_BY", "")
SECURITY_CONTACT = env.text("SECURITY_CONTACT", "")  # address for /.well-known/security.txt
LOG_SOURCE = f"wijknetwerk/{__version__}"
POLICY_VERSION = "2026-11"  # the rules of access in docs/access-matrix.md

INSTALLED_APPS = [
    "wijknetwerk.core",
    "wijknetwerk.accounts",
    "wijknetwerk.privacy",
    "wijknetwerk.notices",
    "wijknetwerk.networks",
    "wijknetwerk.agenda",
    "wijknetwerk.goals",
    "wijknetwerk.directory",
    "wijknetwerk.library",
    "wijknetwerk.voices",
    "wijknetwerk.roadmap",
    "wijknetwerk.mutual_aid",
    "wijknetwerk.plans",
    "wijknetwerk.front",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "wijknetwerk.core.middleware.figures.FiguresMiddleware",
    "wijknetwerk.core.middleware.trace.TraceMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "wijknetwerk.core.middleware.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "wijknetwerk.core.middleware.size.SizeMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wijknetwerk.core.middleware.actor.ActorMiddleware",
    "wijknetwerk.core.middleware.language.LanguageMiddleware",
    "wijknetwerk.core.middleware.errors.ErrorMiddleware",
    "wijknetwerk.accounts.kept.KeptMiddleware",
    "wijknetwerk.core.middleware.gate.GateMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
]

ROOT_URLCONF = "wijknetwerk.conf.urls"
WSGI_APPLICATION = "wijknetwerk.conf.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "wijknetwerk.core.templating.environment",
            "context_processors": ["wijknetwerk.core.shell.context"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {"default": database(DATA_DIR / "wijknetwerk.sqlite3")}
DATABASE_ENFORCES_SCOPE = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        # Limits on tries live here. Above this number Django forgets a third of them, also those
        # that still hold; its own default of 300 would let anybody wipe a limit on purpose.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["wijknetwerk.accounts.backends.PersonBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/vandaag/"
LOGOUT_REDIRECT_URL = "/"

SESSION_ENGINE = "wijknetwerk.accounts.sessions"
SESSION_COOKIE_NAME = "wn_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_COOKIE_NAME = "wn_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "wijknetwerk.core.views.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_NAME = "wn_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = env.folder("STATIC", DATA_DIR / "static")
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DATA_DIR / "files")},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("SMTP_HOST", "localhost")
EMAIL_PORT = env.number("SMTP_PORT", 25)
EMAIL_HOST_USER = env.text("SMTP_USER", "")
EMAIL_HOST_PASSWORD = env.text("SMTP_PASSWORD", "")
EMAIL_USE_TLS = env.flag("SMTP_STARTTLS")
EMAIL_USE_SSL = env.flag("SMTP_TLS")
EMAIL_TIMEOUT = 20
MAIL_DOMAIN = env.text("MAIL_DOMAIN", "wijknetwerk.localhost")
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "Wijknetwerk <post@localhost>")

# Anchors of the log and keys live outside the database (rules A3 and K1).
ANCHOR_FILE = env.folder("ANCHOR_FILE", DATA_DIR / "anchors" / "log-anchors.jsonl")
KEY_FILE = env.folder("KEY_FILE", DATA_DIR / "keys" / "keyring.json")
ERASURES_FILE = env.folder("ERASURES_FILE", DATA_DIR / "erasures" / "erasures.jsonl")
PG_PROGRAMS = env.text("PG_PROGRAMS", "")  # the folder of pg_dump and pg_restore, if not in PATH
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],  # recordings of stories
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# A proxy's headers are believed only from this many proxies in front of us.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)
OPENID_PROVIDERS = openid.providers()
METRICS_TOKEN = env.text("METRICS_TOKEN", "")
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES

from wijknetwerk.conf.accounts import *  # noqa: E402, F403
