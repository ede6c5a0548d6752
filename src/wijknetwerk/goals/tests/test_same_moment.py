"""Two at the same moment, on real connections: the second hears it (both databases)."""

import pytest

from tests.cast import Cast
from wijknetwerk.goals.models import Step
from wijknetwerk.goals.selectors.action_waits import DUE, VACANT
from wijknetwerk.goals.services import actions, owners
from wijknetwerk.goals.tests.acting import by, make_action, now, waits_for
from wijknetwerk.networks.services import leaving
from wijknetwerk.networks.tests.test_same_moment import at_once, shared

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["shared"]


def test_of_two_who_change_it_the_second_hears_it(shared: Cast) -> None:
    made = make_action(shared)

    def say(name: str, what: str) -> object:
        said = actions.Said(what=what, team=None, goal=None)
        return by(shared, name, actions.change, action=made.uuid, said=said, read_version=1)

    found = at_once(lambda: say("amina", "Grote zaal"), lambda: say("dewi", "Kleine zaal"))
    assert found.count("stale") == 1
    kept = "Kleine zaal" if found[0] == "stale" else "Grote zaal"
    assert (now(made).what, now(made).version) == (kept, 2)


def test_done_and_dropped_at_once_is_one_of_both(shared: Cast) -> None:
    made = make_action(shared)
    what = {"action": made.uuid}
    found = at_once(
        lambda: by(shared, "amina", actions.step, step=Step.DONE, **what),
        lambda: by(shared, "dewi", actions.step, step=Step.DROP, reason="Te duur", **what),
        lambda: by(shared, "amina", actions.step, step=Step.DONE, **what),
    )
    assert None not in found, "a fault, not a refusal"
    assert found.count("action_not_now") == 2
    assert now(made).version == 2


@pytest.mark.parametrize("other", ["answer", "take_back", "done"])
def test_leaving_while_somebody_answers(shared: Cast, other: str) -> None:
    """Nobody waits for ever, and what runs has somebody who takes part, or waits for who leads."""
    made = make_action(shared)
    bas = shared.members["bas"].uuid
    ask = by(shared, "amina", owners.ask, action=made.uuid, member=bas)
    acts = {
        "answer": lambda: by(shared, "bas", owners.answer, ask=ask.uuid, yes=True),
        "take_back": lambda: by(shared, "dewi", owners.take_back, ask=ask.uuid),
        "done": lambda: by(shared, "dewi", actions.step, action=made.uuid, step=Step.DONE),
    }
    found = at_once(acts[other], lambda: by(shared, "amina", leaving.leave))
    assert None not in found, "a fault, not a refusal"
    row = now(made)
    if row.state == "done":
        return
    assert row.owner_id in (None, shared.members["bas"].pk)
    waits = {None: (VACANT, {shared.dewi.pk})}.get(row.owner_id, (DUE, {shared.bas.pk}))
    assert waits_for(waits[0], made.uuid) == waits[1]
