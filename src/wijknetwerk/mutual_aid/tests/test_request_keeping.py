"""What happens to requests when somebody leaves, is erased, after a year, and at a stop."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending
from wijknetwerk.mutual_aid import access_checks
from wijknetwerk.mutual_aid.models import FollowUp, HelpRequest, Match, MatchAct, Neighbour
from wijknetwerk.mutual_aid.selectors import request_facts
from wijknetwerk.mutual_aid.services import checks, forgetting, wellbeing
from wijknetwerk.mutual_aid.tests import acting
from wijknetwerk.networks.services import leaving

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=366)
SECRET = "Mijn knie is stuk."


def of_amina(cast: Cast) -> HelpRequest:
    made = acting.request(cast, acting.neighbour(cast, "amina"), words=SECRET, call_name="Broer")
    actor = cast.actor("joost")
    with scope.acting(actor):
        wellbeing.say_before(actor=actor, network=cast.linde, request=made.uuid, mark=5)
    return made


def now(row: HelpRequest) -> HelpRequest:
    with scope.acting(SYSTEM):
        return HelpRequest.objects.select_related("asker__person").get(pk=row.pk)


def expire(code: str, when: timedelta) -> int:
    with clock.frozen(NOW + when), scope.acting(SYSTEM):
        entry = registries.retention[code]
        return entry.expire(before=clock.now() - entry.keep)


def test_who_leaves_asks_no_more(cast: Cast) -> None:
    made = of_amina(cast)
    found = acting.agreed(cast, acting.match(cast, made))
    amina = cast.actor("amina")
    with scope.acting(amina):
        leaving.leave(actor=amina, network=cast.linde)
    assert now(made).state == "withdrawn"
    assert acting.now(found).state == "ended"


def test_everything_is_exported_and_erased(cast: Cast) -> None:
    made = of_amina(cast)
    parts = [registries.personal_data[f"mutual_aid.{name}"] for name in ("requests", "neighbours")]
    with scope.acting(cast.actor("amina")):
        told = str([list(part.export(person_uuid=cast.amina.uuid)) for part in parts])
    for words in (SECRET, "Broer", acting.TOLD, "Mogen wij"):
        assert words in told
    with scope.acting(SYSTEM):
        for part in parts:
            list(part.erase(actor=Actor.system("tests"), person_uuid=cast.amina.uuid))
    erased = now(made)
    assert erased.state == "withdrawn"
    assert not erased.words
    assert not erased.told
    assert erased.asker.person is None
    with scope.acting(SYSTEM):
        assert not erased.wellbeing.exists()
    with scope.acting(cast.actor("amina")):
        assert [list(part.export(person_uuid=cast.amina.uuid)) for part in parts] == [[], []]


def test_words_go_a_year_after_the_end_and_then_who_it_was(cast: Cast, sign_in: SignIn) -> None:
    made = acting.request(cast, acting.outsider(cast), words=SECRET)
    going_on = acting.request(cast, acting.outsider(cast, "Anna Vos"))
    sign_in("joost").post(f"/n/de-linde/hulp/vragen/{made.uuid}/intrekken/")
    for code in ("mutual_aid.requests", "mutual_aid.neighbours"):
        assert expire(code, timedelta(days=364)) == 0
        assert expire(code, YEAR) == 1
        assert expire(code, YEAR) == 0
    assert not now(made).words
    assert not now(made).asker.name
    assert now(going_on).asker.name.read() == "Anna Vos"


def test_who_takes_part_in_nothing_is_erased_at_their_word(cast: Cast, sign_in: SignIn) -> None:
    geert = acting.outsider(cast)
    made, offered = acting.request(cast, geert, words=SECRET), acting.offer(cast, geert)
    acting.agreed(cast, acting.match(cast, made))
    page = f"/n/de-linde/hulp/vragen/{made.uuid}/wissen/"
    assert "Geert Mulder" in sign_in("joost").get(page).content.decode()
    sign_in("joost").post(page)
    with scope.acting(SYSTEM):
        row = Neighbour.objects.get(pk=geert.pk)
        offered.refresh_from_db()
        assert Match.objects.get(request=made).state == "ended"
    assert not row.name
    assert not row.phone
    assert not now(made).words
    assert offered.state == "ended"


@pytest.mark.parametrize("side", ["asker", "helper"])
def test_erased_at_their_word_goes_what_was_said_of_the_help_too(cast: Cast, side: str) -> None:
    """Why they were chosen, how it went, and what they needed; of the other nothing goes."""
    sides = {name: acting.outsider(cast, name) for name in ("asker", "helper")}
    made = acting.agreed(
        cast,
        acting.match(
            cast, acting.request(cast, sides["asker"]), acting.offer(cast, sides["helper"])
        ),
    )
    acting.act(cast, "joost", made, MatchAct.BEGIN)
    joost = cast.actor("joost")
    with scope.acting(joost):
        for row in FollowUp.objects.filter(match=made):
            hand = access_checks.check_at_desk(joost, cast.linde, row.uuid)
            checks.answer(hand=hand, said=checks.Answer("yes", "yes", need=f"of {row.side}"))
        chosen = Match.objects.get(pk=made.pk)
        chosen.why = "Zij kennen elkaar van de bus."
        chosen.save()
        forgetting.forget(actor=joost, network=cast.linde, neighbour=sides[side].uuid)
        ended = Match.objects.get(pk=made.pk)
        left = [row.need.read() for row in FollowUp.objects.filter(match=made) if row.need]
    assert left == [f"of {'helper' if side == 'asker' else 'asker'}"]
    assert not ended.why
    assert bool(ended.told) == (side == "helper")


def test_a_stop_withdraws_what_is_open(cast: Cast) -> None:
    made = of_amina(cast)
    part = registries.endings["mutual_aid.requests"]
    with scope.acting(SYSTEM):
        assert len(part.tell(cast.linde)) == 1
        for _time in range(2):
            if part.act:
                part.act(actor=SYSTEM, network=cast.linde, what=Ending.STOP)
        assert list(part.tell(cast.linde)) == []
    assert now(made).state == "withdrawn"


def test_facts_count_and_name_nobody(cast: Cast) -> None:
    of_amina(cast)
    acting.request(cast, acting.outsider(cast))
    with clock.frozen(NOW + timedelta(days=15)), scope.acting(SYSTEM):
        assert request_facts.count(cast.linde.pk) == {
            "help_requests_open": 2,
            "help_requests_waiting_long": 2,
            "help_requests_ended_year": 0,
        }
