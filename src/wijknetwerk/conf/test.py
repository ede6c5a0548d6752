"""Settings of the tests: an SQLite file, or PostgreSQL by DATABASE_URL; everything else real."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from wijknetwerk.conf.base import *  # noqa: F403
from wijknetwerk.conf.base import DATABASES, STORAGES

TESTING = True
DEMO = True
SECRET_KEY = "only-for-tests-" + "x" * 40
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATA_DIR = Path(tempfile.mkdtemp(prefix="wn-test-"))
atexit.register(shutil.rmtree, DATA_DIR, ignore_errors=True)
# A file, not memory: several connections at the same moment behave as they do in real use.
_test_database = os.environ.get("WIJKNETWERK_TEST_DATABASE", "")
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
elif _test_database:
    DATABASES["default"]["TEST"] = {"NAME": _test_database}
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
