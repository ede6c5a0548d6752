"""What an act of a service costs beside a reference write: the same session read, and a lock, an
update and an insert in one transaction. Processor time in this process, on SQLite, one after the
other, so that what else runs weighs on both."""

import statistics
import time
from collections.abc import Callable
from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from tools.bench import seed
from tools.bench.table import Line
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.directory.said import Said
from wijknetwerk.directory.services import entries
from wijknetwerk.goals.services import actions
from wijknetwerk.networks.models import Membership, Network, Team
from wijknetwerk.roadmap.models import StepProgress
from wijknetwerk.roadmap.services import progress
from wijknetwerk.voices.services import stories

BUDGET = 2.0
ROUNDS, TIMES = 9, 20
Write = Callable[[Actor, Network, int], object]


def lines() -> list[Line]:
    """Each act, in times the reference write."""
    person = Person.objects.get(email="bench10@voorbeeld.example")
    key = next(iter(seed.signed_in(10).values()))
    return [
        _line(what, _timed(write, person, key), _timed(_reference, person, key))
        for what, write in ACTS.items()
    ]


def _timed(write: Write, person: Person, key: str) -> Callable[[int], float]:
    with scope.acting(seed.SYSTEM):
        network = Network.objects.get(slug="buurt-0")

    def seconds(number: int) -> float:
        begun = time.process_time()
        for at in range(TIMES):
            dict(SessionStore(key).items())
            actor = actor_of(person, second_factor_at=clock.now())
            with scope.acting(actor):
                write(actor, network, number * TIMES + at)
        return time.process_time() - begun

    return seconds


def _line(what: str, ours: Callable[[int], float], theirs: Callable[[int], float]) -> Line:
    ours(0)
    theirs(0)
    rounds = [(ours(number), theirs(number)) for number in range(1, ROUNDS + 1)]
    times = statistics.median(one / other for one, other in rounds)
    reference = statistics.median(other for _one, other in rounds) / TIMES
    return Line(
        f"write: {what}",
        f"{times:.1f} x a reference write ({reference * 1000:.2f} ms)",
        f"{BUDGET:.0f} x",
        times <= BUDGET,
    )


def _reference(actor: Actor, network: Network, number: int) -> None:
    with transaction.atomic():
        me = actor.standing_in(network.pk)
        assert me is not None
        member = Membership.objects.select_for_update().get(pk=me.membership_id)
        member.shown_publicly = not member.shown_publicly
        member.save(update_fields=["shown_publicly"])
        Team.objects.create(
            network=network, name=f"Groep {number}", kind="theme", from_on=clock.today()
        )


def _step(actor: Actor, network: Network, number: int) -> None:
    rows = StepProgress.objects.filter(network=network, superseded_at=None).order_by("pk")
    now = rows[0]
    said = progress.StepState(status=now.status, note=f"Regel {number} {clock.now()}")
    progress.change_step(
        actor=actor, network=network, step=now.step, read_number=now.number, said=said
    )


def _action(actor: Actor, network: Network, number: int) -> None:
    me = actor.standing_in(network.pk)
    assert me is not None
    new = actions.NewAction(
        what=f"Zaal {number} regelen",
        by_on=clock.today() + timedelta(days=9),
        owner=me.membership_uuid,
    )
    actions.make(actor=actor, network=network, new=new)


def _entry(actor: Actor, network: Network, number: int) -> None:
    said = Said(
        name=f"Soepgroep {number}",
        description="Samen koken en eten, elke dinsdag in het buurthuis.",
        phone="026 555 01 00",
    )
    entries.add(actor=actor, network=network, said=said)


def _story(actor: Actor, network: Network, number: int) -> None:
    words = f"De lift is {number} keer stuk geweest. Mijn buurvrouw kwam het huis niet uit."
    stories.tell(actor=actor, network=network, told=stories.Told(words=words))


ACTS: dict[str, Write] = {
    "how a step of the route stands": _step,
    "an action": _action,
    "something on the list of what is there": _entry,
    "telling a story of twelve words": _story,
}
