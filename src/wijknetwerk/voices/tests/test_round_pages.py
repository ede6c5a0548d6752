"""The pages of rounds: from opening to the result, with paper between."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.voices.models import PriorityRound, RoundBallot, RoundCount
from wijknetwerk.voices.services import rounds
from wijknetwerk.voices.tests.rounding import a_round, by, closed, table

HERE = "/n/de-linde/meedenken/stippen/"


def _send(client: Client, path: str, **data: Any) -> Any:
    return client.post(path, {"form_id": uuid4().hex, **data})


def test_from_opening_to_the_result(cast: Cast, sign_in: SignIn) -> None:
    dewi = sign_in("dewi")
    asked = {
        "question": "Wat eerst?",
        "words": "Groen\nVerkeer\n\nRust ",
        "from_on": TODAY.isoformat(),
        "last_on": (TODAY + timedelta(days=7)).isoformat(),
        "dots": "2",
        "most_on_one": "1",
    }
    wrong = _send(dewi, f"{HERE}nieuw/", **{**asked, "words": "Groen"})
    assert "Groen</textarea>" in wrong.content.decode()
    at = _send(dewi, f"{HERE}nieuw/", **asked)["Location"]
    for path in ("tafel/", "papier/", "briefjes/", "sluiten/"):
        assert dewi.get(at + path).status_code == 200
    assert dewi.get(f"{at}vel/").content.startswith(b"%PDF")
    assert dewi.get(f"{at}uitslag/").status_code == 409
    sent = {"group": "resident", "people": "6", "sure": "on"}
    over = _send(dewi, f"{at}tafel/", **sent, dots_0="6", dots_1="7", dots_2="0")
    assert over.status_code == 200
    assert _send(dewi, f"{at}tafel/", **sent, dots_0="6", dots_1="5", dots_2="1").status_code == 302
    amina = sign_in("amina")
    assert amina.get(at).status_code == 200
    many = amina.post(at, {"group": "resident", "chosen": ["0", "1", "2"]})
    assert many.status_code == 200
    for _each in range(2):
        assert amina.post(at, {"group": "resident", "chosen": ["0"]})["Location"] == at
    page = amina.get(at).content.decode()
    assert "<table" not in page, "no count shows while it runs"
    _send(dewi, f"{at}sluiten/")
    page = amina.get(at).content.decode()
    assert ">6</strong>" in page
    assert "(6 " in page
    assert "(7 " not in page, "one vote on the screen is not added to the sheet"
    assert dewi.get(f"{at}uitslag/").content.startswith(b"%PDF")


def test_a_ballot_is_used_once_by_link_and_looking_changes_nothing(
    cast: Cast, client: Client
) -> None:
    uuid = a_round(cast)
    made = by(cast, "dewi", rounds.make_ballots, round=uuid, number=1)[0]
    path = f"/stippen/{made.secret}/"
    assert client.get(path).status_code == 200
    with scope.acting(SYSTEM):
        assert not RoundBallot.objects.filter(used=True).exists()
    for _each in range(2):
        client.post(path, {"group": "resident", "chosen": ["1"]})
    with scope.acting(SYSTEM):
        assert RoundCount.objects.get(group="resident", option=None).people == 1
    assert "chosen" not in client.get(path).content.decode()
    assert client.get("/stippen/nietditbriefje12345678/").status_code == 404


def test_ballots_are_printed_and_kept_nowhere(cast: Cast, sign_in: SignIn) -> None:
    uuid = a_round(cast, *(f"Keuze {number}" for number in range(9)), dots=3, most=2)
    client = sign_in("joost")
    answer = client.post(f"{HERE}{uuid}/briefjes/", {"act": "print", "number": "3"})
    assert answer.content.startswith(b"%PDF")
    page = client.post(f"{HERE}{uuid}/briefjes/", {"act": "link"}).content.decode()
    assert "/stippen/" in page
    with scope.acting(SYSTEM):
        assert RoundBallot.objects.filter(round__uuid=uuid).count() == 4


def test_pages_ask_the_same_number_of_queries_at_ten_times_the_rows(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    first, over = a_round(cast), a_round(cast)
    table(cast, over, "resident", 9, 9, 9, 9)
    closed(cast, over)
    client = sign_in("els")
    paths = [HERE, f"{HERE}{first}/", f"{HERE}{over}/"]
    few = [_count(client, path, count_queries) for path in paths]
    for _each in range(10):
        more = a_round(cast)
        by(cast, "ben", rounds.vote, round=more, group="official", dots={0: 1})
    assert [_count(client, path, count_queries) for path in paths] == few
    assert max(few) <= 8


def _count(client: Any, path: str, count_queries: Any) -> int:
    with count_queries() as asked:
        assert client.get(path).status_code == 200
    number: int = asked.count
    return number


def test_groups_are_guessed_from_the_party_and_the_roles(cast: Cast, sign_in: SignIn) -> None:
    uuid: UUID = a_round(cast)
    found = {}
    for name in ("amina", "els", "ben"):
        page = sign_in(name).get(f"{HERE}{uuid}/").content.decode()
        found[name] = [
            group
            for group in ("resident", "professional", "official")
            if f'value="{group}"' in page and "checked" in page.split(f'value="{group}"')[1][:60]
        ]
    assert found == {"amina": ["resident"], "els": ["professional"], "ben": ["official"]}
    with scope.acting(SYSTEM):
        assert PriorityRound.objects.get().result is None
