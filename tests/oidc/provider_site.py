"""A real OpenID Connect provider: django-allauth's own, as a Django site of its own.

    python -m tests.oidc.provider_site PORT FOLDER CALLBACK

Whoever visits /als/NAME/ is signed in there as NAME. Some names make it misbehave: see `Adapter`.
"""

import sys
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

CLIENT = "wijknetwerk-tests"
SECRET = "niet-zo-geheim"


def _settings(port: int, folder: Path) -> dict[str, Any]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return {
        "SECRET_KEY": "only-for-this-test",
        "ALLOWED_HOSTS": ["localhost"],
        "ROOT_URLCONF": "tests.oidc.provider_urls",
        "USE_TZ": True,
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "DATABASES": {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(folder / "provider.sqlite3"),
            }
        },
        "INSTALLED_APPS": [
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        "MIDDLEWARE": [
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
        "AUTHENTICATION_BACKENDS": ["django.contrib.auth.backends.ModelBackend"],
        "SESSION_COOKIE_NAME": "provider_session",
        "IDP_OIDC_PRIVATE_KEY": key.decode(),
        "IDP_OIDC_ADAPTER": "tests.oidc.provider_urls.Adapter",
    }


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_anything: Any) -> None:
        """Say nothing."""


def main(port: int, folder: Path, callback: str) -> None:
    """Make the database, the one client and the people; then serve."""
    settings.configure(**_settings(port, folder))
    django.setup()
    from allauth.idp.oidc.models import Client
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    client = Client(id=CLIENT, name="Wijknetwerk", skip_consent=True)
    client.scopes = "openid\nprofile\nemail"
    client.redirect_uris = callback
    client.set_secret(SECRET)
    client.save()
    with make_server("localhost", port, get_wsgi_application(), handler_class=_Quiet) as server:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
