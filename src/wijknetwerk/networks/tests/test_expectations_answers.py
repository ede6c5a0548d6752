"""What counts as an answer to what we expect of each other, and who sees that the desk looked."""

import pytest
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Expectation
from wijknetwerk.networks.services.expectations import Said
from wijknetwerk.networks.tests.test_expectations import WORDS, open_round, say, say_yes

pytestmark = pytest.mark.django_db


def test_both_sentences_are_needed(cast: Cast, sign_in: SignIn) -> None:
    made = open_round(cast)
    for nothing in ("  ", "x", "Veel.", ". . ."):
        with pytest.raises(InvalidInput):
            say(cast, "amina", made, Said("Ik ken de flat.", nothing))
    with scope.acting(SYSTEM):
        assert not Expectation.objects.exists(), "a word opens nothing of what the others said"
    address = reverse("networks:expectation_mine", args=["de-linde", made.uuid])
    answer = sign_in("amina").post(
        address, {"brings": "x" * 301, "expects": "Bewaar dit.", "number": "0"}
    )
    assert answer.status_code == 200
    assert "Bewaar dit.</textarea>" in answer.content.decode()


def test_who_has_nothing_to_add_says_so_and_the_others_read_that(
    cast: Cast, sign_in: SignIn
) -> None:
    made = open_round(cast)
    nothing = "Ik heb niets toe te voegen."
    say(cast, "amina", made, Said(nothing, nothing))
    say(cast, "bas", made)
    page = reverse("networks:expectation_round", args=["de-linde", made.uuid])
    assert nothing in sign_in("bas").get(page).content.decode()


def test_what_the_desk_noted_before_is_shown_with_a_look_at_that_person(
    cast: Cast, sign_in: SignIn
) -> None:
    made = open_round(cast)
    say_yes(cast)
    say(cast, "joost", made, for_member="bakker")
    member = cast.members["bakker"].uuid
    address = reverse("networks:expectation_for", args=["de-linde", made.uuid, member])
    assert WORDS.brings in sign_in("joost").get(address).content.decode()
    with scope.acting(SYSTEM):
        entry = LogEntry.objects.get(event="networks.desk_person_looked_at")
    assert (entry.user_uuid, entry.client_uuid) == (cast.joost.uuid, cast.bakker.uuid)
