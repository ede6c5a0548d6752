"""H1 in what people read of who looked and what was done: neither who asks nor who said no."""

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid.models import Match, MatchAct
from wijknetwerk.mutual_aid.services import requests
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db


def _read_by(cast: Cast, reader: str, other: str) -> set[str]:
    """Events in the record of one that name the other as who did it."""
    lines = LogEntry.objects.filter(client_uuid=cast.people[reader].uuid)
    return set(lines.filter(user_uuid=cast.people[other].uuid).values_list("event", flat=True))


def _opens(sign_in: SignIn, name: str, found: Match) -> None:
    address = reverse("mutual_aid:match", args=["de-linde", found.uuid])
    assert sign_in(name).get(address).status_code == 200


def test_h1_a_look_before_both_said_yes_tells_neither_of_the_other(
    cast: Cast, sign_in: SignIn
) -> None:
    made = acting.asked(cast)
    _opens(sign_in, "bas", made)
    acting.act(cast, "bas", made, MatchAct.HELPER_YES)
    _opens(sign_in, "bas", made)
    _opens(sign_in, "bakker", made)
    assert _read_by(cast, "bakker", "bas") == _read_by(cast, "bas", "bakker") == set()
    assert LogEntry.objects.filter(event="mutual_aid.match_looked_at").count() == 3
    acting.act(cast, "bakker", made, MatchAct.ASKER_YES)
    _opens(sign_in, "bas", made)
    assert _read_by(cast, "bakker", "bas") == {"mutual_aid.match_looked_at"}


@pytest.mark.parametrize("name", ["bas", "bakker"])
def test_h1_who_stopped_stands_in_their_own_record_only(cast: Cast, name: str) -> None:
    made = acting.agreed(cast)
    acting.act(cast, name, made, MatchAct.STOP)
    other = "bakker" if name == "bas" else "bas"
    assert "mutual_aid.match_ended" in _read_by(cast, name, name)
    assert "mutual_aid.match_ended" not in _read_by(cast, other, name)
    ended = LogEntry.objects.filter(event="mutual_aid.match_ended")
    assert ended.filter(client_uuid=cast.people[other].uuid).count() == 1


@pytest.mark.parametrize("page", ["request", "request_told", "request_change", "person_change"])
def test_the_desk_reads_about_somebody_with_a_second_factor_only(
    cast: Cast, sign_in: SignIn, page: str
) -> None:
    asked = acting.request(cast, acting.outsider(cast))
    row = asked.asker if page == "person_change" else asked
    address = reverse(f"mutual_aid:{page}", args=["de-linde", row.uuid])
    answer = sign_in("joost", second_factor=False).get(address)
    assert (answer.status_code, answer.content) == (302, b"")
    assert answer["Location"].startswith(reverse("accounts:second_factor"))


def test_who_asks_reads_their_own_without_a_second_factor(cast: Cast, sign_in: SignIn) -> None:
    asked = acting.request(cast, acting.neighbour(cast, "amina"))
    address = reverse("mutual_aid:request", args=["de-linde", asked.uuid])
    assert sign_in("amina", second_factor=False).get(address).status_code == 200


def test_h1_the_desk_reads_no_refusal_of_what_it_asks_itself(cast: Cast, sign_in: SignIn) -> None:
    """Joost keeps the desk, and asks for help too: Dewi helps him with that."""
    asked = acting.request(cast, acting.neighbour(cast, "joost"), told="")
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        requests.approve(
            actor=dewi, network=cast.linde, request=asked.uuid, told="Help", said_how="phone"
        )
    made = acting.match(cast, asked)
    acting.act(cast, "dewi", made, MatchAct.ASK, how="phone")
    acting.act(cast, "dewi", made, MatchAct.HELPER_NO)
    address = reverse("mutual_aid:match", args=["de-linde", made.uuid])
    assert sign_in("dewi").get(address).status_code == 200
    assert sign_in("joost").get(address).status_code == 404


def test_a_number_that_is_none_is_no_fault(cast: Cast, sign_in: SignIn) -> None:
    address = reverse("mutual_aid:request_change", args=["de-linde", acting.request(cast).uuid])
    said = {"version": "²", "words": "Wie helpt?", "rhythm": "once"}
    assert sign_in("joost").post(address, said).status_code == 200
