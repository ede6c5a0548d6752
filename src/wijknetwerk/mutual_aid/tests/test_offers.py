"""Offering help: by a helper, by the desk on the phone, changed, paused, ended."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid.models import HelpOffer, MatchAct, MatchState, Neighbour
from wijknetwerk.mutual_aid.selectors.offer_words import fact_words
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
HELP = "/n/de-linde/hulp/"
OFFER: dict[str, Any] = {
    "kinds": ["shopping", "garden.mowing", "garden.weeding"],
    "rhythm": "weekly",
    "room": "2",
    "reach": "2000",
    "parts": ["0", "1"],
    "can": ["dog"],
    "not_words": "Liever niet op zondag.",
}


def _one() -> HelpOffer:
    with scope.acting(SYSTEM):
        return HelpOffer.objects.select_related("helper__person").get()


def test_bas_offers_by_himself(cast: Cast, sign_in: SignIn) -> None:
    bas = sign_in("bas", second_factor=False)
    page = f"{HELP}aanbod/nieuw/"
    wrong = bas.post(page, {**OFFER, "kinds": []}).content.decode()  # nor did he say yes
    assert wrong.count('href="#id_') == 2
    assert "Liever niet op zondag." in wrong
    assert bas.post(page, OFFER).status_code == 200
    answer = bas.post(page, {**OFFER, "pc4": "9698 AB", "languages": ["nl"], "said_yes": "on"})
    made = _one()
    assert answer["Location"] == f"{HELP}aanbod/{made.uuid}/"
    assert made.kinds == ["garden.mowing", "garden.weeding", "shopping"]
    assert (made.parts, made.reach_m, made.room, made.can) == (3, 2000, 2, ["dog"])
    assert (made.helper.person, made.helper.pc4, made.via) == (cast.bas, "9698", "self")
    shown = bas.get(answer["Location"]).content.decode()
    assert "Liever niet op zondag." in shown
    assert 'name="said_yes"' not in bas.get(page).content.decode()  # asked once


def test_all_of_a_kind_is_the_kind_itself(cast: Cast, sign_in: SignIn) -> None:
    bas = sign_in("bas", second_factor=False)
    everything = [f"garden.{one}" for one in ("mowing", "weeding", "snow", "bins")]
    bas.post(
        f"{HELP}aanbod/nieuw/",
        {**OFFER, "kinds": [*everything, "shopping", "shopping.groceries"], "said_yes": "on"},
    )
    assert _one().kinds == ["garden", "shopping.groceries"]


def test_the_desk_notes_somebody_who_calls(cast: Cast, sign_in: SignIn) -> None:
    """Somebody of the same name is shown first, and never joined unasked."""
    with_name = acting.outsider(cast, "Geert Mulder", "0612345678")
    joost = sign_in("joost")
    page = f"{HELP}aanbod/noteren/"
    new = {**OFFER, "name": "geert mulder", "phone": "0598 123456", "said_how": "phone"}
    first = joost.post(page, new)
    assert f"?wie=n:{with_name.uuid}" in first.content.decode()
    with scope.acting(SYSTEM):
        assert not HelpOffer.objects.exists()
    joost.post(page, {**new, "sure": "on"})
    made = _one()
    assert made.helper_id != with_name.pk
    assert (made.helper.name.read(), made.via) == ("geert mulder", "desk")
    joost.post(f"{page}?wie=n:{with_name.uuid}", {**OFFER, "said_how": "paper"})
    with scope.acting(SYSTEM):
        assert HelpOffer.objects.get(helper=with_name).via == "paper"


def test_the_desk_notes_a_member(cast: Cast, sign_in: SignIn) -> None:
    joost = sign_in("joost")
    page = f"{HELP}aanbod/noteren/"
    found = joost.get(f"{page}?q=bakker").content.decode()
    choice = f"?wie=m:{cast.members['bakker'].uuid}"
    assert choice in found
    joost.post(f"{page}{choice}", {**OFFER, "said_how": "phone"})
    assert _one().helper.person == cast.bakker


def test_two_who_change_at_once_both_keep_their_words(cast: Cast, sign_in: SignIn) -> None:
    made = acting.offer(cast)
    page = f"{HELP}aanbod/{made.uuid}/wijzigen/"
    mine = {**OFFER, "version": made.version}
    assert sign_in("bas", second_factor=False).post(page, mine).status_code == 302
    late = sign_in("joost").post(page, {**mine, "not_words": "Geen katten."})
    assert late.status_code == 409
    assert "Liever niet op zondag." in late.content.decode()
    assert "Geen katten." in late.content.decode()


def test_a_pause_and_back_with_one_press(cast: Cast, sign_in: SignIn) -> None:
    made = acting.offer(cast)
    page = f"{HELP}aanbod/{made.uuid}/"
    bas = sign_in("bas", second_factor=False)
    bas.post(f"{page}pauze/", {"from_on": "2026-11-12", "until_on": "2026-12-01"})
    assert (_one().paused_from, _one().paused_until) == (TODAY, date(2026, 12, 1))
    assert f"{page}weer-terug/" in bas.get(page).content.decode()
    bas.post(f"{page}weer-terug/")
    assert _one().paused_from is None
    wrong = bas.post(f"{page}pauze/", {"from_on": "2026-12-01", "until_on": "2026-11-12"})
    assert wrong.status_code == 200


def test_ending_says_what_stops_and_asks_no_reason(cast: Cast, sign_in: SignIn) -> None:
    running = acting.act(cast, "joost", acting.agreed(cast), MatchAct.BEGIN)
    page = f"{HELP}aanbod/{running.offer.uuid}/stoppen/"
    bas = sign_in("bas", second_factor=False)
    shown = bas.get(page).content.decode()
    assert "Truus Bakker" in shown
    assert "textarea" not in shown
    bas.post(page)
    assert acting.now(running).state == MatchState.ENDED
    assert _one().ended_on == TODAY


def test_the_own_page_shows_who_is_helped_and_no_more(cast: Cast, sign_in: SignIn) -> None:
    """A request that Bas was only thought of for does not show to him; the desk's note neither."""
    thought = acting.match(cast)
    page = f"{HELP}aanbod/{thought.offer.uuid}/"
    bas = sign_in("bas", second_factor=False)
    assert "Bakker" not in bas.get(page).content.decode()
    acting.agreed(cast, thought)
    assert "Truus Bakker" in bas.get(page).content.decode()


