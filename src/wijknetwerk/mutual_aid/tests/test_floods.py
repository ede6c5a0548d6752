"""Nobody is flooded: a mailbox by a stranger, the desk or who hears concerns by one member."""

import pytest
from django.test import Client

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models.mail import OutgoingMail
from wijknetwerk.mutual_aid.limits import MOST_A_DAY, MOST_RECEIPTS
from wijknetwerk.mutual_aid.models import Complaint, Concern, HelpSettings

pytestmark = pytest.mark.django_db


def test_an_address_that_a_stranger_types_gets_a_few_receipts_a_day(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        HelpSettings.objects.create(
            network=cast.linde, independent_name="Ina", independent_email="ina@voorbeeld.example"
        )
    told = {
        "against": "helper",
        "words": "Niet gekomen.",
        "reached_by": "mail",
        "email": "doel@voorbeeld.example",
    }
    times = MOST_RECEIPTS + 2
    for _time in range(times):
        assert Client().post("/n/de-linde/klachten/vertellen/", told).status_code == 302
    with scope.acting(SYSTEM):
        assert Complaint.objects.count() == times, "each is kept, and its code is on the screen"
    assert OutgoingMail.objects.filter(to_address=told["email"]).count() == MOST_RECEIPTS


def test_one_member_tells_so_many_concerns_a_day(cast: Cast, sign_in: SignIn) -> None:
    amina = sign_in("amina")
    said = {"about": "de overkant", "words": "Gordijnen dicht."}
    address = "/n/de-linde/hulp/zorgen/vertellen/"
    answers = [amina.post(address, said).status_code for _time in range(MOST_A_DAY + 1)]
    assert answers == [302] * MOST_A_DAY + [429]
    with scope.acting(SYSTEM):
        assert Concern.objects.count() == MOST_A_DAY
