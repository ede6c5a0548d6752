"""What newer apps show most: gatherings, stories and entries of the list, twenty of each in the
first network and in the second network two hundred."""

from datetime import date, timedelta

from django.core.management import call_command
from django.urls import reverse

from tools.bench.seed import SYSTEM
from wijknetwerk.agenda.models import Event
from wijknetwerk.core import clock, scope
from wijknetwerk.directory.models import Service
from wijknetwerk.networks.models import Network
from wijknetwerk.voices.models import Story

MANY = {"buurt-0": 20, "buurt-1": 200}
WORDS = "Elke dinsdag koffie in het buurthuis; wie niet komen kan wordt gehaald."


def fill() -> None:
    """Both networks, and the library as it is shipped."""
    call_command("load_library", verbosity=0)
    with scope.acting(SYSTEM):
        for slug, count in MANY.items():
            network = Network.objects.get(slug=slug)
            Event.objects.bulk_create(_event(network, number) for number in range(count))
            Story.objects.bulk_create(_story(network, number) for number in range(count))
            Service.objects.bulk_create(_service(network, number) for number in range(count))


def lists() -> dict[str, str]:
    """The addresses of the lists of the first network, by what they are called."""
    of_first = {"slug": "buurt-0"}
    return {
        "agenda of 20 gatherings": reverse("agenda:agenda", kwargs=of_first),
        "20 stories": reverse("voices:stories", kwargs=of_first),
        "20 entries of the list": reverse("directory:list", kwargs=of_first),
    }


def _event(network: Network, number: int) -> Event:
    begins = clock.now() + timedelta(days=1 + number // 4, hours=number % 4)
    return Event(
        network=network,
        kind="walk_in",
        title=f"Inloop {number}",
        about=WORDS,
        elsewhere="Buurthuis",
        is_public=True,
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
    )


def _story(network: Network, number: int) -> Story:
    row = Story(
        network=network,
        kind="story",
        source="phone",
        told_on=date(2026, 1, 5) + timedelta(days=number % 200),
        reach="network",
        title=f"Verhaal {number}",
    )
    row.words = WORDS
    return row


def _service(network: Network, number: int) -> Service:
    return Service(
        network=network,
        name=f"Eettafel {number}",
        name_key=f"eettafel {number}",
        description=WORDS,
        kind="food.together",
        phone="0265550123",
        shown_to="everybody",
        assured_date=clock.today(),
    )
