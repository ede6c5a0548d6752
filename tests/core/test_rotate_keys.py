"""K1: a rotation brings everything under the new key, and one that was stopped goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from wijknetwerk.core import crypto, file_upkeep, files, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.crypto import keyring, rotation
from wijknetwerk.core.models import LogEntry, PrivateFile

PDF = b"%PDF-1.7 verslag"


@pytest.fixture(autouse=True)
def own_ring(settings: object, tmp_path: Path, db: None) -> None:
    settings.KEY_FILE = tmp_path / "keyring.json"  # type: ignore[attr-defined]


@pytest.fixture
def stored() -> Iterator[list[PrivateFile]]:
    with scope.acting(Actor.system("tests")):
        yield [files.store(name=f"{n}.pdf", content=PDF + b"%d" % n) for n in range(7)]


def keys_in_use() -> set[str]:
    rows = PrivateFile.objects.all()
    return {crypto.key_id_of(row.name.token) for row in rows} | {row.key_id for row in rows}


def all_is_read() -> bool:
    rows = PrivateFile.objects.order_by("pk")
    return all(
        row.name.read() == f"{n}.pdf" and files.content_of(row) == PDF + b"%d" % n
        for n, row in enumerate(rows)
    )


def test_everything_gets_the_new_key_and_the_old_one_retires(
    stored: list[PrivateFile], capsys: pytest.CaptureFixture[str]
) -> None:
    old = keyring.load().current
    call_command("rotate_keys")
    ring = keyring.load()
    assert ring.current != old
    assert keys_in_use() == {ring.current}
    assert (ring.retired, ring.rotating) == (frozenset({old}), False)
    assert all_is_read()
    told = capsys.readouterr().out
    assert "core.PrivateFile.name: 7 of 7" in told
    assert crypto.fingerprint() in told
    assert LogEntry.objects.get(event="core.keys_rotated").detail["changed"] == 14


class PowerCut(BaseException):
    """What no code of ours catches."""


@pytest.mark.parametrize("after", range(1, 9))
def test_a_rotation_that_is_stopped_anywhere_goes_on(
    stored: list[PrivateFile], after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)
    steps = iter(range(after))

    def cut(*_told: object) -> None:
        if next(steps, None) is None:
            raise PowerCut

    with pytest.raises(PowerCut):
        rotation.rotate(new_key=True, progress=cut)
    begun = keyring.load().current
    assert all_is_read()
    done = rotation.rotate(new_key=True, progress=lambda *_told: None)
    assert done.resumed
    assert keyring.load().current == begun
    assert keys_in_use() == {begun}
    assert all_is_read()


def test_a_text_that_is_changed_meanwhile_is_not_overwritten(stored: list[PrivateFile]) -> None:
    old = keyring.load()
    keyring.save(old.with_new_key())
    column = rotation.Column(PrivateFile, PrivateFile._meta.get_field("name"))  # type: ignore[arg-type]
    first = stored[0]
    first.name = "0.pdf"  # saved by a page, with the new key, while the rotation runs
    first.save()
    assert column.left(keyring.load().current) == 6
    assert column.step(keyring.load().current, 100) == 6
    assert first.name.token == PrivateFile.objects.get(pk=first.pk).name.token


def test_keys_from_the_environment_are_not_changed_by_us(
    monkeypatch: pytest.MonkeyPatch, stored: list[PrivateFile]
) -> None:
    text = keyring.load() and Path(keyring.settings.KEY_FILE).read_text()
    monkeypatch.setenv("WIJKNETWERK_KEYS", text)
    with pytest.raises(CommandError, match="put the new key there first"):
        call_command("rotate_keys")
    call_command("rotate_keys", "--keep-key")
    assert all_is_read()


def test_files_are_among_what_is_rotated() -> None:
    titles = [part.title for part in rotation.parts()]
    assert "core.PrivateFile.name" in titles
    assert file_upkeep.FilesOfARotation.title in titles
