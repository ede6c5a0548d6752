"""Settings of production: every secret from the environment, and no default is accepted."""

from django.core.exceptions import ImproperlyConfigured

from wijknetwerk.conf import env
from wijknetwerk.conf.base import *  # noqa: F403
from wijknetwerk.conf.base import DATA_DIR, KEY_FILE, LOG_SOURCE
from wijknetwerk.core import observe
from wijknetwerk.core.crypto import keyring

SECRET_KEY = env.text("SECRET_KEY")
_DEFAULTS = ("only-for-tests", "django-insecure")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or SECRET_KEY.startswith(_DEFAULTS):
    raise ImproperlyConfigured(
        "WIJKNETWERK_SECRET_KEY is too short or a default. Make one of at least 50 random"
        " characters; see docs/how-to/run-in-production.md."
    )
ALLOWED_HOSTS = env.listing("HOSTS")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set WIJKNETWERK_HOSTS to the name of your site.")
SITE_URL = env.text("SITE_URL").rstrip("/")
if not SITE_URL.startswith("https://"):
    raise ImproperlyConfigured("WIJKNETWERK_SITE_URL must begin with https://.")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-wn_session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-wn_csrf"
if env.number("TRUSTED_PROXIES", 0):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]

keyring.check(KEY_FILE)
if 0 < len(env.text("METRICS_TOKEN", "")) < 20:
    raise ImproperlyConfigured("WIJKNETWERK_METRICS_TOKEN is too short: 20 characters or more.")

LOGGING = observe.logging_settings(env.text("LOG_LEVEL", "INFO"))
observe.prepare_shared_figures(DATA_DIR / "metrics")
if dsn := env.text("SENTRY_DSN", ""):
    observe.start_error_reports(dsn, release=LOG_SOURCE)
