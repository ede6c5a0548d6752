"""Writing a mail and leaving at the same moment, on real connections: who left gets no mail."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import uuid4

import pytest
from django.db import connection, transaction

from tests.cast import SYSTEM, Cast, make_cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.jobs import run_waiting
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks.services import leaving
from wijknetwerk.notices.services import digest, waiting
from wijknetwerk.notices.tests.kinds import about_noor, kinds

__all__ = ["kinds"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("kinds")
def test_who_leaves_while_it_is_being_written_gets_no_mail() -> None:
    cast, moment = make_cast(), clock.now()
    with scope.acting(SYSTEM):
        wanted = about_noor(cast.joost.pk, uuid4(), cast.linde.uuid)
        waiting.wait(actor=SYSTEM, kind="tests.asked", wanted=wanted)
    written, left = Event(), Event()

    def write() -> bool:
        try:
            with clock.frozen(moment), scope.acting(SYSTEM), transaction.atomic():
                wrote = digest.write(cast.joost.pk)
                written.set()
                left.wait(1)  # long enough for who doesn't wait for this transaction
            return wrote
        finally:
            connection.close()

    def leave() -> None:
        try:
            written.wait(10)
            joost = cast.actor("joost")
            with clock.frozen(moment), scope.acting(joost):
                leaving.leave(actor=joost, network=cast.linde)
            left.set()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        writing, going = pool.submit(write), pool.submit(leave)
        assert writing.result(30) is True
        going.result(30)
    assert _mails(cast) == []
    with scope.acting(SYSTEM):
        run_waiting()
    assert _mails(cast) == []


def _mails(cast: Cast) -> list[OutgoingMail]:
    rows = OutgoingMail.objects.filter(purpose=digest.PURPOSE, person_uuid=cast.joost.uuid)
    return list(rows)
