"""What members and everybody see; what stays on the screen; what it costs."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.roadmap import selectors, services
from wijknetwerk.roadmap.models import StepProgress
from wijknetwerk.roadmap.services import StepState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]

STEP = "shape-coordinator"
SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]


def _say(cast: Cast, who: str, step: str, state: StepState, read: int = 0) -> None:
    actor = cast.actor(who)
    with scope.acting(actor):
        services.change_step(
            actor=actor, network=cast.linde, step=step, read_number=read, said=state
        )


def _text(answer: Any) -> str:
    """What a reader sees, without tags."""
    page = re.sub(r"<(script|style|head).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def _route(client: Client, phase: str = "shape") -> Any:
    return client.get(reverse("roadmap:phase", args=["de-linde", phase]))


def _step(step: str = STEP) -> str:
    return reverse("roadmap:step", args=["de-linde", step])


def _fill(**changes: str) -> dict[str, str]:
    said = {"status": "busy", "note": "Twee mensen gevraagd.", "where_to_see": "Prikbord"}
    return {**said, "owner": "", "number": "0", **changes}


def test_the_path_is_one_ordered_list_of_four_places_with_their_words(
    cast: Cast, sign_in: SignIn
) -> None:
    page = _route(sign_in("amina")).content.decode()
    picture = re.search(r'<nav class="wn-route".*?</nav>', page, re.DOTALL)
    assert picture is not None
    items = re.findall(r"<li.*?</li>", picture[0], re.DOTALL)
    assert picture[0].count("<ol") == 1
    assert [name for item in items for name in re.findall(r">(Ver\w+|Vorm\w+)</a>", item)] == [
        "Verkennen",
        "Vormgeven",
        "Verdiepen",
        "Verankeren",
    ]
    assert [("aria-current" in item) for item in items] == [False, True, False, False]
    assert "style=" not in picture[0]
    assert not re.search(r"\d", re.sub(r"<[^>]+>", "", picture[0]))


def test_the_page_has_no_totals_and_no_percentages(cast: Cast, sign_in: SignIn) -> None:
    for step in ("shape-coordinator", "shape-commitment"):
        _say(cast, "amina", step, StepState("done", note="Gelukt."))
    page = _text(_route(sign_in("amina")))
    assert "%" not in page
    assert not re.search(r"\b\d+ (van|of|/) \d+\b", page)


def test_each_step_shows_status_note_owner_and_where_to_see(cast: Cast, sign_in: SignIn) -> None:
    state = StepState(
        "busy", "Twee mensen gevraagd.", "https://voorbeeld.example/a", cast.members["bas"].uuid
    )
    _say(cast, "amina", STEP, state)
    page = _route(sign_in("els"))
    text = _text(page)
    assert "Twee mensen gevraagd." in text
    assert "Bas van der Meer" in text
    assert '<a class="nl-link" href="https://voorbeeld.example/a" rel="noopener' in (
        page.content.decode()
    )


def test_what_members_write_is_never_markup(cast: Cast, sign_in: SignIn) -> None:
    _say(cast, "amina", STEP, StepState("busy", "<b>nee</b><script>x</script>", "<i>hier</i>"))
    for address in (reverse("roadmap:phase", args=["de-linde", "shape"]), _step()):
        page = sign_in("els").get(address).content.decode()
        assert "<b>nee</b>" not in page
        assert "<script>x" not in page
        assert "<i>hier" not in page


def test_the_route_opens_where_something_was_busy_last(cast: Cast, sign_in: SignIn) -> None:
    address = reverse("roadmap:route", args=["de-linde"])
    assert sign_in("amina").get(address).context is None  # Jinja2 gives none
    assert 'id="explore-find-starters"' in sign_in("amina").get(address).content.decode()
    _say(cast, "amina", "anchor-celebrate", StepState("busy"))
    assert 'id="anchor-celebrate"' in sign_in("amina").get(address).content.decode()


def test_a_step_tells_all_and_links_only_to_pages_that_exist(cast: Cast, sign_in: SignIn) -> None:
    content = selectors.content("nl")
    client = sign_in("amina")
    for step in content.steps:
        page = client.get(_step(step.code))
        text = _text(page)
        for words in (step.why, *step.how, step.duration, step.yields, step.place_text):
            assert words in text, step.code
        for factor in content.factors_of(step):
            assert factor.title in text
        for source, _where in content.cited(step.sources):
            assert source.title in text
    page = client.get(_step("shape-neighbourhood-profile")).content.decode()
    assert "arrow-right" not in page  # that place is announced, not there


def test_saving_goes_to_the_step_in_its_phase(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in("amina").post(_step(), _fill(form_id="a" * 32))
    assert answer.status_code == 302
    assert answer["Location"] == f"/n/de-linde/route/shape/#{STEP}"


def test_a_double_click_saves_once(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("amina")
    first = client.post(_step(), _fill(form_id="a" * 32))
    second = client.post(_step(), _fill(form_id="a" * 32))
    assert (first.status_code, second["Location"]) == (302, first["Location"])
    with scope.acting(SYSTEM):
        assert StepProgress.objects.count() == 1


def test_two_editors_see_both_texts_and_erase_nothing(cast: Cast, sign_in: SignIn) -> None:
    sign_in("amina").post(_step(), _fill(note="Van Amina."))
    bas = sign_in("bas")
    answer = bas.post(_step(), _fill(note="Van Bas.", where_to_see="Bij Bas"))
    page, text = answer.content.decode(), _text(answer)
    assert answer.status_code == 409
    assert "Van Amina." in text
    assert "Amina Haddad" in text
    assert ">\nVan Bas.</textarea>" in page
    assert 'value="Bij Bas"' in page
    assert 'name="number" value="1"' in page
    again = bas.post(_step(), _fill(note="Van Amina. Van Bas.", number="1"))
    assert again.status_code == 302
    with scope.acting(SYSTEM):
        notes = list(StepProgress.objects.order_by("number").values_list("note", flat=True))
    assert notes == ["Van Amina.", "Van Amina. Van Bas."]


def test_an_invalid_form_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in("amina").post(_step(), _fill(status="halfway", note="Bewaar dit."))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="error-summary"' in page
    assert "Bewaar dit." in page
    too_long = sign_in("amina").post(_step(), _fill(note="x" * 1001))
    assert too_long.status_code == 200
    gone = sign_in("amina").post(_step(), _fill(owner=str(cast.members["otto"].uuid)))
    assert 'id="error-summary"' in gone.content.decode()


def test_unknown_phases_steps_and_readers_are_not_found(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("amina")
    for address in (
        reverse("roadmap:phase", args=["de-linde", "dream"]),
        reverse("roadmap:phase_words", args=["de-linde", "dream"]),
        _step("shape-castle"),
        reverse("roadmap:public_phase", args=["dream"]),
        reverse("roadmap:public_step", args=["shape-castle"]),
        reverse("roadmap:reader", args=["kings"]),
    ):
        assert client.get(address).status_code == 404, address


def test_words_under_a_phase_can_be_changed_and_both_stay_when_two_do(
    cast: Cast, sign_in: SignIn
) -> None:
    address = reverse("roadmap:phase_words", args=["de-linde", "shape"])
    answer = sign_in("lena").post(address, {"text": "we kennen elkaar", "read": ""})
    assert answer["Location"] == reverse("roadmap:phase", args=["de-linde", "shape"])
    assert "we kennen elkaar" in _text(_route(sign_in("amina")))
    late = sign_in("bas").post(address, {"text": "we kiezen samen", "read": ""})
    assert late.status_code == 409
    assert "we kennen elkaar" in _text(late)
    assert 'value="we kiezen samen"' in late.content.decode()
    read = re.search(r'name="read" value="([0-9a-f-]{36})"', late.content.decode())
    assert read is not None
    again = sign_in("bas").post(address, {"text": "we kiezen samen", "read": read[1]})
    assert again.status_code == 302


def test_printing_is_noted_with_how_many_people_stand_on_it(cast: Cast, sign_in: SignIn) -> None:
    _say(cast, "amina", STEP, StepState("busy", "", "", cast.members["bas"].uuid))
    answer = sign_in("els", second_factor=False).get(reverse("roadmap:print", args=["de-linde"]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store, private"
    with scope.acting(SYSTEM):
        entry = LogEntry.objects.get(event="roadmap.printed")
    assert (entry.user_uuid, entry.network_uuid) == (cast.els.uuid, cast.linde.uuid)
    assert entry.detail == {"count": 1}


def test_a_step_links_to_where_it_is_done_only_for_who_may_go_there(
    cast: Cast, sign_in: SignIn
) -> None:
    settings = reverse("networks:settings", args=["de-linde"])
    address = _step("explore-visible-contact")
    main = re.compile(r"<main.*</main>", re.DOTALL)
    for name, shown in (("dewi", True), ("amina", False)):
        page = main.search(sign_in(name).get(address).content.decode())
        assert page is not None
        assert (settings in page[0]) is shown


def test_who_begins_finds_the_form_filled_in_and_nothing_is_stored_yet(
    cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in("bas").get(_step() + "?begin=1").content.decode()
    assert re.search(r'value="busy"[^>]* checked', page)
    assert f'<option value="{cast.members["bas"].uuid}" selected>' in page
    with scope.acting(SYSTEM):
        assert not StepProgress.objects.exists()
