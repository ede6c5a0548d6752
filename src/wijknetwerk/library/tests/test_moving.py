"""From draft to published: the one table, who may, and what waits for whom."""

from itertools import product
from typing import Any

import pytest

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed, NotFound
from wijknetwerk.library.errors import NotNow, WrittenMeanwhile
from wijknetwerk.library.models import MOVES, Move, Revision, State
from wijknetwerk.library.services import moving, writing
from wijknetwerk.library.services.writing import Said
from wijknetwerk.library.tests.texting import begin, by, publish
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services import rebuild

# What each move does with a text in each state; None: it can't be done.
TABLE = {
    Move.SEND: {"draft": "review"},
    Move.TAKE_BACK: {"review": "draft"},
    Move.SEND_BACK: {"review": "draft"},
    Move.PUBLISH: {"review": "published"},
    Move.TAKE_DOWN: {"published": "superseded"},
    Move.PUT_AWAY: {"draft": "superseded"},
}


def waits_for(kind: str) -> set[str]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=kind, done_at=None).select_related("person")
        return {row.person.given_name for row in rows}


def differences() -> list[rebuild.Difference]:
    """What the nightly comparison would have to mend."""
    with scope.acting(SYSTEM):
        found = rebuild.rebuild(actor=SYSTEM)
    return [one for one in found if one.kind.startswith("library.")]


def do(cast: Cast, name: str, move: Move, made: Revision, **extra: Any) -> Any:
    if move in (Move.SEND_BACK, Move.TAKE_DOWN):
        extra["why"] = "Zet erbij hoe laat."
    if move == Move.PUBLISH:
        extra.setdefault("read_edition", made.edition)
    return by(cast, name, moving.MOVES_OF_A_FORM[move], page=made.page.uuid, **extra)


def test_each_move_does_in_each_state_what_the_table_says(cast: Cast) -> None:
    made = begin(cast)
    for move, state in product(TABLE, State):
        moment = {"published_at": made.saved_at} if state == State.PUBLISHED else {}
        with scope.acting(SYSTEM):
            Revision.objects.filter(pk=made.pk).update(state=state, **moment)
        expected = TABLE[move].get(state)
        assert (MOVES[move].begin == state) == (expected is not None)
        if expected is None:
            with pytest.raises((NotNow, NotFound)):
                do(cast, "dewi", move, made)
        else:
            assert do(cast, "dewi", move, made).state == expected


def test_a_member_writes_a_leader_sends_it_back_and_publishes_it(cast: Cast) -> None:
    made = begin(cast)
    do(cast, "amina", Move.SEND, made)
    assert waits_for("library.to_look_at") == {"Dewi", "Ad"}
    do(cast, "dewi", Move.SEND_BACK, made)
    assert waits_for("library.to_look_at") == set()
    assert waits_for("library.came_back") == {"Amina"}
    saved = by(
        cast,
        "amina",
        writing.save,
        page=made.page.uuid,
        said=Said(title="Het buurtterras is open", body="Vanaf tien uur."),
        read_edition=1,
    )
    do(cast, "amina", Move.SEND, saved)
    assert waits_for("library.came_back") == set()
    done = do(cast, "ad", Move.PUBLISH, saved)
    assert (done.state, done.own_look) == ("published", False)
    assert waits_for("library.to_look_at") == set()
    assert waits_for("library.published") == {"Amina"}
    assert differences() == []


def test_a_member_cannot_publish_and_sees_nobody_elses_draft(cast: Cast) -> None:
    made = begin(cast)
    do(cast, "amina", Move.SEND, made)
    with pytest.raises(NotAllowed):
        do(cast, "amina", Move.PUBLISH, made)
    for name in ("bas", "farid", "sam"):
        with pytest.raises(NotFound):
            do(cast, name, Move.TAKE_BACK, made)
    with pytest.raises(InvalidInput):
        by(cast, "dewi", moving.send_back, page=made.page.uuid, why=" ")


def test_nobody_looks_over_their_own_text_unless_nobody_else_can(cast: Cast) -> None:
    own = begin(cast, "dewi")
    do(cast, "dewi", Move.SEND, own)
    assert waits_for("library.to_look_at") == {"Ad"}
    with pytest.raises(NotAllowed):
        do(cast, "dewi", Move.PUBLISH, own)
    assert do(cast, "ad", Move.PUBLISH, own).own_look is False
    alone = begin(cast, "farid", network=cast.oosterpoort)
    do(cast, "farid", Move.SEND, alone, network=cast.oosterpoort)
    assert waits_for("library.to_look_at") == {"Farid"}
    done = do(cast, "farid", Move.PUBLISH, alone, network=cast.oosterpoort)
    assert done.own_look is True, "and the page says so"


def test_a_new_version_says_what_changed_and_the_one_before_is_kept(cast: Cast) -> None:
    made = begin(cast)
    with pytest.raises(DomainError):
        do(cast, "dewi", Move.PUBLISH, made)
    publish(cast, made)
    said = Said(title="Het terras is open", body="Elke dag.")
    with pytest.raises(InvalidInput):
        by(cast, "amina", writing.next_version, page=made.page.uuid, said=said)
    said = Said(title="Het terras is open", body="Elke dag.", what_changed="De tijden")
    second = by(cast, "amina", writing.next_version, page=made.page.uuid, said=said)
    publish(cast, second)
    assert waits_for("library.published") == {"Amina"}
    assert differences() == [], "the version before waits for nobody"
    with scope.acting(SYSTEM):
        rows = Revision.objects.filter(page=made.page).order_by("number")
        kept = [(row.number, row.state, row.what_changed) for row in rows]
    assert kept == [(1, "superseded", ""), (2, "published", "De tijden")]


def test_two_who_save_at_once_both_keep_their_words(cast: Cast) -> None:
    made = begin(cast)
    page = made.page.uuid
    mine = Said(title="Van Amina", body="Amina")
    by(
        cast,
        "dewi",
        writing.save,
        page=page,
        said=Said(title="Van Dewi", body="Dewi"),
        read_edition=1,
    )
    with pytest.raises(WrittenMeanwhile) as met:
        by(cast, "amina", writing.save, page=page, said=mine, read_edition=1)
    assert met.value.theirs.body == "Dewi"
    by(cast, "amina", writing.save, page=page, said=mine, read_edition=2)
    by(cast, "amina", moving.send, page=page)
    with pytest.raises(WrittenMeanwhile):
        by(cast, "dewi", moving.publish, page=page, read_edition=2)
    by(cast, "dewi", moving.publish, page=page, read_edition=3)
    again = Said(title="Van Amina", body="Weer", what_changed="De tijd")
    by(cast, "amina", writing.next_version, page=page, said=again)
    with pytest.raises(WrittenMeanwhile):
        by(cast, "dewi", writing.next_version, page=page, said=again)


def test_the_platforms_own_pages_are_of_its_administrators(cast: Cast) -> None:
    with pytest.raises(NotFound):
        begin(cast, "dewi", network=None, kind="tool")
    made = begin(cast, "vera", network=None, kind="tool", title="De Buurtlunch!")
    assert made.page.code == "de-buurtlunch"
    assert publish(cast, made, "vera", network=None).own_look is True
    english = begin(
        cast,
        "vera",
        network=None,
        kind="tool",
        language="en",
        title="Lunch",
        translation_of=made.page.uuid,
    )
    assert english.page.code == "de-buurtlunch"
    with pytest.raises(NotAllowed):
        begin(cast, "amina", kind="question")
