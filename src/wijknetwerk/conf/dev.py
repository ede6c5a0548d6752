"""Settings of the demo and of development: no secret from outside is needed."""

import secrets

from wijknetwerk.conf.base import *  # noqa: F403
from wijknetwerk.conf.base import DATA_DIR

DEMO = True
_secret = DATA_DIR / "keys" / "demo-secret.txt"
if not _secret.exists():
    _secret.parent.mkdir(parents=True, exist_ok=True)
    _secret.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    _secret.chmod(0o600)
SECRET_KEY = _secret.read_text(encoding="utf-8").strip()
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
HELP_PHONE = "026 555 01 00"
EMAIL_BACKEND = "wijknetwerk.core.outbox.backend.KeepBackend"

# What falls over must leave a trace where the demo was started; Django says it only with DEBUG.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["terminal"], "level": "ERROR", "propagate": False}},
}