@pytest.mark.parametrize(("on", "old"), [(date(2023, 11, 12), False), (date(2023, 11, 11), True)])
def test_an_old_vog_says_so(on: date, old: bool) -> None:
    said = fact_words("vog_seen", on, TODAY)
    assert str(on.year) in said
    assert ("drie jaar" in said or "three years" in said) is old
    assert "drie jaar" not in fact_words("met", on, TODAY)


def test_facts_are_noted_with_their_day_and_read_by_the_helper(cast: Cast, sign_in: SignIn) -> None:
    made = acting.offer(cast)
    joost = sign_in("joost")
    person = f"{HELP}mensen/{made.helper.uuid}/"
    fact = {"kind": "met", "on": "2026-10-01"}
    joost.post(f"{person}weten/", fact)
    joost.post(f"{person}weten/", fact)
    assert joost.post(f"{person}weten/", {**fact, "on": "2026-12-24"}).status_code == 200
    own = sign_in("bas", second_factor=False).get(f"{HELP}aanbod/{made.uuid}/")
    assert own.content.decode().count("1 oktober 2026") == 1
    with scope.acting(SYSTEM):
        kept = made.helper.facts.get()
    joost.post(f"{person}weten/{kept.uuid}/weg/")
    with scope.acting(SYSTEM):
        assert not made.helper.facts.exists()


def test_a_helper_signs_the_code_of_conduct(cast: Cast, sign_in: SignIn) -> None:
    page = f"{HELP}gedragscode/"
    bas = sign_in("bas", second_factor=False)
    assert 'name="read"' not in bas.get(page).content.decode()  # he helps nobody yet
    made = acting.offer(cast)
    assert bas.post(page, {}).status_code == 200
    bas.post(page, {"read": "on"})
    with scope.acting(SYSTEM):
        kept = made.helper.facts.get()
    assert (kept.kind, kept.on, kept.noted_by) == ("code_signed", TODAY, cast.bas)
    assert bas.get(f"{page}papier/").content.startswith(b"%PDF")
    assert bas.get(f"{HELP}verzekering/").status_code == 200


def test_two_who_change_how_to_reach_somebody(cast: Cast, sign_in: SignIn) -> None:
    who = acting.outsider(cast)
    page = f"{HELP}mensen/{who.uuid}/bereiken/"
    joost, dewi = sign_in("joost"), sign_in("dewi")
    shown = {
        "name": "Geert Mulder",
        "phone": "0612345678",
        "email": "",
        "reached_by": "phone",
        "address": "",
        "pc4": "",
        "handy": "",
    }
    before = {f"initial-{name}": value for name, value in shown.items()}
    joost.post(page, {**shown, **before, "pc4": "9698"})
    dewi.post(page, {**shown, **before, "handy": "Hoort slecht, laat lang overgaan."})
    with scope.acting(SYSTEM):
        row = Neighbour.objects.get(pk=who.pk)
    assert (row.pc4, row.handy.read()) == ("9698", "Hoort slecht, laat lang overgaan.")
    late = dewi.post(page, {**shown, **before, "pc4": "9699"})
    assert late.status_code == 200
    with scope.acting(SYSTEM):
        assert Neighbour.objects.get(pk=who.pk).pc4 == "9698"


