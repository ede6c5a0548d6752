"""Calls that the desk of Presikhaaf still makes, so that Vandaag shows days of varied age."""

from datetime import UTC, datetime, time, timedelta

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.example_network import LOADER, loaded
from wijknetwerk.networks.models import DeskCall, Membership
from wijknetwerk.networks.services import callers

# Who calls, the number, what they say, days ago, days until calling back, who calls back.
_CALLS = (
    ("Toos Ridder", "026 – 555 02 31", "Zoekt iemand voor een ritje naar de oogarts.", 4, 2, "jan"),
    ("Ali Demir", "026 – 555 02 32", "Wil helpen op dinsdag. Hij kan goed klussen.", 2, 2, "jan"),
    (
        *(
            "Corrie Kramer",
            "026 – 555 02 33",
            "Heeft een idee voor het plein. Praat er graag over.",
        ),
        *(6, 5, "hanneke"),
    ),
)


def load() -> None:
    """Note the calls as Jan, on the days when they came; once."""
    with scope.acting(LOADER):
        network, people = loaded().get("presikhaaf", (None, {}))
        if network is None or DeskCall.objects.filter(network=network, person=None).exists():
            return
        members = {
            key: Membership.objects.get(network=network, person=people[key])
            for key in ("jan", "hanneke")
        }
    today = clock.today()
    for name, phone, said, days_ago, days_to_go, who in _CALLS:
        day = today - timedelta(days=days_ago)
        with clock.frozen(datetime.combine(day, time(9, 15), tzinfo=UTC)):
            actor = actor_of(people["jan"])
            with scope.acting(actor):
                callers.note_caller(
                    actor=actor,
                    network=network,
                    caller=callers.Outsider(name, phone, said_yes=True),
                    said=said,
                    call_back_on=day + timedelta(days=days_to_go),
                    call_back_by=members[who].uuid,
                )
