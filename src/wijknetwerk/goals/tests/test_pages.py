"""The pages of actions and goals, as people use them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from tests.cast import TODAY, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.goals.models import Action, Goal, Measure
from wijknetwerk.goals.services import goals
from wijknetwerk.goals.tests.acting import by, make_action, now

LIST = "/n/de-linde/acties/"


def test_a_member_agrees_on_something_and_does_it(cast: Cast, sign_in: SignIn) -> None:
    amina = sign_in("amina")
    sent = {"what": "Koffie halen", "by_on": "2026-11-15"}
    answer = amina.post(f"{LIST}nieuw/", sent)
    at = answer["Location"]
    assert amina.get(at).status_code == 200
    assert "Koffie halen" in amina.get("/vandaag/").content.decode()
    assert amina.post(f"{at}klaar/", {"back": "today"})["Location"] == "/vandaag/"
    assert "Koffie halen" not in amina.get("/vandaag/").content.decode()
    assert "Koffie halen" in amina.get(f"{LIST}?which=closed").content.decode()


def test_moving_without_why_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    made = make_action(cast)
    at = f"{LIST}{made.uuid}/andere-dag/"
    answer = sign_in("amina").post(at, {"by_on": "2026-12-24", "reason": ""})
    assert answer.status_code == 200
    assert "2026-12-24" in answer.content.decode()
    assert now(made).by_on == made.by_on


def test_the_second_who_changes_it_sees_both_texts(cast: Cast, sign_in: SignIn) -> None:
    made = make_action(cast)
    at = f"{LIST}{made.uuid}/wijzigen/"
    first = {"what": "Grote zaal regelen", "version": "1"}
    second = {"what": "Kleine zaal regelen", "version": "1"}
    assert sign_in("amina").post(at, first).status_code == 302
    dewi = sign_in("dewi")
    answer = dewi.post(at, second)
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Grote zaal regelen" in said
    assert "Kleine zaal regelen" in said
    assert dewi.post(at, {**second, "version": "2"}).status_code == 302
    assert now(made).what == "Kleine zaal regelen"


def test_who_is_asked_says_yes_and_it_is_theirs(cast: Cast, sign_in: SignIn) -> None:
    made = make_action(cast)
    sent = {"member": str(cast.members["bas"].uuid), "words": "Jij woont dichtbij"}
    sign_in("amina").post(f"{LIST}{made.uuid}/overdragen/", sent)
    bas = sign_in("bas")
    assert "Zaal regelen" in bas.get("/vandaag/").content.decode()
    page = bas.get(f"{LIST}{made.uuid}/").content.decode()
    link = page.split("/acties/vraag/")[1].split("/")[0]
    assert "Jij woont dichtbij" in bas.get(f"{LIST}vraag/{link}/").content.decode()
    bas.post(f"{LIST}vraag/{link}/", {"answer": "yes"})
    assert now(made).owner_id == cast.members["bas"].pk


def test_a_list_costs_the_same_for_many(
    cast: Cast,
    sign_in: SignIn,
    count_queries: Callable[[], AbstractContextManager[Queries]],
) -> None:
    make_action(cast)
    amina = sign_in("amina")
    amina.get(LIST)
    with count_queries() as one:
        amina.get(LIST)
    for number in range(10):
        make_action(cast, what=f"Zaal {number}", by_on=TODAY + timedelta(days=number))
    with count_queries() as many:
        assert amina.get(LIST).status_code == 200
    assert one.count == many.count <= 8


def test_a_goal_with_what_is_counted(
    cast: Cast,
    sign_in: SignIn,
    as_system: None,
    count_queries: Callable[[], AbstractContextManager[Queries]],
) -> None:
    dewi = sign_in("dewi")
    sent = {"sentence": "Elke week een eettafel", "for_whom": "wie alleen is"}
    at = dewi.post("/n/de-linde/doelen/nieuw/", sent)["Location"]
    what = {"what": "Mensen aan tafel", "unit": "mensen", "target": "20", "direction": "up"}
    assert dewi.post(f"{at}meten/", what).status_code == 302
    measure = Measure.objects.get()
    for day, value in (("2026-09-01", "8"), ("2026-10-01", ""), ("2026-11-01", "12,5")):
        noted = {"on": day, "value": value, "note": "" if value else "Keuken dicht"}
        where = f"/n/de-linde/doelen/meten/{measure.uuid}/cijfer/"
        assert dewi.post(where, noted).status_code == 302
    page = dewi.get(at).content.decode()
    assert "<svg" in page
    assert "Keuken dicht" in page
    with count_queries() as asked:
        dewi.get(at)
    assert asked.count <= 8
    later = {"on": "2026-12-24", "value": "3", "note": ""}
    assert dewi.post(where, later).status_code == 200


def test_an_example_gives_goals_and_actions_with_days(
    cast: Cast, sign_in: SignIn, as_system: None
) -> None:
    dewi = sign_in("dewi")
    at = "/n/de-linde/doelen/voorbeelden/older_people/?vanaf=2026-12-21"
    page = dewi.get(at)
    assert page.status_code == 200
    sent = {
        "g0": "on",
        "g0_text": "Eén naam voor iedereen",
        "g0_by": "2027-03-01",
        "g0a0": "on",
        "g0a0_text": "Samen kiezen",
        "g0a0_by": "2027-01-20",
        "g0a0_who": str(cast.members["els"].uuid),
        "g0a1_text": "Niet doen",
    }
    assert dewi.post(at, {**sent, "g0a0_by": ""}).status_code == 200
    assert Goal.objects.count() == 0
    assert dewi.post(at, sent).status_code == 302
    assert [str(one) for one in Goal.objects.all()] == ["Eén naam voor iedereen"]
    assert Action.objects.get().owner_id == cast.members["els"].pk


def test_who_noted_an_older_figure_corrects_it(cast: Cast, as_system: None) -> None:
    goal = by(cast, "dewi", goals.make, said=goals.SaidGoal("Meer samen eten"))
    said = goals.SaidMeasure(what="Mensen aan tafel")
    measure = by(cast, "dewi", goals.add_measure, goal=goal.uuid, said=said)
    for value in (8, 9):
        by(cast, "dewi", goals.note_value, measure=measure.uuid, on=TODAY, value=value)
    values = list(measure.values.order_by("pk").values_list("value", "superseded_at"))
    assert [value for value, over in values if over is None] == [9]
    assert len(values) == 2
