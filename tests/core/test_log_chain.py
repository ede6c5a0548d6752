"""A3: no edit of the log goes unnoticed up to the last anchor, and the first is named."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F
from hypothesis import HealthCheck, given
from hypothesis import settings as histories
from hypothesis import strategies as st

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.log import anchors, chain
from wijknetwerk.core.log.verify import Report, verify
from wijknetwerk.core.models import LogEntry

SYSTEM = Actor.system("tests.log")
CLIENTS = [UUID(int=number) for number in (1, 2, 3)]
NETWORK = UUID(int=9)


@pytest.fixture(autouse=True)
def anchor_file(settings: Any, tmp_path: Path) -> Path:
    settings.ANCHOR_FILE = tmp_path / "log-anchors.jsonl"
    return Path(settings.ANCHOR_FILE)


def write(place: int) -> LogEntry:
    """A line in one of five chains: three clients, a network, the platform."""
    client = CLIENTS[place] if place < 3 else None
    subject = log.Subject(client_uuid=client, network_uuid=NETWORK if place == 3 else None)
    return log.record(SYSTEM, "tests.happened", subject, count=place, names=["a", {"b": 1.5}])


@contextmanager
def as_owner() -> Iterator[None]:
    """Somebody who owns the database: no role of ours could make these edits."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE none")
        yield
        cursor.execute("SET ROLE wijknetwerk_worker")


def lines() -> list[LogEntry]:
    return list(LogEntry.objects.order_by("chain", "seq"))


def change(line: LogEntry, **values: Any) -> None:
    LogEntry.objects.filter(pk=line.pk).update(**values)


def recompute_from(name: str, seq: int) -> None:
    """What somebody would do who can write in the database and knows our code."""
    before = LogEntry.objects.filter(chain=name, seq__lt=seq).order_by("seq").last()
    previous = before.hash if before else ""
    for line in LogEntry.objects.filter(chain=name, seq__gte=seq).order_by("seq"):
        line.previous_hash = previous
        line.hash = previous = chain.digest(line)
        line.save()


def shift(name: str, seq: int, by: int) -> None:
    """Renumber, past the constraint that each place is taken once."""
    later = LogEntry.objects.filter(chain=name, seq__gte=seq)
    later.update(seq=F("seq") + 100_000)
    LogEntry.objects.filter(chain=name, seq__gte=100_000).update(seq=F("seq") - 100_000 + by)


# --- the edits: each returns the lines of which one must be named ---------------------------------

FIELDS: dict[str, Any] = {
    "event": "tests.nothing",
    "action": "X",
    "outcome": 8,
    "actor_code": "somebody.else",
    "actor_kind": "person",
    "user_uuid": UUID(int=77),
    "role_codes": "coordinator",
    "purpose_code": "btg",
    "access_point": "10.0.0.0/24",
    "object_uuid": "x",
    "detail": {"count": 999},
    "client_uuid": UUID(int=78),
    "network_uuid": UUID(int=79),
    "traceparent": "00-x",
    "is_requestor": False,
    "consent_uuid": UUID(int=80),
    "previous_hash": "0" * 64,
    "hash": "0" * 64,
}


