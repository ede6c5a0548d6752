"""What tests of stopping share."""

from datetime import date, timedelta

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.jobs import run_waiting
from wijknetwerk.networks import jobs
from wijknetwerk.networks.models import (
    Network,
    Stop,
)
from wijknetwerk.networks.services import exit_talk, stopping
from wijknetwerk.networks.standings import standings_of

DAY = TODAY + timedelta(days=14)
LATER = DAY + timedelta(days=1)


def start(cast: Cast, by: str = "dewi", day: date = DAY) -> Stop:
    """A leader says that De Linde will stop."""
    actor = cast.actor(by)
    with scope.acting(actor):
        return stopping.start_stop(
            actor=actor, slug="de-linde", stops_on=day, why="Er is geen kartrekker meer."
        )


def say(cast: Cast, name: str, said: str) -> None:
    """What somebody answers."""
    actor = cast.actor(name)
    with scope.acting(actor):
        stopping.answer(actor=actor, slug="de-linde", said=said)


def night(day: date = DAY) -> None:
    """The worker's night before this day."""
    at = NOW + (day - TODAY)
    with clock.frozen(at), scope.acting(SYSTEM):
        jobs.stop_networks(actor=SYSTEM)
    with clock.frozen(at):
        run_waiting()


def linde() -> Network:
    """The network as it stands now."""
    return Network.objects.get(slug="de-linde")


def still_in(cast: Cast, name: str, day: date = DAY) -> bool:
    """Whether this person takes part on that day: the day of the stop."""
    with clock.frozen(NOW + (day - TODAY)):
        found = standings_of(cast.people[name].pk)
    return any(standing.slug == "de-linde" for standing in found)


def write(cast: Cast, lessons: str, **given: bool) -> None:
    """The leader writes the lessons."""
    actor = cast.actor("dewi")
    wishes = {"page_stays": False, "lessons_shared": False, **given}
    with scope.acting(actor):
        exit_talk.write_lessons(actor=actor, slug="de-linde", lessons=lessons, **wishes)
