"""Settings of the tests: SQLite in memory, or PostgreSQL by DATABASE_URL; everything else real."""

import os
import tempfile
from pathlib import Path

from wijknetwerk.conf.base import *  # noqa: F403
from wijknetwerk.conf.base import DATABASES, STORAGES

TESTING = True
if name := os.environ.get("WN_TEST_DB"):
    DATABASES["default"].setdefault("TEST", {})["NAME"] = name
DEMO = True
SECRET_KEY = "only-for-tests-" + "x" * 40
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATA_DIR = Path(tempfile.mkdtemp(prefix="wn-test-"))
ANCHOR_FILE = DATA_DIR / "anchors" / "log-anchors.jsonl"
KEY_FILE = DATA_DIR / "keys" / "keyring.json"
ERASURES_FILE = DATA_DIR / "erasures" / "erasures.jsonl"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    **STORAGES,
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DATA_DIR / "files")},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
HELP_PHONE = "026 555 01 00"
SECURITY_CONTACT = "security@voorbeeld.example"