def edit_field(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    name = draw(st.sampled_from([*FIELDS, "occurred_at"]))
    value = line.occurred_at + timedelta(seconds=1) if name == "occurred_at" else FIELDS[name]
    change(line, **{name: value})
    return {(line.chain, line.seq)}


def edit_and_recompute(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    change(line, event="tests.nothing")
    recompute_from(line.chain, line.seq)
    return {(line.chain, line.seq)}


def delete(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    line.delete()
    return {(line.chain, line.seq)}


def delete_tail(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    LogEntry.objects.filter(chain=line.chain, seq__gte=line.seq).delete()
    return {(line.chain, line.seq)}


def delete_chain(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    LogEntry.objects.filter(chain=line.chain).delete()
    return {(line.chain, 1)}


def delete_and_close_up(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    LogEntry.objects.filter(pk=line.pk).delete()
    shift(line.chain, line.seq, -1)
    if draw(st.booleans()):
        recompute_from(line.chain, line.seq)
    return {(line.chain, line.seq)}


def insert(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    shift(line.chain, line.seq, 1)
    line.pk, line.event = uuid4(), "tests.invented"
    line.hash = chain.digest(line)
    line.save(force_insert=True)
    if draw(st.booleans()):
        recompute_from(line.chain, line.seq)
    return {(line.chain, line.seq)}


def swap(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    others = [other for other in lines() if other.chain == line.chain and other.pk != line.pk]
    if not others:
        return edit_field(draw, line)
    other = draw(st.sampled_from(others))
    change(line, seq=100_000)
    change(other, seq=line.seq)
    change(line, seq=other.seq)
    first = min(line.seq, other.seq)
    if draw(st.booleans()):
        recompute_from(line.chain, first)
    return {(line.chain, first)}


def move(draw: Any, line: LogEntry) -> set[tuple[str, int]]:
    """Take a line out of its chain and put it into the middle or at the end of another."""
    others = sorted({other.chain for other in lines()} - {line.chain}) or ["platform"]
    target = draw(st.sampled_from(others))
    end = LogEntry.objects.filter(chain=target).count()
    if target == line.chain:
        return edit_field(draw, line)
    place = draw(st.integers(1, end + 1))
    shift(target, place, 1)
    old = line.seq
    change(line, chain=target, seq=place)
    shift(line.chain, old, -1)
    return {(line.chain, old), (target, place)}


EDITS = [
    *(edit_field, edit_and_recompute, delete, delete_tail, delete_chain),
    *(delete_and_close_up, insert, swap, move),
]


@given(st.data())
@histories(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_single_edit_is_found_and_the_first_wrong_line_is_named(
    db: None, data: st.DataObject
) -> None:
    with scope.acting(SYSTEM), transaction.atomic():
        Path(anchors.settings.ANCHOR_FILE).unlink(missing_ok=True)
        for places in data.draw(
            st.lists(st.lists(st.integers(0, 4), max_size=6), min_size=1, max_size=3)
        ):
            for place in places:
                write(place)
            anchors.write()
        if lines():
            assert verify().wrong is None
            line = data.draw(st.sampled_from(lines()))
            with as_owner():
                suspects = data.draw(st.sampled_from(EDITS))(data.draw, line)
            wrong = verify().wrong
            assert wrong is not None
            assert (wrong.chain, wrong.seq) in suspects
        transaction.set_rollback(True)


def the_log_after(act: Any, capsys: Any = None) -> Report:
    """Five lines in one chain, three in another; anchored; then the act."""
    with scope.acting(SYSTEM):
        for place in (0, 0, 0, 0, 0, 1, 1, 1):
            write(place)
        anchors.write()
        with as_owner():
            act()
        return verify()


def line_at(seq: int, client: int = 0) -> LogEntry:
    return LogEntry.objects.get(client_uuid=CLIENTS[client], seq=seq)


def swap_three_and_four() -> None:
    change(line_at(3), seq=100)
    change(line_at(4), seq=3)
    change(line_at(100), seq=4)


def put_one_in_front_of_three() -> None:
    line = line_at(3)
    shift(line.chain, 3, 1)
    line.pk = uuid4()
    line.hash = chain.digest(line)
    line.save(force_insert=True)


@pytest.mark.parametrize(
    ("act", "what", "seq"),
    [
        (lambda: None, None, 0),
        (lambda: change(line_at(3), outcome=8), "changed", 3),
        (lambda: line_at(3).delete(), "missing", 3),
        (lambda: line_at(5).delete(), "missing", 5),
        (lambda: LogEntry.objects.filter(client_uuid=CLIENTS[1]).delete(), "missing", 1),
        (swap_three_and_four, "moved", 3),
        (put_one_in_front_of_three, "added", 3),
    ],
)
def test_what_is_wrong_is_said_in_its_own_word(
    db: None, act: Any, what: str | None, seq: int
) -> None:
    wrong = the_log_after(act).wrong
    assert (wrong and wrong.what, wrong.seq if wrong else 0) == (what, seq)


def test_lines_since_the_last_anchor_are_held_together_by_their_chain(db: None) -> None:
    def act() -> None:
        for _ in range(3):
            write(0)
        change(line_at(7), event="tests.nothing")

    wrong = the_log_after(act).wrong
    assert wrong is not None
    assert (wrong.what, wrong.seq) == ("changed", 7)


def test_an_anchor_is_written_only_for_a_chain_that_moved(db: None, anchor_file: Path) -> None:
    with scope.acting(SYSTEM):
        write(0)
        write(1)
        assert anchors.write() == 2
        assert anchors.write() == 0
        write(1)
        assert anchors.write() == 1
    told = [json.loads(line) for line in anchor_file.read_text().splitlines()]
    assert [(line["chain"][-1], line["seq"]) for line in told] == [("1", 1), ("2", 1), ("2", 2)]
    assert "previous" in told[0]


def test_another_worker_goes_on_where_the_first_was(db: None) -> None:
    with scope.acting(SYSTEM):
        write(0)
        anchors.write()
        anchors._cache.clear()
        write(0)
        assert anchors.write() == 1
        assert verify().wrong is None


def test_a_line_that_was_cut_off_by_a_crash_is_dropped(db: None, anchor_file: Path) -> None:
    with scope.acting(SYSTEM):
        write(0)
        anchors.write()
        with anchor_file.open("ab") as file:
            file.write(b'{"at": "2026-')
        write(0)
        assert anchors.write() == 1
        report = verify()
    assert (report.wrong, report.anchors) == (None, 2)


def test_a_change_of_the_anchors_themselves_is_found(db: None, anchor_file: Path) -> None:
    with scope.acting(SYSTEM):
        for _ in range(3):
            write(0)
            anchors.write()
        text = anchor_file.read_text().splitlines(keepends=True)
        anchor_file.write_text("".join([text[0], text[2]]))
        wrong = verify().wrong
    assert wrong is not None
    assert (wrong.what, wrong.seq) == ("anchors", 2)


def test_many_lines_between_two_anchors_are_all_anchored(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anchors, "MOST_LINES", 3)
    with scope.acting(SYSTEM):
        for _ in range(8):
            write(0)
        assert anchors.write() == 3
        with as_owner():
            change(line_at(5), event="tests.nothing")
            recompute_from(line_at(5).chain, 5)
        wrong = verify().wrong
    assert wrong is not None
    assert wrong.seq == 5


def test_the_command_says_it_in_words_and_ends_with_one(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    the_log_after(lambda: None)
    call_command("verify_log")
    assert "The log is whole: 8 lines in 2 chains, 2 anchors." in capsys.readouterr().out
    with scope.acting(SYSTEM), as_owner():
        change(line_at(3), outcome=8)
    with pytest.raises(SystemExit) as ended:
        call_command("verify_log")
    assert ended.value.code == 1
    assert "Line 3 of chain c:00000000-0000-0000-0000-000000000001" in capsys.readouterr().err


def test_a_hash_survives_the_way_through_the_database(db: None) -> None:
    odd = {"z": 1.0, "a": [1, (2, 3)], "é": "ë", "n": None, "nested": {2: "b", 10: "a"}}
    with scope.acting(SYSTEM):
        line = log.record(SYSTEM, "tests.odd", log.Subject(client_uuid=CLIENTS[0]), **odd)
        assert chain.digest(LogEntry.objects.get(pk=line.pk)) == line.hash


def test_an_empty_field_that_is_added_later_changes_no_hash(db: None) -> None:
    with scope.acting(SYSTEM):
        line = write(0)
        before = chain.digest(line)
        line.sensitivity = ""
        line.consent_uuid = None
        assert chain.digest(line) == before
        line.sensitivity = "high"
        assert chain.digest(line) != before