def test_the_list_at_ten_times_as_many(
    cast: Cast,
    sign_in: SignIn,
    count_queries: Callable[[], AbstractContextManager[Queries]],
) -> None:
    made = acting.offer(cast)
    acting.request(cast)
    acting.match(cast, acting.request(cast, acting.outsider(cast)), made)
    joost = sign_in("joost")
    pages = (
        f"{HELP}mensen/?q=muld",
        f"{HELP}mensen/?which=not-asked",
        f"{HELP}mensen/{made.helper.uuid}/",
        f"{HELP}aanbod/{made.uuid}/",
    )
    few = []
    for page in pages:
        joost.get(page)
        with count_queries() as counted:
            joost.get(page)
        few.append(counted.count)
    for number in range(10):
        somebody = acting.outsider(cast, f"Marga Mulder {number}", f"061234567{number}")
        acting.match(cast, acting.request(cast, somebody), acting.offer(cast, somebody))
    for page, before in zip(pages, few, strict=True):
        with count_queries() as counted:
            shown = joost.get(page)
        assert shown.status_code == 200
        assert counted.count == before, page
    assert max(few) <= 8, few
    found = joost.get(pages[0]).content.decode()
    assert found.count("Marga Mulder") == 10
    assert "Bas van der Meer" not in found


def test_settings_show_who_is_missing_and_are_settled_by_who_leads(
    cast: Cast, sign_in: SignIn
) -> None:
    ad = sign_in("ad")
    page = f"{HELP}instellingen/"
    assert ad.get(page).content.decode().count("wn-row__meta--late") == 4
    shown = ad.get(f"{page}wijzigen/").content.decode()
    assert 'name="initial-lapse_days"' in shown
    first: dict[str, Any] = {
        "independent_name": "",
        "independent_phone": "",
        "independent_email": "",
        "complaint_days": "28",
        "concerns_to": "",
        "concerns_else": "",
        "meldcode_name": "",
        "meldcode_phone": "",
        "check_weeks": "7",
        "lapse_days": "7",
        "code_of_conduct": "",
        "insurance": "",
    }
    before = {f"initial-{name}": value for name, value in first.items()}
    els, joost = (str(cast.members[name].uuid) for name in ("els", "joost"))
    ad.post(f"{page}wijzigen/", {**first, **before, "concerns_to": els, "check_weeks": "6"})
    same = {**first, **before, "concerns_else": els}
    assert ad.post(f"{page}wijzigen/", same).status_code == 200  # the same person twice
    dewi = sign_in("dewi")
    named = {**first, **before, "concerns_else": joost, "independent_name": "Wim de Groot"}
    assert dewi.post(f"{page}wijzigen/", named).status_code == 200  # how to reach him?
    dewi.post(f"{page}wijzigen/", {**named, "independent_phone": "0597 123456"})
    read = dewi.get(page).content.decode()
    assert read.count("wn-row__meta--late") == 1
    for name in ("Els Vos", "Joost Peters", "Wim de Groot"):
        assert name in read


def test_who_takes_part_in_nothing_is_erased_at_their_word(cast: Cast, sign_in: SignIn) -> None:
    who = acting.outsider(cast)
    made = acting.offer(cast, who, words="Ik kook graag.")
    joost = sign_in("joost")
    page = f"{HELP}mensen/{who.uuid}/"
    joost.post(f"{page}weten/", {"kind": "met", "on": "2026-10-01"})
    assert f"{page}wissen/" in joost.get(page).content.decode()
    joost.post(f"{page}wissen/")
    with scope.acting(SYSTEM):
        gone = HelpOffer.objects.select_related("helper").get(pk=made.pk)
        assert not gone.helper.facts.exists()
    assert (gone.state, gone.words.read(), gone.helper.name.read()) == ("ended", "", "")
    assert str(who.uuid) not in joost.get(f"{HELP}mensen/").content.decode()
    member = acting.offer(cast).helper
    assert joost.post(f"{HELP}mensen/{member.uuid}/wissen/").status_code == 404


def test_who_is_on_holiday_is_away_from_all_that_they_offer(cast: Cast, sign_in: SignIn) -> None:
    first = acting.offer(cast)
    second = acting.offer(cast, first.helper, kinds=("garden",))
    bas, page = sign_in("bas"), f"/n/de-linde/hulp/aanbod/{first.uuid}/"
    away = {"from_on": "2026-11-20", "until_on": "2026-12-01"}
    bas.post(f"{page}pauze/", {**away, "everything": "on"})
    with scope.acting(SYSTEM):
        assert {row.paused_from for row in HelpOffer.objects.all()} == {date(2026, 11, 20)}
    assert "20 november" in bas.get("/n/de-linde/hulp/").content.decode()
    bas.post(f"{page}weer-terug/")
    with scope.acting(SYSTEM):
        assert {row.paused_from for row in HelpOffer.objects.all()} == {None}
    bas.post(f"{page}pauze/", away)
    with scope.acting(SYSTEM):
        assert HelpOffer.objects.get(pk=second.pk).paused_from is None
