"""Progress of an example network, as members would have written it, on days before today."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks import example_network
from wijknetwerk.networks.people import members_now
from wijknetwerk.roadmap import services
from wijknetwerk.roadmap.models import PhaseWords, StepProgress

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

Telling = tuple[int, str, Callable[[Actor], None]]
LOADER = Actor.system("demo.example")
FOLDER = Path(__file__).resolve().parents[1] / "networks" / "example"


def load_all() -> None:
    """The progress of every example network that stands in the database."""
    with scope.acting(LOADER):
        for network, people in example_network.loaded().values():
            load(network, people, clock.today())


def load(network: "Network", people_by_key: Mapping[str, "Person"], today: date) -> int:
    """Say what `<slug>.route.toml` tells, through the services, as its members. Returns how many
    changes it made: none when the network has progress already, so that loading is repeat-safe.

    The content must be loaded, and the people must be members. Call it in system scope.
    """
    path = FOLDER / f"{network.slug}.route.toml"
    begun = StepProgress.objects.filter(network=network).exists()
    if not path.exists() or begun or PhaseWords.objects.filter(network=network).exists():
        return 0
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    count = 0
    for when, by, tell in sorted(_told(network, told, people_by_key), key=lambda item: item[0]):
        with clock.frozen(morning(today, when)):
            actor = actor_of(people_by_key[by])
            with scope.acting(actor):
                tell(actor)
        count += 1
    return count


def _told(
    network: "Network", told: dict[str, Any], people: Mapping[str, "Person"]
) -> list[Telling]:
    """Each thing that was said: minus the days ago, who said it, and what says it again."""
    steps = [
        (-line["days_ago"], line["by"], _step(network, row, number, people))
        for row in told["progress"]
        for number, line in enumerate(row["history"])
    ]
    words = [
        (-row["changed_days_ago"], row["by"], _words(network, row))
        for row in told.get("phase_words", [])
    ]
    return steps + words


def _step(
    network: "Network", row: dict[str, Any], number: int, people: Mapping[str, "Person"]
) -> Callable[[Actor], None]:
    line = row["history"][number]
    is_last = number == len(row["history"]) - 1
    owner = row["owner"] if is_last or line["by"] == row["owner"] else ""

    def tell(actor: "Actor") -> None:
        by_person = {member.person_id: member.uuid for member in members_now(network.pk)}
        services.change_step(
            actor=actor,
            network=network,
            step=row["step"],
            read_number=number,
            said=services.StepState(
                status=line["status"],
                note=line["note"],
                where_to_see=row["where_to_see"] if is_last else "",
                owner=by_person[people[owner].pk] if owner else None,
            ),
        )

    return tell


def _words(network: "Network", row: dict[str, Any]) -> Callable[[Actor], None]:
    def tell(actor: "Actor") -> None:
        said = services.Saying(row["text"])
        services.say_phase(actor=actor, network=network, phase=row["phase"], said=said)

    return tell


def morning(today: date, days: int) -> datetime:
    """Ten o'clock in the Netherlands, that many days from today."""
    return datetime.combine(today + timedelta(days=days), time(10), tzinfo=clock.AMSTERDAM)
