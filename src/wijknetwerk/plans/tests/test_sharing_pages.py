"""The pages of who may see what: one thing alone, a team and a party, one's own choice, each with
its other side; and what was open while it changed (rules P1, P2; standards A1, A2)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.networks.models import Organisation
from wijknetwerk.plans import presets
from wijknetwerk.plans.models import CircleMember, ResidentPlan
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.presets import Preset, Sharing
from wijknetwerk.plans.services import circle, plans, sharing, watching, words
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do, hand, parts, place, row, shares
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import Deed, Ground, PartyKind


def at(name: str, *which: Any) -> str:
    return reverse(f"plans:{name}", args=which)


def written(cast: Cast, plan: ResidentPlan, thing: str, text: str) -> Any:
    return do(cast, plan, "amina", words.write, thing=thing, said=Said(text))


def words_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_one_thing_from_its_own_page_comes_beside_the_rest(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    nurse, son = place(cast, plan, "els", "professional"), place(cast, plan, "bas", "family")
    shares(cast, plan, nurse, Sharing((Part.CARD,)))
    goal, other = (written(cast, plan, "goal", text) for text in ("Naar het koor", "Een hond"))
    amina = sign_in("amina")
    here = at("show_one", plan.uuid, "goal", goal.uuid)
    assert words_of(amina, here).count("Laat dit zien aan") == 2
    for who in (nurse, son):
        amina.post(here, {"place": who.uuid})
    assert parts(cast, plan, "els") == {Part.CARD}
    for name in ("els", "bas"):
        reader = hand(cast, plan, name)
        assert reader.things == {one("goal", goal.uuid)}
        assert not reader.may(Part.GOALS, Deed.READ, one("goal", other.uuid))
    assert "Mijn doel: Naar het koor" in words_of(amina, at("sharing", plan.uuid))
    assert words_of(amina, here).count("Ziet dit al.") == 2
    assert sign_in("els").get(here).status_code == 403
    assert sign_in("dewi").get(here).status_code == 404
    amina.post(here, {"place": son.uuid})  # once more: one yes stands, not two
    with scope.acting(SYSTEM):
        mine = Consent.objects.filter(party_uuid=cast.bas.uuid, withdrawal=None)
        yes = mine.get()
    amina.post(at("yes_stop", plan.uuid, yes.uuid))
    assert parts(cast, plan, "bas") == set()
    assert sign_in("bas").get(at("plan", plan.uuid)).status_code == 404


def test_one_thing_for_a_person_and_not_what_is_gone(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    son = place(cast, plan, "bas", "family")
    want = written(cast, plan, "want", "Weer fietsen")
    gone = written(cast, plan, "want", "Naar Spanje")
    do(cast, plan, "amina", words.let_go, thing="want", uuid=gone.uuid)
    amina = sign_in("amina")
    here = at("share_one", plan.uuid, son.uuid)
    page = words_of(amina, here)
    assert "Weer fietsen" in page
    assert "Naar Spanje" not in page
    for refused in (one("want", gone.uuid), "words", one("want", plan.uuid)):
        assert amina.post(here, {"thing": refused}).status_code == 200
        assert parts(cast, plan, "bas") == set()
    amina.post(here, {"thing": one("want", want.uuid)})
    assert hand(cast, plan, "bas").things == {one("want", want.uuid)}


def test_choosing_anew_ends_what_was_seen_and_not_that_somebody_watches(cast: Cast) -> None:
    plan = begun(cast)
    goal = written(cast, plan, "goal", "Naar het koor")
    ben = place(cast, plan, "ben", "volunteer")
    do(cast, plan, "amina", watching.name_watcher, place=ben.uuid)
    shares(
        cast,
        plan,
        ben,
        presets.sharing(Preset.ONE_THING, thing=one("goal", goal.uuid), part=Part.GOALS),
    )
    shares(cast, plan, ben, Sharing((Part.CARD,)))
    reader = hand(cast, plan, "ben")
    assert (reader.parts, reader.things) == ({Part.CARD}, set())
    with scope.acting(SYSTEM):
        assert Consent.objects.filter(purpose="plan_watch", withdrawal=None).exists()
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=ben.uuid)
    with scope.acting(SYSTEM):
        assert not Consent.objects.filter(withdrawal=None).exists()


def test_the_team_and_the_people_of_a_party(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    nurse, son = place(cast, plan, "els", "professional"), place(cast, plan, "bas", "family")
    amina = sign_in("amina")
    assert "Els Vos" in words_of(amina, at("share_team", plan.uuid))
    amina.post(at("share_team", plan.uuid), {"preset": "but_money"})
    assert parts(cast, plan, "els") == set(Part) - {Part.MONEY}
    assert parts(cast, plan, "bas") == set()
    yes = row(Consent, party_uuid=plan.uuid)
    amina.post(at("yes_stop", plan.uuid, yes.uuid))
    assert parts(cast, plan, "els") == set()
    assert amina.get(at("share_party", plan.uuid, son.uuid)).status_code == 404
    amina.post(at("share_party", plan.uuid, nurse.uuid), {"preset": "everything"})
    assert parts(cast, plan, "els") == set(Part)
    assert "De mensen van Wijkzorg" in words_of(amina, at("sharing", plan.uuid))
    assert parts(cast, plan, "lena") == set()


def test_ones_own_choice_of_parts_deeds_and_day(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    nurse = place(cast, plan, "els", "professional")
    amina, here = sign_in("amina"), at("share", plan.uuid, nurse.uuid)
    own = {"preset": "own", "parts": ["needs", "circle"], "also": ["discuss"]}
    for day in (TODAY, TODAY + timedelta(days=367)):
        assert amina.post(here, {**own, "until_on": day.isoformat()}).status_code == 200
    assert amina.post(here, {"preset": "own"}).status_code == 200
    assert parts(cast, plan, "els") == set()
    last = TODAY + timedelta(days=10)
    amina.post(here, {**own, "until_on": last.isoformat()})
    assert parts(cast, plan, "els") == {Part.NEEDS, Part.CIRCLE}
    reader = hand(cast, plan, "els")
    assert reader.may(Part.NEEDS, Deed.DISCUSS)
    assert not reader.may(Part.NEEDS, Deed.WRITE)
    with clock.frozen(NOW + timedelta(days=10, hours=13)):  # half past eleven that evening
        assert parts(cast, plan, "els") == {Part.NEEDS, Part.CIRCLE}
    with clock.frozen(NOW + timedelta(days=10, hours=14)):
        assert parts(cast, plan, "els") == set()
    blind = Sharing((Part.NEEDS,), (Deed.WRITE,))
    with pytest.raises(InvalidInput):
        shares(cast, plan, nurse, blind)


def test_no_on_the_page_of_choosing_ends_what_was_seen(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    nurse, son = place(cast, plan, "els", "professional"), place(cast, plan, "bas", "family")
    amina, here = sign_in("amina"), at("share", plan.uuid, nurse.uuid)
    shares(cast, plan, son)
    assert words_of(amina, here).count('value="nothing"') == 2
    for sent in ({"preset": "nothing"}, {"preset": ["own", "nothing"], "parts": ["needs"]}):
        shares(cast, plan, nurse, BUT_MONEY)
        for other in ("els", "bas", "dewi"):
            assert sign_in(other).post(here, sent).status_code in (403, 404)
        assert parts(cast, plan, "els") == set(Part) - {Part.MONEY}
        assert amina.post(here, sent).status_code == 302
        assert parts(cast, plan, "els") == set()
        amina.post(here, sent)  # of who sees nothing it is nothing
    team = at("share_team", plan.uuid)
    amina.post(team, {"preset": "everything"})
    assert parts(cast, plan, "els") == set(Part)
    amina.post(team, {"preset": "nothing"})
    assert parts(cast, plan, "els") == set()
    assert parts(cast, plan, "bas") == set(Part), "nobody else loses anything"


def test_a_municipality_has_no_single_tap_and_says_its_task(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    goal = written(cast, plan, "goal", "Naar het koor")
    with scope.acting(SYSTEM):
        Organisation.objects.update(kind="municipality")
    nurse = place(cast, plan, "els", "professional")
    amina, here = sign_in("amina"), at("share", plan.uuid, nurse.uuid)
    assert 'value="everything"' not in words_of(amina, here)
    amina.post(here, {"preset": "everything"})
    amina.post(here, {"preset": "own", "parts": ["needs"]})
    amina.post(at("show_one", plan.uuid, "goal", goal.uuid), {"place": nurse.uuid})
    thing = {"thing": one("goal", goal.uuid)}
    amina.post(at("share_one", plan.uuid, nurse.uuid), thing)
    assert parts(cast, plan, "els") == set()
    task = {"ground": "public_task", "note": "Wmo 2015, artikel 2.3.2"}
    amina.post(at("share_one", plan.uuid, nurse.uuid), {**thing, **task})
    assert hand(cast, plan, "els").things == {one("goal", goal.uuid)}
    amina.post(here, {"preset": "own", "parts": ["needs"], **task})
    assert parts(cast, plan, "els") == {Part.NEEDS}
    assert row(Consent, withdrawal=None, purpose="plan_care").ground == Ground.PUBLIC_TASK
    assert "Wmo 2015, artikel 2.3.2" in words_of(amina, at("sharing", plan.uuid))


def test_a_page_that_was_open_while_it_changed_opens_nothing(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    son = place(cast, plan, "bas", "family")
    goal = written(cast, plan, "goal", "Naar het koor")
    amina = sign_in("amina")
    open_pages = {
        at("share", plan.uuid, son.uuid): {"preset": "everything"},
        at("share_one", plan.uuid, son.uuid): {"thing": one("goal", goal.uuid)},
        at("show_one", plan.uuid, "goal", goal.uuid): {"place": str(son.uuid)},
    }
    for address in open_pages:
        assert amina.get(address).status_code == 200
    do(cast, plan, "amina", circle.take_out, place=son.uuid)
    for address, sent in open_pages.items():
        assert amina.post(address, sent).status_code == 404
    back = place(cast, plan, "bas", "family")
    assert parts(cast, plan, "bas") == set()
    shares(cast, plan, back)
    yes = row(Consent, party_uuid=cast.bas.uuid, withdrawal=None)
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=back.uuid)
    assert amina.post(at("yes_again", plan.uuid, yes.uuid)).status_code == 404
    do(cast, plan, "amina", plans.close, words="", taken="not_needed")
    assert amina.post(at("share_team", plan.uuid), {"preset": "everything"}).status_code != 302
    assert parts(cast, plan, "bas") == set()


def test_the_page_says_each_yes_in_plain_words_and_the_exact_text(
    cast: Cast, sign_in: SignIn
) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "els", "professional"), BUT_MONEY)
    page = words_of(sign_in("amina"), at("sharing", plan.uuid))
    for said in (
        "Els Vos",
        "alles, maar niets over geld",
        "lezen, schrijven, bespreken",
        "13 november 2027",
        "Hier, door uzelf.",
        "Eén persoon in uw kring ziet van uw plan: alles, maar niets over geld.",
    ):
        assert said in page, said


@pytest.mark.parametrize("people", [("els",), ("els", "bas", "ben", "dewi", "joost", "lena")])
def test_the_page_asks_few_statements_and_folds_many_people_to_a_line_each(
    people: tuple[str, ...], cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    plan = begun(cast)
    goal = written(cast, plan, "goal", "Naar het koor")
    amina = sign_in("amina")
    for name in people:
        shares(cast, plan, place(cast, plan, name, "volunteer"))
        which = {"place": place_of(cast, plan, name)}
        amina.post(at("show_one", plan.uuid, "goal", goal.uuid), which)
    with count_queries() as asked:
        page = words_of(amina, at("sharing", plan.uuid))
    assert asked.count <= 15, asked.statements
    assert page.count("Ziet: alles; ") + page.count("Tot 13 november 2027.") >= len(people)
    assert (" open><summary" in page) is (len(people) < 3)


def place_of(cast: Cast, plan: ResidentPlan, name: str) -> str:
    return str(row(CircleMember, plan=plan, membership__person=cast.people[name]).uuid)


def test_on_paper_as_on_the_page_for_who_has_the_page(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "els", "professional"))
    answer = sign_in("amina").get(at("sharing_paper", plan.uuid))
    assert answer.content.startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]
    assert sign_in("els").get(at("sharing_paper", plan.uuid)).status_code == 403
