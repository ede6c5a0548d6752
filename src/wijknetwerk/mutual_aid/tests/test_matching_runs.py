"""Matching on the database: what it may know, the worker's run, and what people decide."""

from datetime import timedelta

import pytest
from django.utils import translation

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import jobs, scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.mutual_aid import reason_words
from wijknetwerk.mutual_aid.errors import NotTheirOwn
from wijknetwerk.mutual_aid.matching import Plan, Suggestion, Why
from wijknetwerk.mutual_aid.matching.model import Past
from wijknetwerk.mutual_aid.models import (
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    MatchingRun,
    Neighbour,
    Postcode,
)
from wijknetwerk.mutual_aid.selectors import matching as reading
from wijknetwerk.mutual_aid.services import choosing, matching_runs
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db


@pytest.fixture
def middles(db: None) -> None:
    """Two postcode areas that lie 3 km apart."""
    for pc4, x in (("9999", 0), ("9998", 3000)):
        Postcode.objects.update_or_create(pc4=pc4, defaults={"x": x, "y": 0, "source": "test"})


def start(cast: Cast, name: str = "joost") -> MatchingRun:
    actor = cast.actor(name)
    with scope.acting(actor):
        return matching_runs.start(actor=actor, network=cast.linde)


def run_of(cast: Cast) -> MatchingRun:
    """Everybody brought together, by the worker."""
    run = start(cast)
    jobs.run_waiting()
    with scope.acting(SYSTEM):
        return MatchingRun.objects.get(pk=run.pk)


def suggested(cast: Cast) -> dict[int, int]:
    with scope.acting(SYSTEM):
        rows = Match.objects.filter(network=cast.linde, state="suggested")
        return dict(rows.values_list("request_id", "offer_id"))


def question(cast: Cast) -> reading.Question:
    with scope.acting(SYSTEM):
        return reading.of_all(cast.linde)


def test_the_worker_brings_all_together(cast: Cast, middles: None) -> None:
    asked = acting.request(cast, pc4="9999")
    nobody = acting.request(cast, acting.outsider(cast), kind="garden.mowing")
    offered = acting.offer(cast, reach_m=5000, room=1)
    with scope.acting(SYSTEM):
        Neighbour.objects.filter(pk=offered.helper_id).update(pc4="9998")
    run = run_of(cast)
    assert (run.state, run.in_all, run.served) == ("done", 2, 1)
    assert run.unserved == [[str(nobody.uuid), "no_kind", 0, None]]
    with scope.acting(SYSTEM):
        match = Match.objects.get(network=cast.linde, request=asked)
        assert (match.offer_id, match.told.read(), match.slot) == (offered.pk, "", None)
    with translation.override("en"):
        said = reason_words.said(reason_words.from_json(match.reasons))
    assert said.good == ("Can come at any time.",)
    assert said.less == (
        "Offered something of this sort, not exactly this.",
        "Lives about 3 km away.",
    )
    # Once more: the same suggestion, the same row.
    assert run_of(cast).served == 1
    assert suggested(cast) == {asked.pk: offered.pk}
    with scope.acting(SYSTEM):
        assert MatchingRun.objects.filter(network=cast.linde).count() == 1
        assert Match.objects.get(network=cast.linde).pk == match.pk


