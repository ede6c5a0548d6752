"""Six plans in an example network, as their people would have made them: through the services, each
thing on its day. Every word is invented."""

import tomllib
from pathlib import Path

from django.utils import translation

from wijknetwerk.core import scope
from wijknetwerk.networks.example_network import LOADER, loaded
from wijknetwerk.networks.people import members_now
from wijknetwerk.plans.example_acts import ACTS, make_session
from wijknetwerk.plans.example_story import Place, Story, Told
from wijknetwerk.plans.models import ResidentPlan
from wijknetwerk.plans.services import agreement_waits, emergency

FOLDER = Path(__file__).parent / "example"


def load_all() -> None:
    """Those of every example network that stands in the database and has none yet."""
    with scope.acting(LOADER), translation.override("nl"):
        for network, people in loaded().values():
            told = told_of(network.slug)
            if not told or ResidentPlan.objects.filter(network=network).exists():
                continue
            members = {one.person_id: one.uuid for one in members_now(network.pk)}
            here = {key: members.get(one.pk) for key, one in people.items()}
            _tell(Place(network, people, here), told)


def told_of(slug: str) -> Told:
    """What the files of one network tell: the network's own, and one a plan."""
    path = FOLDER / f"{slug}.toml"
    if not path.exists():
        return {}
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    files = [FOLDER / f"{slug}.{name}.toml" for name in told["plans"]]
    return told | {"plans": [tomllib.loads(one.read_text(encoding="utf-8")) for one in files]}


def _tell(place: Place, told: Told) -> None:
    row = told["emergency"]

    place.on(
        row["ago"],
        row["by"],
        lambda actor: emergency.switch(actor=actor, network=place.network, on=True),
    )
    make_session(place, told["session"])
    for one in told["plans"]:
        story = Story(place)
        story.begin(one)
        for act in one["acts"]:
            ACTS[act["do"]](story, act["ago"], act.get("by", story.resident), act)
    agreement_waits.remind_due()  # those of this morning
