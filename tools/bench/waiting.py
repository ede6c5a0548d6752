"""Somebody for whom much waits over five networks, among everybody else for whom one thing does."""

from datetime import timedelta
from uuid import uuid4

from tools.bench.seed import BATCH, BEGUN, SYSTEM, Size
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.models import Membership, MembershipRole, Network
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services.waiting import row_for

BUSY = 20  # the number of the person; an ordinary member of the first network until now
OPEN = 500
NETWORKS = 5
KINDS = (
    "networks.join_asked",
    "networks.handover",
    "networks.call_back",
    "networks.join_asked",
    "networks.welcome",
)
_WITH_UUID = {"networks.handover", "networks.call_back", "networks.welcome"}


def fill(size: Size, *, already: Size | None = None) -> None:
    """Let one thing wait for every new person, and the first time five hundred for one of them."""
    with scope.acting(SYSTEM):
        if already is None:
            _busy()
        first = already.networks if already else 0
        members = Membership.objects.filter(network__slug__in=_slugs(first, size.networks))
        rows = members.exclude(person__email=_email()).select_related("network")
        _store([_one(0, row.person_id, row.network) for row in rows.iterator(BATCH)])


def _busy() -> None:
    """A coordinator of five networks with a hundred open things in each."""
    person = Person.objects.get(email=_email())
    networks = list(Network.objects.filter(slug__in=_slugs(0, NETWORKS)).order_by("pk"))
    for network in networks:
        member, _new = Membership.objects.get_or_create(
            network=network, person=person, defaults={"from_on": BEGUN}
        )
        MembershipRole.objects.create(
            network=network, membership=member, person=person, role="coordinator", from_on=BEGUN
        )
    _store([_one(n, person.pk, networks[n % NETWORKS]) for n in range(OPEN)])


def _one(number: int, person_id: int, network: Network) -> Waiting:
    kind = KINDS[number // NETWORKS % len(KINDS)]
    wanted = Wanted(
        person_id,
        uuid4(),
        network.uuid,
        place={"slug": network.slug} | ({"uuid": str(uuid4())} if kind in _WITH_UUID else {}),
        words={"who": f"Anna Bakker {number}", "role": "coördinator"},
        due_on=clock.today() - timedelta(days=3) if number % 7 == 1 else None,
    )
    row = row_for(kind, wanted)
    row.opened_at = clock.now() - timedelta(hours=number)
    return row


def _store(rows: list[Waiting]) -> None:
    Waiting.objects.bulk_create(rows, batch_size=BATCH)


def _slugs(first: int, end: int) -> list[str]:
    return [f"buurt-{number}" for number in range(first, end)]


def _email() -> str:
    return f"bench{BUSY}@voorbeeld.example"
