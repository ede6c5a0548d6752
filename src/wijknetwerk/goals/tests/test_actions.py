"""Actions: made by or for a member, what may follow what, and what waits for whom."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import registries, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.goals.errors import ActionClosed, ChooseLaterDay, NotNow, SayWhy
from wijknetwerk.goals.models import Action, Step
from wijknetwerk.goals.selectors.action_waits import DUE, GIVEN, VACANT
from wijknetwerk.goals.services import actions
from wijknetwerk.goals.tests.acting import SOON, by, make_action, now, waits_for
from wijknetwerk.networks.errors import NoMember


def test_another_app_takes_something_up(cast: Cast) -> None:
    source = ("agenda.event", uuid4())
    made = by(
        cast,
        "dewi",
        registries.take_up,
        source=source,
        what="  Flyers   ophalen ",
        owner=cast.members["amina"].uuid,
        by=TODAY + timedelta(days=30),
    )
    with scope.acting(SYSTEM):
        row = Action.objects.get(uuid=made)
    assert (row.what, row.source_kind, row.source_uuid) == ("Flyers ophalen", *source)
    assert waits_for(GIVEN, row.uuid) == {cast.amina.pk}
    assert waits_for(DUE, row.uuid) == set()


@pytest.mark.parametrize(("name", "refusal"), [("otto", NoMember), ("farid", NoMember)])
def test_nobody_takes_up_who_does_not_take_part(
    cast: Cast, name: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        make_action(cast, name, who="dewi")
    with pytest.raises(NotFound):
        make_action(cast, "amina", who="farid")


def test_for_somebody_else_only_who_leads(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        make_action(cast, "bas", who="amina")
    made = make_action(cast, "bas", who="dewi")
    assert waits_for(DUE, made.uuid) == {cast.bas.pk}
    vacancy = make_action(cast, "", who="dewi")
    assert waits_for(VACANT, vacancy.uuid) == {cast.dewi.pk}


def test_done_is_done_once_and_can_be_opened_again(cast: Cast) -> None:
    made = make_action(cast)
    by(cast, "amina", actions.step, action=made.uuid, step=Step.DONE)
    assert (now(made).state, now(made).done_on, now(made).missed_on) == ("done", TODAY, None)
    assert waits_for(DUE, made.uuid) == set()
    with pytest.raises(NotNow):
        by(cast, "dewi", actions.step, action=made.uuid, step=Step.DONE)
    by(cast, "amina", actions.step, action=made.uuid, step=Step.REOPEN, by_on=SOON)
    assert (now(made).state, now(made).done_on) == ("open", None)
    assert waits_for(DUE, made.uuid) == {cast.amina.pk}


def test_moving_says_why_and_keeps_the_day_that_was_missed(cast: Cast) -> None:
    made = make_action(cast, by_on=TODAY - timedelta(days=2))
    move = {"action": made.uuid, "step": Step.MOVE}
    later = TODAY + timedelta(days=20)
    with pytest.raises(SayWhy):
        by(cast, "amina", actions.step, by_on=later, **move)
    with pytest.raises(ChooseLaterDay):
        by(cast, "amina", actions.step, by_on=TODAY - timedelta(days=1), reason="Druk", **move)
    by(cast, "amina", actions.step, by_on=later, reason="Druk", **move)
    row = now(made)
    assert (row.by_on, row.missed_on, row.state) == (later, TODAY - timedelta(days=2), "open")
    assert waits_for(DUE, made.uuid) == set()


def test_only_owner_and_leaders_change_it(cast: Cast) -> None:
    made = make_action(cast)
    for name, refusal in (("bas", NotAllowed), ("joost", NotAllowed), ("farid", NotFound)):
        with pytest.raises(refusal):
            by(cast, name, actions.step, action=made.uuid, step=Step.DONE)
    by(cast, "dewi", actions.step, action=made.uuid, step=Step.DROP, reason="Niet meer nodig")
    said = actions.Said(what="Anders", team=None, goal=None)
    with pytest.raises(ActionClosed):
        by(cast, "amina", actions.change, action=made.uuid, said=said, read_version=2)


def test_who_read_an_older_version_hears_it(cast: Cast) -> None:
    made = make_action(cast)
    for name, what in (("amina", "Zaal en koffie regelen"), ("dewi", "Grote zaal regelen")):
        said = actions.Said(what=what, team=None, goal=None)
        if name == "dewi":
            with pytest.raises(Stale):
                by(cast, name, actions.change, action=made.uuid, said=said, read_version=1)
        else:
            by(cast, name, actions.change, action=made.uuid, said=said, read_version=1)
    assert now(made).what == "Zaal en koffie regelen"


def test_what_can_not_be_an_action(cast: Cast) -> None:
    for what, days in ((" ", 1), ("x" * 201, 1), ("Zaal", 5000)):
        with pytest.raises(InvalidInput):
            make_action(cast, what=what, by_on=TODAY + timedelta(days=days))
    with pytest.raises(InvalidInput):
        make_action(cast, source=("agenda.event", uuid4()))
