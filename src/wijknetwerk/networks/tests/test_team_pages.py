"""The pages of teams, and what is kept about a person."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.networks.models import Connector, Team, TeamAsk, TeamLine
from wijknetwerk.networks.services import team_places
from wijknetwerk.networks.tests.teaming import add, by, inside, make_connector, make_team, say


def test_what_teams_keep_about_me_is_shown_and_erased(cast: Cast) -> None:
    team = make_team(cast)
    made = make_connector(cast, team, "els")
    say(cast, team, "els")
    by(cast, "bas", team_places.join, team=team.uuid, said="Ik help graag")
    with scope.acting(SYSTEM):
        Connector.objects.filter(pk=made.pk).update(phone_shown=True, phone="0265550123")
        data = registries.personal_data["networks.teams"]
        told = {str(one.title) for one in data.export(person_uuid=cast.els.uuid)}
        assert told == {
            "Plek in een team",
            "Verbinder van een team",
            "Wat u mee terugneemt uit een team",
            "Vraag in een team",
        }
        counts = [
            (one.count, one.what) for one in data.erase(actor=SYSTEM, person_uuid=cast.els.uuid)
        ]
        assert counts == [(2, "anonymised"), (1, "anonymised"), (0, "anonymised")]
        row = Connector.objects.get(pk=made.pk)
        assert (row.phone, row.until_on) == ("", TODAY)
        assert not TeamLine.objects.exclude(how="").exists()
        list(data.erase(actor=SYSTEM, person_uuid=cast.bas.uuid))
        assert not TeamAsk.objects.exclude(words="").exists()


def test_words_with_a_question_are_kept_a_year(cast: Cast) -> None:
    team = make_team(cast)
    ask = by(cast, "amina", team_places.join, team=team.uuid, said="Ik help graag")
    by(cast, "joost", team_places.answer, ask=ask.uuid, yes=False)
    entry = registries.retention["networks.team_ask_words"]
    with scope.acting(SYSTEM):
        assert entry.expire(before=clock.now()) == 0
        assert entry.expire(before=clock.now() + timedelta(seconds=1)) == 1


def test_the_pages_ask_the_same_number_of_queries_at_ten_times_the_rows(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    team = make_team(cast)
    make_connector(cast, team, "els")
    say(cast, team, "els")
    client = sign_in("joost")
    paths = ["/n/de-linde/teams/", f"/n/de-linde/teams/{team.uuid}/"]
    paths += [f"{paths[1]}geschiedenis/"]
    few = [_count(client, path, count_queries) for path in paths]
    for number in range(10):
        more = make_team(cast, name=f"Team {number}", lead="els")
        make_connector(cast, more, "bas", "practice_nurse")
    for name in ("amina", "bas", "ben", "priya", "dewi"):
        add(cast, team, name)
        say(cast, team, name)
        if name != "bas":
            by(cast, name, team_places.join, team=more.uuid)
    assert [_count(client, path, count_queries) for path in paths] == few
    assert max(few) <= 8


def _count(client: Any, path: str, count_queries: Any) -> int:
    with count_queries() as asked:
        assert client.get(path).status_code == 200
    number: int = asked.count
    return number


def test_bad_input_keeps_what_was_typed_and_a_double_click_makes_one_team(
    cast: Cast, sign_in: SignIn
) -> None:
    client = sign_in("dewi")
    sent = {"name": "Jeugdteam", "kind": "", "purpose": "Voor de jeugd", "form_id": uuid4().hex}
    answer = client.post("/n/de-linde/teams/nieuw/", sent)
    assert answer.status_code == 200
    assert "Voor de jeugd" in answer.content.decode()
    sent |= {"kind": "youth", "status": "being_formed", "open_to_residents": "yes"}
    first, again = (client.post("/n/de-linde/teams/nieuw/", sent) for _each in range(2))
    assert (first.status_code, first["Location"]) == (302, again["Location"])
    with scope.acting(SYSTEM):
        assert Team.objects.count() == 1


def test_a_member_joins_with_one_tap(cast: Cast, sign_in: SignIn) -> None:
    team = make_team(cast, joins_freely=True)
    client = sign_in("amina")
    page = client.get(f"/n/de-linde/teams/{team.uuid}/").content.decode()
    assert "Ik doe mee in dit team" in page
    answer = client.post(f"/n/de-linde/teams/{team.uuid}/meedoen/", {"form_id": uuid4().hex})
    assert answer.status_code == 302
    assert inside(team) == {"Joost", "Amina"}
    assert "Ik stap uit dit team" in client.get(answer["Location"]).content.decode()


def test_working_together_is_in_the_menu_for_who_has_a_task_and_on_the_first_page_for_all(
    cast: Cast, sign_in: SignIn
) -> None:
    add(cast, make_team(cast), "bakker")
    in_menu, on_page = {}, {}
    for name in ("dewi", "els", "priya", "bakker", "bas"):
        page = sign_in(name).get("/n/de-linde/").content.decode()
        in_menu[name] = "Samenwerken" in page
        on_page[name] = 'href="/n/de-linde/teams/"' in page
    assert in_menu == {"dewi": True, "els": True, "priya": True, "bakker": False, "bas": False}
    assert all(on_page.values())
