"""K1: encrypted at rest, bound to its place, with a key ring from outside the database."""

import base64
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from wijknetwerk.core import crypto
from wijknetwerk.core.crypto import keyring
from wijknetwerk.core.errors import Damaged, KeyMissing

ROW = UUID("7b1f2a55-6f2b-4b8c-9a55-1d2e3f405162")
OTHER = UUID("00000000-6f2b-4b8c-9a55-1d2e3f405162")
PLACE = crypto.place_of("plans.Need", ROW, "text")


@pytest.fixture(autouse=True)
def ring_file(settings: object, tmp_path: Path) -> Path:
    path = tmp_path / "keys" / "keyring.json"
    settings.KEY_FILE = path  # type: ignore[attr-defined]
    return path


@given(st.text())
def test_what_is_encrypted_is_read_again_at_its_own_place(text: str) -> None:
    assert crypto.decrypt(crypto.encrypt(text, bound_to=PLACE), bound_to=PLACE) == text


@given(st.binary(max_size=2000))
def test_a_sealed_file_is_read_again_at_its_own_place(content: bytes) -> None:
    sealed = crypto.encrypt_bytes(content, bound_to=PLACE)
    assert crypto.decrypt_bytes(sealed, bound_to=PLACE) == content


def test_the_token_says_its_version_and_key_and_nothing_of_the_text() -> None:
    token = crypto.encrypt("mijn heup", bound_to=PLACE)
    version, key_id, rest = token.split(":")
    assert version == "v1"
    assert key_id == keyring.load().current
    assert len(base64.b64decode(rest)) == 12 + len("mijn heup") + 16
    assert token != crypto.encrypt("mijn heup", bound_to=PLACE)


@pytest.mark.parametrize(
    "place",
    [
        crypto.place_of("plans.Need", OTHER, "text"),
        crypto.place_of("plans.Need", ROW, "title"),
        crypto.place_of("plans.Want", ROW, "text"),
    ],
)
def test_a_text_that_was_moved_to_another_row_column_or_table_cannot_be_read(place: str) -> None:
    with pytest.raises(Damaged):
        crypto.decrypt(crypto.encrypt("mijn heup", bound_to=PLACE), bound_to=place)


@given(st.data())
def test_a_token_with_any_changed_character_cannot_be_read(data: st.DataObject) -> None:
    token = crypto.encrypt("mijn heup", bound_to=PLACE)
    at = data.draw(st.integers(0, len(token) - 1))
    letter = data.draw(st.sampled_from("abcXYZ019:+/=- "))
    letter = "~" if letter == token[at] else letter
    with pytest.raises((Damaged, KeyMissing)):
        crypto.decrypt(token[:at] + letter + token[at + 1 :], bound_to=PLACE)


@pytest.mark.parametrize("text", ["", "mijn heup", "v1", "v1:x", "v2:x:AAAA"])
def test_plain_text_in_the_column_is_never_taken_for_a_token(text: str) -> None:
    with pytest.raises(Damaged):
        crypto.decrypt(text, bound_to=PLACE)


def test_without_a_key_there_is_a_clear_refusal(settings: object) -> None:
    token = crypto.encrypt("mijn heup", bound_to=PLACE)
    settings.DEMO = settings.TESTING = False  # type: ignore[attr-defined]
    Path(settings.KEY_FILE).unlink()  # type: ignore[attr-defined]
    for act in (crypto.encrypt, crypto.decrypt):
        with pytest.raises(KeyMissing) as refusal:
            act(token, bound_to=PLACE)
        assert refusal.value.status == 503
    assert not Path(settings.KEY_FILE).exists()  # type: ignore[attr-defined]


def test_another_ring_cannot_read_it(ring_file: Path) -> None:
    token = crypto.encrypt("mijn heup", bound_to=PLACE)
    ring_file.unlink()
    with pytest.raises(KeyMissing):
        crypto.decrypt(token, bound_to=PLACE)


def test_a_new_ring_is_readable_by_its_owner_only(ring_file: Path) -> None:
    keyring.load()
    assert stat.S_IMODE(ring_file.stat().st_mode) == 0o600


def test_a_ring_is_never_overwritten_by_a_second_process(ring_file: Path) -> None:
    first = keyring.load()
    keyring.create(ring_file)
    assert keyring.load() == first


def test_after_a_rotation_old_texts_are_read_and_new_ones_use_the_new_key() -> None:
    old = keyring.load()
    token = crypto.encrypt("mijn heup", bound_to=PLACE)
    keyring.save(old.with_new_key())
    assert crypto.decrypt(token, bound_to=PLACE) == "mijn heup"
    newer = crypto.encrypt("mijn heup", bound_to=PLACE)
    assert crypto.key_id_of(newer) != old.current


def test_the_ring_from_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    key = base64.b64encode(bytes(range(32))).decode()
    ring = {"current": "k1", "keys": {"k1": {"key": key}}}
    monkeypatch.setenv("WIJKNETWERK_KEYS", json.dumps(ring))
    assert crypto.key_id_of(crypto.encrypt("x", bound_to=PLACE)) == "k1"
    assert keyring.is_from_environment()


@pytest.mark.parametrize(
    "broken",
    [
        "no json",
        "[]",
        '{"current": "k1", "keys": {}}',
        '{"current": "k1", "keys": {"k1": {"key": "AAAA"}}}',
        '{"current": "k:1", "keys": {"k:1": {"key": "' + "A" * 43 + '="}}}',
    ],
)
def test_a_ring_that_is_not_right_is_refused_with_one_sentence(
    broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIJKNETWERK_KEYS", broken)
    with pytest.raises(ImproperlyConfigured, match=r"^The key ring in WIJKNETWERK_KEYS .*\.$"):
        keyring.load()


def test_a_fingerprint_recognises_a_key_and_repr_shows_none() -> None:
    ring = keyring.load()
    assert crypto.fingerprint() == crypto.fingerprints()[ring.current]
    assert len(crypto.fingerprint()) == 19
    key = ring.keys[ring.current]
    for secret in (key.hex(), base64.b64encode(key).decode(), repr(key)):
        assert secret not in repr(ring) + crypto.fingerprint()


def test_the_first_ring_is_made_without_settings_and_never_twice(tmp_path: Path) -> None:
    path = tmp_path / "new" / "ring.json"
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "wijknetwerk.core.crypto", str(path)]
    first = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    content = path.read_text()
    second = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (first.returncode, second.returncode) == (0, 1)
    assert path.read_text() == content
    assert json.loads(content)["keys"].keys() == {json.loads(content)["current"]}
