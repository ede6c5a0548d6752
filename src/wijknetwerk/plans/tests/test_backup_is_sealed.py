"""K1 and K2: a backup, opened and unpacked, shows not one word of a plan; neither in the database,
nor among the files, nor in what it says about itself."""

import subprocess
import tarfile
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from tests.cast import SYSTEM, Cast, make_cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.backup import engine
from wijknetwerk.plans.models import PlanSettings
from wijknetwerk.plans.services import (
    circle,
    conference,
    conference_lines,
    conference_report,
    emergency,
    looking_back,
    plans,
    representatives,
    sharing,
    words,
)
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import do
from wijknetwerk.plans.tests.conferring import LATER
from wijknetwerk.plans.tests.ending_world import PDF, SECRETS, made
from wijknetwerk.privacy.purposes import PartyKind

pytestmark = pytest.mark.django_db(transaction=True)
MORE = {
    "strength": "Ik kan goed soep koken",
    "goal": "Lopen tot de hoek",
    "looked_back": "Tot de brug is gelukt",
    "neighbour": "Buurvrouw Josefien",
    "phone": "0265550177",
    "relation": "zij heeft mijn sleutel",
    "decisions": "over de operatie",
    "proof": "beschikking op de keukentafel",
    "emergency": "het rook naar gas",
    "question": "Mag de hond mee?",
    "report": "Wij spraken over de steunkous",
    "closing": "Het was een goed jaar",
}


@pytest.fixture(autouse=True)
def outside(settings: Any, tmp_path: Path) -> None:
    """Anchors, keys and files of this test only."""
    settings.ANCHOR_FILE = tmp_path / "anchors.jsonl"
    settings.KEY_FILE = tmp_path / "keys" / "keyring.json"
    storages = {**settings.STORAGES}
    storages["default"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path / "files")},
    }
    settings.STORAGES = storages


def test_a_backup_shows_no_word_of_a_plan(tmp_path: Path) -> None:
    _whole_story(make_cast())
    archive = tmp_path / "backup.tar.gz"
    call_command("backup", archive)
    parts = dict(_unpacked(archive, tmp_path))
    assert {"database", "manifest.json"} < set(parts)
    assert len([name for name in parts if name.startswith("files/")]) == 1
    assert b"De Linde" in parts["database"]  # so that words would be found
    hidden = [*SECRETS.values(), *MORE.values(), "brief.pdf", PDF.decode(), "ziekenhuis"]
    shown = [(name, word) for name, text in parts.items() for word in hidden if _in(word, text)]
    assert shown == []


def _in(word: str, text: bytes) -> bool:
    """As it is, or as JSON, or as UTF-16 would have it."""
    forms = (word.encode(), word.encode("utf-16-le"), word.encode("unicode_escape"))
    return any(form in text for form in forms)


def _unpacked(archive: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Each part as it was before it was packed; a dump of PostgreSQL as the SQL that it stands
    for."""
    with tarfile.open(archive) as packed:
        for entry in packed:
            part = packed.extractfile(entry)
            assert part is not None
            content = part.read()
            if entry.name == "database" and connection.vendor == "postgresql":
                dump = folder / "dump"
                dump.write_bytes(content)
                command = [str(engine._program("pg_restore")), "--file=-", str(dump)]
                content = subprocess.run(command, capture_output=True, check=True).stdout
            yield entry.name, content


def _whole_story(cast: Cast) -> None:
    """Everything that somebody can write in a plan, from its beginning to its closing."""
    plan, uuids, _links = made(cast)

    def amina(act: Any, **fields: Any) -> Any:
        return do(cast, plan, "amina", partial(act, **fields))

    amina(words.write, thing="strength", said=Said(MORE["strength"]))
    goal = amina(words.write, thing="goal", said=Said(MORE["goal"])).uuid
    amina(words.change, thing="goal", uuid=goal, said=Said("Verder lopen"), read_version=1)
    amina(looking_back.look_back, goal=goal, words=MORE["looked_back"], went="enough")
    amina(
        circle.add_by_name,
        role="family",
        name=MORE["neighbour"],
        phone=MORE["phone"],
        relation=MORE["relation"],
    )
    claim = representatives.Claim(
        cast.members["bas"].uuid, "child", decisions=MORE["decisions"], proof=MORE["proof"]
    )
    amina(representatives.note, claim=claim)
    amina(sharing.stop, kind=PartyKind.PERSON, place=uuids["els"])  # who reads needs no emergency
    _look(cast)
    _talk(cast, plan, uuids["conference"])
    amina(plans.close, words=MORE["closing"], taken="taken")


def _look(cast: Cast) -> None:
    """Els looks in an emergency."""
    with scope.acting(SYSTEM):
        PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    actor, resident = cast.actor("els"), cast.members["amina"].uuid
    why = emergency.Why("danger", MORE["emergency"])
    with scope.acting(actor):
        emergency.open_look(actor=actor, network=cast.linde, resident=resident, why=why)


def _talk(cast: Cast, plan: Any, talk: Any) -> None:
    """The talk with its question is held, and what was said is sent."""
    do(
        cast,
        plan,
        "amina",
        conference_lines.write,
        conference=talk,
        kind="question",
        text=MORE["question"],
    )
    with clock.frozen(LATER + timedelta(hours=2)):
        came = {"came": [], "resident_came": True, "minutes": 45}
        do(cast, plan, "amina", conference.hold, conference=talk, **came)
        report = {"text": MORE["report"], "read_version": 0}
        do(cast, plan, "amina", conference_report.write, conference=talk, **report)
        do(cast, plan, "amina", conference_report.send, conference=talk)
