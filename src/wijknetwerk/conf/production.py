"""Settings of production: every secret from the environment, and no default is accepted."""

from django.core.exceptions import ImproperlyConfigured

from wijknetwerk.conf import env
from wijknetwerk.conf.base import *  # noqa: F403

SECRET_KEY = env.text("SECRET_KEY")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or "only-for-tests" in SECRET_KEY:
    raise ImproperlyConfigured(
        "WIJKNETWERK_SECRET_KEY is too short or a default. Make one of at least 50 random"
        " characters; see docs/how-to/run-in-production.md."
    )
ALLOWED_HOSTS = env.listing("HOSTS")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set WIJKNETWERK_HOSTS to the name of your site.")
SITE_URL = env.text("SITE_URL").rstrip("/")
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