def test_only_the_desk_asks_for_it_and_one_at_a_time(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        start(cast, "bas")
    assert start(cast) == start(cast, "dewi")


def test_it_can_be_stopped_and_begun_anew(cast: Cast) -> None:
    acting.request(cast)
    acting.offer(cast)
    first = start(cast)
    actor = cast.actor("dewi")
    with scope.acting(actor):
        matching_runs.stop(actor=actor, network=cast.linde)
    jobs.run_waiting()
    with scope.acting(SYSTEM):
        first.refresh_from_db()
    assert (first.state, first.stage, first.served) == ("stopped", "", 0)
    assert run_of(cast).served == 1


def test_stopped_while_it_is_being_made(cast: Cast) -> None:
    """Told how far it is, the worker hears that it was stopped; and nothing is stored."""
    asked, offered = acting.request(cast), acting.offer(cast)
    run = start(cast)
    with scope.acting(SYSTEM):
        teller = matching_runs._Teller(run)
        teller.tell("looking", 1, 1)
        assert not teller.stops()
        assert MatchingRun.objects.get(pk=run.pk).stage == "looking"
        MatchingRun.objects.filter(pk=run.pk).update(state="stopped", ended_at=NOW)
        teller.tell("together", 1, 1)
        assert teller.stops()
        pair = Suggestion(asked.pk, offered.pk, 0)
        matching_runs.keep(run, Plan([pair]))
    assert suggested(cast) == {}


def test_what_is_not_asked_for_changes_nothing(cast: Cast, middles: None) -> None:
    """H4: names, numbers, who noted it, own words, facts about a helper: none of it counts."""
    asked = acting.request(cast, pc4="9999", wishes=("dog",), languages=("nl",))
    offered = acting.offer(cast, can=("dog",))
    before = question(cast)
    with scope.acting(SYSTEM):
        for row in (asked.asker, offered.helper):
            row.address, row.handy = "Kerkstraat 1", "Bel na tienen"
            row.reached_by, row.said_how = "letter", "paper"
            row.save()
            assert row.person is not None
            row.person.given_name, row.person.phone = "Anders", "0687654321"
            row.person.save()
        asked.words, asked.told, asked.via = "Anders.", "Ook.", "paper"
        asked.call_name, asked.call_phone, asked.said_how = "Dochter", "0611111111", "paper"
        asked.version, asked.noted_by = 7, None
        asked.save()
        offered.words, offered.not_words, offered.via = "Graag.", "Geen auto.", "paper"
        offered.noted_by, offered.version = None, 9
        offered.last_asked_at = NOW
        offered.save()
        offered.helper.facts.create(network=cast.linde, kind="vog_seen", on=TODAY)
    assert question(cast) == before


def test_what_counts_is_read(cast: Cast, middles: None) -> None:
    asked = acting.request(cast, pc4="9998", wishes=("dog",), parts=5, urgent=True)
    with scope.acting(SYSTEM):
        HelpRequest.objects.filter(pk=asked.pk).update(waits_since=NOW - timedelta(days=12))
        Neighbour.objects.filter(pk=acting.neighbour(cast, "bas").pk).update(languages=["nl", "ar"])
    offered = acting.offer(cast, can=("dog", "stairs"), parts=4, reach_m=2000, room=3)
    acting.asked(cast, acting.match(cast, acting.request(cast, acting.outsider(cast)), offered))
    (ask, *_others), (offer,) = question(cast).asks, question(cast).offers
    assert (ask.place, ask.wants, ask.parts) == ((3000.0, 0.0), {"dog"}, 5)
    assert (ask.waiting_days, ask.urgent, ask.languages) == (12, True, frozenset())
    assert (offer.can, offer.parts, offer.reach, offer.place) == ({"dog", "stairs"}, 4, 2000, None)
    # Who is being asked keeps that place.
    assert (offer.room, offer.running, offer.languages) == (2, 0, {"nl", "ar"})


def test_who_pauses_or_ended_is_not_thought_of(cast: Cast) -> None:
    offered = acting.offer(cast)
    with scope.acting(SYSTEM):
        rows = HelpOffer.objects.filter(pk=offered.pk)
        assert len(question(cast).offers) == 1
        rows.update(paused_from=TODAY, paused_until=TODAY + timedelta(days=2))
        assert question(cast).offers == []


def test_what_went_before_between_two(cast: Cast) -> None:
    """A no counts for that request; stopping for always; what went well is remembered."""
    asked, offered = acting.request(cast), acting.offer(cast)
    pair = (asked.asker_id, offered.helper_id)
    match = acting.asked(cast, acting.match(cast, asked, offered))
    assert question(cast).past == [Past(*pair, good=False, ask=asked.pk)]
    acting.act(cast, "joost", match, MatchAct.HELPER_NO)
    assert question(cast).past == [Past(*pair, good=False, ask=asked.pk)]
    assert run_of(cast).unserved == [[str(asked.uuid), Why.TRIED.value, 1, None]]
    again = acting.agreed(cast, acting.match(cast, acting.request(cast, asked.asker), offered))
    acting.act(cast, "joost", again, MatchAct.STOP)
    assert Past(*pair, good=False) in question(cast).past


def choose(cast: Cast, asked: HelpRequest, offered: HelpOffer, name: str = "joost") -> Match:
    actor = cast.actor(name)
    with scope.acting(actor):
        return choosing.choose(
            actor=actor, network=cast.linde, request=asked.uuid, offer=offered.uuid
        )


def test_a_person_overrules(cast: Cast) -> None:
    """Joost chooses somebody who offered something else, and reads what speaks against it. What a
    person chose stays when all are brought together again."""
    asked, other = acting.request(cast), acting.offer(cast, kinds=("garden.mowing",))
    match = choose(cast, asked, other)
    with translation.override("en"):
        said = reason_words.said(reason_words.from_json(acting.now(match).reasons))
    assert said.broken == ("Did not offer this.",)
    assert choose(cast, asked, other).pk == match.pk
    acting.offer(cast, acting.outsider(cast), kinds=("shopping",))
    assert run_of(cast).served == 0
    assert suggested(cast) == {asked.pk: other.pk}


def test_what_a_person_may_not_choose(cast: Cast) -> None:
    asked = acting.request(cast)
    own = acting.offer(cast, asked.asker)
    with pytest.raises(NotTheirOwn):
        choose(cast, asked, own)
    with pytest.raises(NotAllowed):
        choose(cast, asked, acting.offer(cast), "bas")


def test_another_network_is_never_read(cast: Cast) -> None:
    """N4: requests and offers of De Linde are nothing to another network."""
    acting.request(cast)
    acting.offer(cast)
    with scope.acting(SYSTEM):
        other = reading.of_all(cast.oosterpoort)
    assert (other.asks, other.offers, other.past) == ([], [], [])
