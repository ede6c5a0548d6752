"""Questions that an example network asked itself, answered by its members through the services."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks import example_network
from wijknetwerk.networks.people import members_now
from wijknetwerk.roadmap import access, selectors, services
from wijknetwerk.roadmap.example import FOLDER, LOADER, morning
from wijknetwerk.roadmap.models import CheckRound
from wijknetwerk.roadmap.services import Answers, Closing, Said

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

REPLIES = {"y": "yes", "p": "partly", "n": "no", "u": "unknown"}


def load_all() -> None:
    """The rounds of every example network that stands in the database."""
    with scope.acting(LOADER):
        for network, people in example_network.loaded().values():
            load(network, people, clock.today())


def load(network: "Network", people: Mapping[str, "Person"], today: date) -> int:
    """Ask, answer and close what `<slug>.checks.toml` tells; how many rounds. None when there are
    rounds already. The content must be loaded, and the people must be members."""
    path = FOLDER / f"{network.slug}.checks.toml"
    if not path.exists() or CheckRound.objects.filter(network=network).exists():
        return 0
    told = tomllib.loads(path.read_text(encoding="utf-8"))["rounds"]
    for row in told:
        asked = _open(network, people, today, row)
        for line in row["answers"]:
            _answer(network, people, today, asked, row["kind"], line)
        if "closed" in row:
            _close(network, people, today, asked, row["closed"])
    return len(told)


def _open(
    network: "Network", people: Mapping[str, "Person"], today: date, row: Mapping[str, Any]
) -> UUID:
    with clock.frozen(morning(today, row["opened"]["days"])):
        actor = actor_of(people[row["opened"]["by"]])
        with scope.acting(actor):
            chosen = {people[key].pk for key in row["asked"]}
            members = members_now(network.pk)
            asked = {member.uuid for member in members if member.person_id in chosen}
            opened = services.open_round(
                actor=actor, network=network, kind=row["kind"], asked=asked
            )
            return opened.uuid


def _answer(
    network: "Network",
    people: Mapping[str, "Person"],
    today: date,
    asked: UUID,
    kind: str,
    line: Mapping[str, Any],
) -> None:
    questions = selectors.content().questions_in(kind)
    said = {
        question.code: Said(REPLIES[letter], line["notes"].get(question.code, ""))
        for question, letter in zip(questions, line["replies"], strict=True)
    }
    with clock.frozen(morning(today, line["days"])):
        actor = actor_of(people[line["by"]])
        with scope.acting(actor):
            voice = access.answerer(actor, network).voices[0]
            services.answer(
                actor=actor, network=network, round_uuid=asked, answers=Answers(said, voice)
            )


def _close(
    network: "Network",
    people: Mapping[str, "Person"],
    today: date,
    asked: UUID,
    row: Mapping[str, Any],
) -> None:
    with clock.frozen(morning(today, row["days"])):
        actor: Actor = actor_of(people[row["by"]])
        with scope.acting(actor):
            again = today + timedelta(days=row["look_again"])
            services.close_round(
                actor=actor,
                network=network,
                round_uuid=asked,
                closing=Closing(row["decision"], again),
            )
