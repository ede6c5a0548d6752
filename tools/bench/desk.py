"""Help between neighbours: 90 open requests in the first network and 900 in the second; each with
who asks, and for two of three with who helps and both checks."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from tools.bench.seed import BATCH, SYSTEM
from wijknetwerk.core import clock, scope
from wijknetwerk.mutual_aid.models import FollowUp, HelpOffer, HelpRequest, Match, Neighbour
from wijknetwerk.networks.models import Membership, Network

OPEN = {"buurt-0": 90, "buurt-1": 900}
MEMBER = 10  # whose own page is asked
HELPERS = 4  # for each three requests
STATES = ("helped", "helped", "new", "helped", "helped", "waiting", "helped", "helped", "busy")


def fill() -> None:
    """Both networks; the member of whom the pages are asked helps with the first request."""
    with scope.acting(SYSTEM):
        for slug, count in OPEN.items():
            _fill(Network.objects.get(slug=slug), count)


def one_of_each() -> tuple[UUID, UUID]:
    """A request of the first network that waits for somebody, and an offer there."""
    with scope.acting(SYSTEM):
        waits = HelpRequest.objects.filter(network__slug="buurt-0", state="waiting")
        offers = HelpOffer.objects.filter(network__slug="buurt-0")
        return waits.order_by("pk")[0].uuid, offers.order_by("pk")[0].uuid


def _fill(network: Network, count: int) -> None:
    askers = _neighbours(network, range(count), "Vrager")
    helpers = _neighbours(network, range(count * HELPERS // 3), "Helper")
    if network.slug == "buurt-0":
        _as_member(helpers[0])
    requests = _requests(network, askers, range(count))
    offers = HelpOffer.objects.bulk_create([_offer(helper) for helper in helpers], batch_size=BATCH)
    pairs = [
        (request, offer)
        for request, offer in zip(requests, offers, strict=False)
        if request.state in ("helped", "busy")
    ]
    matches = Match.objects.bulk_create(
        [_match(request, offer, number) for number, (request, offer) in enumerate(pairs)],
        batch_size=BATCH,
    )
    FollowUp.objects.bulk_create(
        [
            FollowUp(
                network=network,
                match=match,
                side=side,
                due_on=(match.began_on or clock.today()) + timedelta(weeks=7),
                how="phone",
            )
            for match in matches
            if match.state == "running"
            for side in ("asker", "helper")
        ],
        batch_size=BATCH,
    )


def _as_member(row: Neighbour) -> None:
    email = f"bench{MEMBER}@voorbeeld.example"
    member = Membership.objects.get(network=row.network, person__email=email)
    row.person, row.membership = member.person, member
    row.save()


def _neighbours(network: Network, numbers: range, name: str) -> list[Neighbour]:
    rows = []
    for number in numbers:
        row = Neighbour(network=network, said_yes_at=clock.now(), said_how="phone", pc4="9698")
        row.name, row.phone = f"{name} Nummer {number}", f"05975{number:05d}"
        rows.append(row)
    return Neighbour.objects.bulk_create(rows, batch_size=BATCH)


def _requests(network: Network, askers: Sequence[Neighbour], numbers: range) -> list[HelpRequest]:
    rows = []
    for number, asker in zip(numbers, askers, strict=True):
        since = clock.now() - timedelta(days=number % 40)
        row = HelpRequest(
            network=network,
            asker=asker,
            kind="shopping.groceries",
            via="desk",
            said_how="phone",
            noted_at=since,
            waits_since=since,
            state=STATES[number % len(STATES)],
        )
        row.words = "Wie haalt mijn boodschappen? Lopen gaat slecht."
        row.told = "Mevrouw van 84 zoekt iemand voor de boodschappen."
        row.told_approved_at = since
        rows.append(row)
    return HelpRequest.objects.bulk_create(rows, batch_size=BATCH)


def _offer(helper: Neighbour) -> HelpOffer:
    row = HelpOffer(
        network=helper.network,
        helper=helper,
        kinds=["shopping"],
        room=2,
        via="desk",
        noted_at=clock.now() - timedelta(days=120),
    )
    row.words = "Ik ga toch elke week naar de winkel."
    return row


def _match(request: HelpRequest, offer: HelpOffer, number: int) -> Match:
    row = Match(network=request.network, request=request, offer=offer, asked_at=clock.now())
    row.told, row.asked_how = "Mevrouw van 84 zoekt iemand voor de boodschappen.", "phone"
    row.lapse_on = clock.today() + timedelta(days=3)
    row.state = "asked" if request.state == "busy" else "running"
    if row.state == "running":
        row.slot, row.agreed_at = 1, clock.now()
        row.began_on = clock.today() - timedelta(days=20 + number % 40)
    return row
