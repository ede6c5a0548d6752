"""Production starts only with secrets of its own, and then `check --deploy` has nothing to say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wijknetwerk.core.crypto import keyring

pytestmark = pytest.mark.once
GOOD_SECRET = "Yt7-kf03JmqP_s8Vd2xLw9Zr5BnC1hGu6AeXiT4oEjQyNvRb0a"


@pytest.fixture
def good(tmp_path: Path) -> dict[str, str]:
    """An environment with everything that production asks."""
    ring = tmp_path / "keys" / "ring.json"
    keyring.create(ring)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("WIJKNETWERK_", "DJANGO_", "WN_"))
    }
    return kept | {
        "DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.production",
        "WIJKNETWERK_SECRET_KEY": GOOD_SECRET,
        "WIJKNETWERK_HOSTS": "wijk.example",
        "WIJKNETWERK_SITE_URL": "https://wijk.example",
        "WIJKNETWERK_DATA": str(tmp_path / "data"),
        "WIJKNETWERK_KEY_FILE": str(ring),
    }


CHECK = ("-m", "django", "check", "--deploy", "--fail-level", "WARNING")
START = ("-c", "import django; django.setup()")


def ran(command: tuple[str, ...], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_check_deploy_has_nothing_to_say(good: dict[str, str]) -> None:
    done = ran(CHECK, good)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues (0 silenced)" in done.stdout


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("SECRET_KEY", None, "Set WIJKNETWERK_SECRET_KEY"),
        ("SECRET_KEY", "short", "too short or a default"),
        ("SECRET_KEY", "a" * 60, "too short or a default"),
        ("SECRET_KEY", "only-for-tests-" + GOOD_SECRET, "too short or a default"),
        ("SECRET_KEY", "django-insecure-" + GOOD_SECRET, "too short or a default"),
        ("HOSTS", "", "Set WIJKNETWERK_HOSTS"),
        ("SITE_URL", None, "Set WIJKNETWERK_SITE_URL"),
        ("SITE_URL", "http://wijk.example", "must begin with https://"),
        ("KEY_FILE", "/nowhere/ring.json", "The key ring is missing"),
        ("KEYS", "{}", "The key ring in WIJKNETWERK_KEYS can't be read"),
        ("METRICS_TOKEN", "short", "WIJKNETWERK_METRICS_TOKEN is too short"),
    ],
)
def test_production_refuses_with_one_sentence(
    good: dict[str, str], name: str, value: str | None, sentence: str
) -> None:
    environment = dict(good)
    environment.pop(f"WIJKNETWERK_{name}", None)
    if value is not None:
        environment[f"WIJKNETWERK_{name}"] = value
    done = ran(START, environment)
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert sentence in last
