"""The lists of the example networks, as their members would have made them."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.directory.models import Service
from wijknetwerk.directory.said import Place, Said
from wijknetwerk.directory.services import asking, entries
from wijknetwerk.networks.example_network import LOADER, loaded

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

FOLDER = Path(__file__).parent / "example"


def load_all() -> None:
    """The list of every example network that stands in the database."""
    with scope.acting(LOADER):
        for network, people in loaded().values():
            load(network, people)
        asking.ask_all()


def load(network: "Network", people: Mapping[str, "Person"]) -> int:
    """Put on the list what `<slug>.toml` tells, as its people; how many. None when the network has
    a list already. Call it in system scope."""
    path = FOLDER / f"{network.slug}.toml"
    if not path.exists() or Service.objects.filter(network=network).exists():
        return 0
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    actors = {key: actor_of(person) for key, person in people.items()}
    rows = [*told["entries"], *told.get("ended", [])]
    for row in sorted(rows, key=lambda row: -row["ago"]):
        _put(network, actors[row["by"]], row, told["city"])
    return len(rows)


def _put(network: "Network", actor: Actor, row: Mapping[str, Any], city: str) -> None:
    today = clock.today()
    checked = today - timedelta(days=row.get("checked", row["ago"]))
    with _on(row["ago"]), scope.acting(actor):
        made = entries.add(actor=actor, network=network, said=_said(row, city), checked_on=checked)
    if "stopped" in row:
        with _on(row["stopped"]), scope.acting(actor):
            entries.end(actor=actor, network=network, entry=made.uuid, reason=row["reason"])


def _on(days_ago: int) -> Any:
    day = clock.today() - timedelta(days=days_ago)
    return clock.frozen(datetime.combine(day, time(10), tzinfo=UTC))


def _said(row: Mapping[str, Any], city: str) -> Said:
    days = row.get("days", "")
    street = row.get("street", "")
    place = Place(
        name=row.get("place", ""),
        address_1=street,
        city=city if street else "",
        schedule=row.get("when", ""),
        byday=days,
        freq="WEEKLY" if days else "",
    )
    return Said(
        name=row["name"],
        kind=row["kind"],
        description=row.get("what", ""),
        eligibility_description=row.get("whom", ""),
        audiences=tuple(row.get("for", ())),
        phone=row.get("phone", "").replace(" ", ""),
        phone_description=row.get("call", ""),
        fees_description=row.get("costs", ""),
        shown_to=row.get("shown", "everybody"),
        places=(place,),
    )
