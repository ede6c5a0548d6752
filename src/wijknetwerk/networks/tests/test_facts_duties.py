"""Duties that are late, counted once each, of one network only."""

from datetime import date
from uuid import uuid4

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Network
from wijknetwerk.networks.selectors.facts.duties import count_duties
from wijknetwerk.notices.models import Waiting


def _waits(network: Network, person: int, due_on: date | None, *, duty: bool = True) -> Waiting:
    made: Waiting = Waiting.objects.create(
        kind="tests.thing",
        duty=duty,
        person_id=person,
        subject=uuid4(),
        network_uuid=network.uuid,
        due_on=due_on,
    )
    return made


def test_late_duties_of_this_network_are_counted_once(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        assert count_duties(cast.linde.pk) == {"duties_late": 0}
        late = _waits(cast.linde, cast.dewi.pk, date(2026, 11, 11))
        Waiting.objects.create(
            kind=late.kind,
            person_id=cast.ad.pk,
            subject=late.subject,
            network_uuid=cast.linde.uuid,
            due_on=late.due_on,
        )
        _waits(cast.linde, cast.dewi.pk, date(2026, 11, 12))
        _waits(cast.linde, cast.dewi.pk, None)
        _waits(cast.linde, cast.dewi.pk, date(2026, 11, 1), duty=False)
        _waits(cast.oosterpoort, cast.farid.pk, date(2026, 11, 1))
        assert count_duties(cast.linde.pk) == {"duties_late": 1}
