"""The demo's post is for the demo: elsewhere it has no address and its pages refuse."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts import demo
from wijknetwerk.core.outbox.queue import store

ASK = "import django; django.setup(); from django.urls import reverse; reverse('demo:post')"


def test_mail_can_be_read_with_its_link(cast: Cast, sign_in: SignIn) -> None:
    mail = store("t", "iemand@voorbeeld.example", "Dag", "Kijk op\nhttps://x.example/a?b=1 ok")
    page = sign_in("sam").get(reverse("demo:letter", kwargs={"mail": mail.uuid})).content.decode()
    assert 'href="https://x.example/a?b=1"' in page


def test_everybodys_code_of_this_moment_is_shown(cast: Cast, sign_in: SignIn) -> None:
    demo.give_authenticator(cast.dewi, "JBSWY3DPEHPK3PXP")
    page = sign_in("sam").get(reverse("demo:post")).content.decode()
    assert demo.current_code(cast.dewi) in page


def test_the_pages_refuse_outside_the_demo(cast: Cast, sign_in: SignIn, settings: Any) -> None:
    mail = store("t", "iemand@voorbeeld.example", "Dag", "Geheim")
    settings.DEMO = False
    browser = sign_in("vera")
    assert browser.get(reverse("demo:post")).status_code == 404
    assert browser.get(reverse("demo:letter", kwargs={"mail": mail.uuid})).status_code == 404
    with pytest.raises(RuntimeError):
        demo.current_code(cast.dewi)


def test_it_has_no_address_in_production(tmp_path: Path) -> None:
    keys = tmp_path / "keyring.json"
    make = [sys.executable, "-m", "wijknetwerk.core.crypto", str(keys)]
    subprocess.run(make, check=True, capture_output=True)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.production",
        "WIJKNETWERK_SECRET_KEY": "".join(chr(33 + n % 90) for n in range(60)),
        "WIJKNETWERK_KEY_FILE": str(keys),
        "WIJKNETWERK_HOSTS": "wijk.example",
        "WIJKNETWERK_SITE_URL": "https://wijk.example",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=False
    )
    assert "NoReverseMatch" in done.stderr
