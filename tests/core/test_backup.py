"""K2: a backup that is restored gives everything back but who was erased, and holds no key."""

import base64
import io
import json
import tarfile
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client

from tests.cast import NOW, SYSTEM, Cast, make_cast
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.services.sessions import end_all_sessions
from wijknetwerk.core import backup, clock, erasures, files, log, registries, rls, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.crypto import keyring
from wijknetwerk.core.log import anchors
from wijknetwerk.core.log.verify import verify
from wijknetwerk.core.models import LogEntry, PrivateFile

pytestmark = pytest.mark.django_db(transaction=True)
PDF = b"%PDF-1.7 verslag"


class ErasesPeople:
    """Stands for the apps, so that this test is about the restore and not about them."""

    title = "people"

    def export(self, *, person_uuid: UUID) -> Iterable[Any]:
        return ()

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterator[registries.Erasure]:
        count = Person.objects.filter(uuid=person_uuid).update(
            family_name="", email=None, closed_at=clock.now(), is_active=False
        )
        yield registries.Erasure("people", count, "anonymised")


@pytest.fixture(autouse=True)
def outside(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anchors, keys, ledger and files of this test only."""
    settings.ANCHOR_FILE = tmp_path / "anchors.jsonl"
    settings.KEY_FILE = tmp_path / "keys" / "keyring.json"
    settings.ERASURES_FILE = tmp_path / "erasures" / "erasures.jsonl"
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path / "files")},
    }
    settings.STORAGES = storages
    only: registries.Registry[Any] = registries.Registry()
    only.register("people", ErasesPeople())
    monkeypatch.setattr(registries, "personal_data", only)


@pytest.fixture
def stocked(outside: None) -> Cast:
    cast = make_cast()
    with scope.acting(SYSTEM):
        log.record(SYSTEM, "tests.before", cast.linde)
        files.store(name="verslag.pdf", content=PDF)
        anchors.write()
    return cast


def names() -> set[str]:
    return set(Person.objects.values_list("family_name", flat=True))


def test_a_restore_gives_back_what_was_there_and_not_who_was_erased(
    stocked: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "backup.tar.gz"
    call_command("backup", archive)
    with scope.acting(SYSTEM), clock.frozen(NOW + timedelta(hours=2)):
        with transaction.atomic():
            for _done in ErasesPeople().erase(actor=SYSTEM, person_uuid=stocked.amina.uuid):
                erasures.note(stocked.amina.uuid)
        Person.objects.filter(pk=stocked.bas.pk).update(family_name="Veranderd")
        Person.objects.create_user("na@voorbeeld.example", family_name="Later")
        for _ in range(3):
            log.record(SYSTEM, "tests.after", stocked.linde)
        files.remove(PrivateFile.objects.get())
        anchors.write()
    capsys.readouterr()

    call_command("restore", archive, "--replace", "--yes")
    told = capsys.readouterr().out
    assert "Erased again, because they were after the backup: 1." in told
    assert "3 lines of the log are newer than the backup and are lost" in told
    assert {"Meer", "Kusuma"} <= names()
    assert names().isdisjoint({"Haddad", "Veranderd", "Later"})
    with scope.acting(SYSTEM):
        stored = PrivateFile.objects.get()
        assert (stored.name.read(), files.content_of(stored)) == ("verslag.pdf", PDF)
        report = verify()
        assert (report.wrong, report.lost) == (None, 3)
        assert LogEntry.objects.get(event="core.backup_restored").detail["lines_lost"] == 3
        assert not LogEntry.objects.filter(event="tests.after").exists()
        log.record(SYSTEM, "tests.goes_on", stocked.linde)
        anchors.write()
        assert verify().wrong is None
    assert rls.unguarded_tables("default") == []
    with scope.acting(stocked.actor("farid")):  # the policies and managers work as before
        from wijknetwerk.networks.models import Membership

        assert [m.person_id for m in Membership.objects.all()] == [stocked.farid.pk]
    call_command("verify_log")
    assert "3 lines that were written after a backup were lost" in capsys.readouterr().out


def test_a_restore_signs_in_nobody_who_was_signed_out_since(stocked: Cast, tmp_path: Path) -> None:
    thief = Client()
    thief.force_login(stocked.dewi)
    assert thief.get("/vandaag/").status_code == 200
    call_command("backup", tmp_path / "backup.tar.gz")
    end_all_sessions(stocked.dewi)
    call_command("restore", tmp_path / "backup.tar.gz", "--replace", "--yes")
    assert thief.get("/vandaag/").status_code == 302


def test_without_note_of_the_restore_the_lost_lines_would_be_missing(
    stocked: Cast, tmp_path: Path
) -> None:
    with scope.acting(SYSTEM):
        log.record(SYSTEM, "tests.after", stocked.linde)
        anchors.write()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET ROLE none")
        LogEntry.objects.filter(event="tests.after").delete()
        wrong = verify().wrong
    assert wrong is not None
    assert wrong.what == "missing"


def test_the_archive_holds_no_key_and_tells_the_fingerprint(
    stocked: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "backup.tar.gz"
    call_command("backup", archive)
    ring = keyring.load()
    key = ring.keys[ring.current]
    content = b""
    with tarfile.open(archive) as packed:
        for entry in packed:
            part = packed.extractfile(entry)
            assert part is not None
            content += part.read()
        assert {"database", "manifest.json"} <= set(packed.getnames())
    assert key not in content
    assert base64.b64encode(key) not in content
    assert b"verslag.pdf" not in content
    assert PDF not in content
    assert f"Key needed to read it: {keyring.fingerprint()}" in capsys.readouterr().out
    assert archive.stat().st_mode & 0o077 == 0


def test_it_does_not_restore_over_a_database_in_use(stocked: Cast, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar.gz"
    call_command("backup", archive)
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", archive)
    with pytest.raises(CommandError, match="--yes"):
        call_command("restore", archive, "--replace")
    with pytest.raises(CommandError, match="is there already"):
        call_command("backup", archive)


def test_an_empty_database_needs_no_question(tmp_path: Path) -> None:
    assert backup.is_empty()


def test_another_key_is_warned_of(
    stocked: Cast, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "backup.tar.gz"
    call_command("backup", archive)
    mark = keyring.fingerprint()
    settings.KEY_FILE = tmp_path / "other" / "keyring.json"
    call_command("restore", archive, "--replace", "--yes")
    assert f"Key {mark} is not on this server" in capsys.readouterr().err


def rewritten(archive: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The same archive with a part changed."""
    target = archive.with_name("changed.tar.gz")
    with tarfile.open(archive) as source, tarfile.open(target, "w:gz") as made:
        for entry in source:
            part = source.extractfile(entry)
            assert part is not None
            content = change(entry.name, part.read())
            entry.size = len(content)
            made.addfile(entry, io.BytesIO(content))
    return target


@pytest.mark.parametrize("part", ["database", "files/", "manifest.json"])
def test_a_damaged_backup_is_refused_and_nothing_changes(
    stocked: Cast, tmp_path: Path, part: str
) -> None:
    archive = tmp_path / "backup.tar.gz"
    call_command("backup", archive)

    def change(name: str, content: bytes) -> bytes:
        return content[:-1] + bytes([content[-1] ^ 1]) if name.startswith(part) else content

    before = names()
    with pytest.raises(CommandError, match=r"damaged|no backup of ours"):
        call_command("restore", rewritten(archive, change), "--replace", "--yes")
    assert names() == before


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "foto.jpg"
    wrong.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(CommandError, match="no backup"):
        call_command("restore", wrong)


def test_a_path_out_of_the_archive_is_refused(stocked: Cast, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.tar.gz"
    with tarfile.open(wrong, "w:gz") as made:
        entry = tarfile.TarInfo("files/../../outside")
        entry.size = 1
        made.addfile(entry, io.BytesIO(b"x"))
    with pytest.raises(CommandError, match="does not belong"):
        call_command("restore", wrong, "--replace", "--yes")
    assert not (tmp_path / "outside").exists()


def test_a_restore_that_fails_halfway_leaves_what_was_there(stocked: Cast, tmp_path: Path) -> None:
    archive = tmp_path / "backup.tar.gz"
    call_command("backup", archive)
    Person.objects.filter(pk=stocked.bas.pk).update(family_name="Veranderd")

    def change(name: str, content: bytes) -> bytes:
        if name != "manifest.json":
            return content
        manifest = json.loads(content)
        manifest["rows"]["accounts.Person"] += 1
        return json.dumps(manifest).encode()

    with pytest.raises(CommandError, match="rows"):
        call_command("restore", rewritten(archive, change), "--replace", "--yes")
    assert "Veranderd" in names()
    assert rls.unguarded_tables("default") == []
    assert default_storage.exists(PrivateFile.objects.get().storage_name)


def test_the_ledger_is_written_when_the_erasure_commits_and_not_before(cast: Cast) -> None:
    class Undone(Exception):
        pass

    def undone() -> None:
        with transaction.atomic():
            erasures.note(cast.amina.uuid)
            raise Undone

    with pytest.raises(Undone):
        undone()
    assert list(erasures.noted_since(NOW)) == []
    erasures.note(cast.amina.uuid)
    erasures.note(cast.amina.uuid)
    assert list(erasures.noted_since(NOW)) == [cast.amina.uuid]
    assert list(erasures.noted_since(NOW + timedelta(seconds=1))) == []


def test_a_ledger_line_that_a_crash_cut_off_is_left_out(cast: Cast, settings: Any) -> None:
    erasures.note(cast.amina.uuid)
    with settings.ERASURES_FILE.open("a") as file:
        file.write('{"person": "1')
    assert list(erasures.noted_since(NOW)) == [cast.amina.uuid]
