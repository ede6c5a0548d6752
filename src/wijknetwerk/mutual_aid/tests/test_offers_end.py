"""What becomes of offers and of what is known of helpers: leaving, a stop, erasing, time."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.registries import Ending, endings, personal_data
from wijknetwerk.mutual_aid import personal_data_offers as kept
from wijknetwerk.mutual_aid.models import HelperFact, HelpOffer, HelpSettings, MatchState
from wijknetwerk.mutual_aid.selectors import offer_facts
from wijknetwerk.mutual_aid.services import helper_facts, offer_endings
from wijknetwerk.mutual_aid.suggestions_offers import RULES
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
WORDS = "Op maandag kan ik goed."


def _known(cast: Cast, offer: HelpOffer, on: date = TODAY) -> HelperFact:
    actor = cast.actor("joost")
    with scope.acting(actor):
        return helper_facts.note(
            actor=actor, network=cast.linde, helper=offer.helper.uuid, kind="met", on=on
        )


def test_who_leaves_offers_no_more_and_is_known_for_a_year(cast: Cast) -> None:
    running = acting.agreed(cast)
    _known(cast, running.offer)
    with scope.acting(SYSTEM):
        settled = HelpSettings.objects.create(network=cast.linde, concerns_to=cast.members["bas"])
        offer_endings.member_left(cast.members["bas"])
        settled.refresh_from_db()
        assert settled.concerns_to is None
        offer = HelpOffer.objects.get()
        assert offer.ended_on == TODAY
        assert acting.now(running).state == MatchState.ENDED
        assert kept.forget_facts(before=NOW) == 0
        assert kept.forget_facts(before=NOW + timedelta(days=1)) == 1


def test_a_stop_ends_all_offers_and_may_be_run_again(cast: Cast) -> None:
    acting.offer(cast)
    part = endings["mutual_aid.offers"]
    with scope.acting(SYSTEM):
        assert len(part.tell(cast.linde)) == 1
        assert part.act is not None
        for _again in range(2):
            part.act(actor=SYSTEM, network=cast.linde, what=Ending.STOP)
        assert part.tell(cast.linde) == []


def test_words_go_a_year_after_the_end(cast: Cast) -> None:
    acting.offer(cast, words=WORDS)
    running = acting.offer(cast, acting.outsider(cast), words=WORDS)
    with scope.acting(SYSTEM):
        HelpOffer.objects.exclude(pk=running.pk).update(state="ended", ended_on=TODAY)
        assert kept.forget_offers(before=NOW) == 0
        assert kept.forget_offers(before=NOW + timedelta(days=1)) == 1
        assert kept.forget_offers(before=NOW + timedelta(days=1)) == 0
        assert [row.words.read() for row in HelpOffer.objects.order_by("pk")] == ["", WORDS]


def test_my_data_and_erasing_it(cast: Cast) -> None:
    """Bas reads all of it; Joost reads that he wrote it down, and nothing of what Bas said."""
    offer = acting.offer(cast, words=WORDS)
    _known(cast, offer, date(2026, 10, 1))
    data = personal_data["mutual_aid.offers"]
    with scope.acting(cast.actor("bas")):
        mine = str(list(data.export(person_uuid=cast.bas.uuid)))
    assert WORDS in mine
    assert "1 oktober 2026" in mine
    with scope.acting(cast.actor("joost")):
        of_joost = list(data.export(person_uuid=cast.joost.uuid))
    assert len(of_joost) == 2
    assert WORDS not in str(of_joost)
    with scope.acting(SYSTEM):
        settled = HelpSettings.objects.create(network=cast.linde, concerns_to=cast.members["joost"])
        list(data.erase(actor=SYSTEM, person_uuid=cast.joost.uuid))
        settled.refresh_from_db()
        assert settled.concerns_to is None
        assert HelperFact.objects.get().noted_by is None
        list(data.erase(actor=SYSTEM, person_uuid=cast.bas.uuid))
        assert not HelperFact.objects.exists()
        row = HelpOffer.objects.get()
    assert (row.state, row.words.read(), row.noted_by) == ("ended", "", None)


def test_counts_and_what_they_suggest(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        nobody = offer_facts.count(cast.linde.pk)
    assert nobody["helpers_open"] == 0
    assert "help_vacancies" not in nobody
    with clock.frozen(NOW - timedelta(days=100)):
        quiet = acting.offer(cast)
    acting.offer(cast, acting.outsider(cast), room=1)
    with scope.acting(SYSTEM):
        found = offer_facts.count(cast.linde.pk)
    assert found == {
        "helpers_open": 2,
        "helpers_with_room": 2,
        "helpers_not_asked_90_days": 1,
        "help_vacancies": 3,
    }
    assert RULES["nobody_for_complaints"].holds(found)
    assert not RULES["helpers_not_asked"].holds(found)
    assert "3" in RULES["nobody_for_complaints"].reason(found)
    acting.agreed(cast, acting.match(cast, offered=quiet))
    with scope.acting(SYSTEM):
        busy = offer_facts.count(cast.linde.pk)
    assert (busy["helpers_with_room"], busy["helpers_not_asked_90_days"]) == (1, 0)


def test_nobody_at_the_desk_vouches_for_themselves(cast: Cast, sign_in: SignIn) -> None:
    """Joost helps too: what is known of him is noted by Dewi."""
    joost = acting.neighbour(cast, "joost")
    page = f"/n/de-linde/hulp/mensen/{joost.uuid}/weten/"
    said = {"kind": "vog_seen", "on": "2026-11-12"}
    assert sign_in("joost").post(page, said).status_code == 200
    with scope.acting(SYSTEM):
        assert not HelperFact.objects.exists()
    assert sign_in("dewi").post(page, said).status_code == 302


@pytest.mark.parametrize(
    "said",
    [
        *({"room": room} for room in (0, -1, 10)),
        *({"kinds": kinds} for kinds in ("shopping", ("\0",), ("shopping." + "x" * 60,))),
        {"parts": 1 << 21},
        {"words": "x" * 5001},
        {"reach_m": -1},
    ],
    ids=str,
)
def test_h2_no_offer_is_kept_that_no_form_could_say(cast: Cast, said: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        acting.offer(cast, **said)
