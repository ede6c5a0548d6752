"""The pages of initiatives and experiments."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.voices.models import Experiment, Initiative, InitiativeNeed
from wijknetwerk.voices.services import experiments, initiative_needs, initiatives
from wijknetwerk.voices.tests.rounding import an_initiative, by
from wijknetwerk.voices.tests.telling import tell

HERE = "/n/de-linde/meedenken/initiatieven/"
TRIED = "/n/de-linde/meedenken/proberen/"


def _send(client: Client, path: str, **data: Any) -> Any:
    return client.post(path, {"form_id": uuid4().hex, **data})


def test_from_an_idea_to_a_promise_that_is_kept_and_a_lesson(cast: Cast, sign_in: SignIn) -> None:
    amina, els = sign_in("amina"), sign_in("els")
    said = {"title": "Samen eten", "what": ""}
    wrong = _send(amina, f"{HERE}nieuw/", **said)
    assert 'value="Samen eten"' in wrong.content.decode()
    at = _send(amina, f"{HERE}nieuw/", **{**said, "what": "Koken.", "public": "on"})["Location"]
    assert _send(amina, f"{at}trekken/").status_code == 302
    assert _send(amina, f"{at}nodig/", kind="room", what="Een keuken").status_code == 302
    with scope.acting(SYSTEM):
        need = InitiativeNeed.objects.get()
    assert "Een keuken" in els.get(at).content.decode()
    promise = f"{HERE}nodig/{need.uuid}/beloven/"
    assert els.get(promise).status_code == 200
    assert _send(els, promise, by_on="2020-01-01").status_code == 200
    assert _send(els, promise, by_on=(TODAY + timedelta(days=3)).isoformat())["Location"] == at
    assert _send(els, f"{at}meedoen/").status_code == 302
    assert _send(els, f"{HERE}nodig/{need.uuid}/klaar/", to="delivered").status_code == 302
    for path in ("wijzigen/", "ondersteuner/", "stap/stopped/", "stap/looking/", "stoppen/"):
        assert amina.get(at + path).status_code == 200
    assert amina.get(f"{at}stap/idea/").status_code == 404
    assert _send(amina, f"{at}stap/done/", lesson="").status_code == 200
    assert _send(amina, f"{at}stap/done/", lesson="Het werkt.").status_code == 302
    page = amina.get(at).content.decode()
    assert "Het werkt." in page
    assert "Het werkt." in amina.get(HERE).content.decode()


def test_strangers_see_public_initiatives_and_no_others(cast: Cast, client: Client) -> None:
    shown = initiatives.Said("Buurtmoestuin", "Samen tuinieren.", "Iemand met groene vingers", True)
    open_one = an_initiative(cast, said=shown, pull=True)
    own = an_initiative(cast)
    where = "/n/de-linde/initiatief/"
    page = client.get(f"{where}{open_one.uuid}/").content.decode()
    assert "groene vingers" in page
    assert "Amina" not in page, "who pulls it did not choose to stand on a public page"
    assert client.get(f"{where}{own.uuid}/").status_code == 404
    public = client.get("/n/de-linde/over/").content.decode()
    assert "Buurtmoestuin" in public
    assert own.title not in public
    resolve = registries.links["voices.initiative"].resolve
    with scope.acting(SYSTEM):
        seen = resolve(cast.actor("sam"), [open_one.uuid, own.uuid])
        assert [one.url for one in seen.values()] == [f"{where}{open_one.uuid}/"]
        assert len(resolve(cast.actor("bas"), [open_one.uuid, own.uuid])) == 2


def test_an_experiment_from_beginning_to_lesson(cast: Cast, sign_in: SignIn) -> None:
    bas = sign_in("bas")
    said = {
        "question": "Komen er meer mensen om tien uur?",
        "tries": "Koffie om tien uur.",
        "looks_at": "Hoeveel mensen komen.",
        "ends_on": (TODAY + timedelta(days=20)).isoformat(),
    }
    assert _send(bas, f"{TRIED}nieuw/", **{**said, "ends_on": "2026-01-01"}).status_code == 200
    at = _send(bas, f"{TRIED}nieuw/", **said)["Location"]
    assert bas.get(at).status_code == 200
    moved = {**said, "ends_on": (TODAY + timedelta(days=30)).isoformat()}
    assert _send(bas, f"{at}wijzigen/", **moved)["Location"] == at
    with scope.acting(SYSTEM):
        assert Experiment.objects.get().ends_on == TODAY + timedelta(days=30)
    with clock.frozen(clock.now() + timedelta(days=31)):
        again = sign_in("bas")
        assert again.get(f"{at}leren/").status_code == 200
        wrong = _send(again, f"{at}leren/", lesson="Ja.", outcome="change")
        assert wrong.status_code == 200
        _send(again, f"{at}leren/", lesson="Er kwamen er zes meer.", outcome="go_on")
        assert "zes meer" in again.get(TRIED).content.decode()


def test_pages_ask_the_same_number_of_queries_at_ten_times_the_rows(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    idea = tell(cast, "bas", "Samen eten.", kind="idea")
    more = {"supporter": cast.members["joost"].uuid, "story": idea.uuid}
    row = an_initiative(cast, "bas", pull=True, **more)
    _needs(cast, row)
    said = experiments.Said("Komt er iemand?", "Iets.", "Wie komt.", TODAY + timedelta(days=9))
    by(cast, "bas", experiments.begin, said=said, initiative=row.uuid)
    client = sign_in("amina")
    tried = _try(cast)
    paths = [HERE, f"{HERE}{row.uuid}/", TRIED, f"{TRIED}{tried.uuid}/"]
    few = [_count(client, path, count_queries) for path in paths]
    page = client.get(paths[1]).content.decode()
    assert "Samen eten." in page
    assert "Komt er iemand?" in page
    for _each in range(10):
        an_initiative(cast, "amina", pull=True)
        _needs(cast, row)
        _try(cast)
    for name in ("els", "ben", "priya"):
        by(cast, name, initiatives.take_part, initiative=row.uuid)
    assert [_count(client, path, count_queries) for path in paths] == few
    assert max(few) <= 8


def _needs(cast: Cast, row: Initiative) -> None:
    asked = {"initiative": row.uuid, "kind": "room", "what": "Een zaal"}
    need = by(cast, "bas", initiative_needs.ask, **asked)
    by(cast, "els", initiative_needs.promise, need=need.uuid, by_on=TODAY + timedelta(days=2))


def _try(cast: Cast) -> Experiment:
    said = experiments.Said("Werkt het?", "Iets.", "Wie komt.", TODAY + timedelta(days=9))
    made: Experiment = by(cast, "bas", experiments.begin, said=said)
    return made


def _count(client: Any, path: str, count_queries: Any) -> int:
    with count_queries() as asked:
        assert client.get(path).status_code == 200
    number: int = asked.count
    return number
