"""The next helper for a request: ready after a no, asked with one press; or somebody whom the desk
thinks of."""

import pytest

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import jobs, scope
from wijknetwerk.mutual_aid.errors import NotTheirOwn, SayWhy
from wijknetwerk.mutual_aid.models import Match, MatchAct
from wijknetwerk.mutual_aid.selectors import request_matches
from wijknetwerk.mutual_aid.selectors.request_matches import RequestMatches
from wijknetwerk.mutual_aid.services import choosing
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
WHO = "/n/de-linde/hulp/vraag/{}/wie-helpt/"


def _panel(cast: Cast, name: str, match: Match) -> RequestMatches:
    actor = cast.actor(name)
    with scope.acting(actor):
        found = acting.now(match).request
        found.network = cast.linde
        rows = request_matches.match_rows(found)
        return request_matches.of_request(actor, cast.linde, found, rows)


def test_after_a_no_the_next_one_is_ready(cast: Cast, sign_in: SignIn) -> None:
    made = acting.asked(cast)
    helps = acting.offer(cast, acting.neighbour(cast, "lena"))
    assert _panel(cast, "joost", made).next_one is None
    acting.act(cast, "bas", made, MatchAct.HELPER_NO)
    jobs.run_waiting()
    panel = _panel(cast, "joost", made)
    assert panel.next_one is not None
    assert (panel.next_one.offer, panel.tried, panel.may_ask) == (helps.uuid, 1, True)
    assert _panel(cast, "bakker", made) == RequestMatches(False, [], None, False, False, 0)
    press = f"{WHO.format(made.request.uuid)}{helps.uuid}/vragen/"
    answer = sign_in("joost").post(press)
    with scope.acting(SYSTEM):
        asked = Match.objects.get(offer=helps)
    assert (asked.state, asked.asked_how) == ("asked", "phone")
    assert answer["Location"] == f"/n/de-linde/hulp/samen/{asked.uuid}/"


def test_who_left_no_room_is_not_next(cast: Cast) -> None:
    made = acting.asked(cast)
    helps = acting.offer(cast, acting.neighbour(cast, "lena"))
    acting.act(cast, "bas", made, MatchAct.HELPER_NO)
    jobs.run_waiting()
    assert _panel(cast, "joost", made).next_one
    acting.agreed(cast, acting.match(cast, acting.request(cast, acting.outsider(cast)), helps))
    assert _panel(cast, "joost", made).next_one is None


def test_the_same_two_again_only_with_a_sentence_why(cast: Cast, sign_in: SignIn) -> None:
    made = acting.asked(cast)
    acting.act(cast, "bas", made, MatchAct.HELPER_NO)
    joost, page = sign_in("joost"), WHO.format(made.request.uuid)
    again = joost.post(f"{page}{made.offer.uuid}/vragen/")
    assert again["Location"] == f"{page}zelf-bedenken/?offer={made.offer.uuid}"
    form = {"offer": str(made.offer.uuid)}
    assert joost.post(f"{page}zelf-bedenken/", form).status_code == 200
    done = joost.post(f"{page}zelf-bedenken/", {**form, "why": "Bas belde terug: nu kan het wel."})
    assert done.status_code == 302
    with scope.acting(SYSTEM):
        match = Match.objects.get(request=made.request, state="suggested")
    assert match.why.read() == "Bas belde terug: nu kan het wel."


def test_what_can_not_be_chosen(cast: Cast) -> None:
    wants = acting.request(cast)
    own = acting.offer(cast, wants.asker)
    open_one = acting.asked(cast, acting.match(cast, wants))
    actor = cast.actor("joost")
    with scope.acting(actor):
        ids = {"actor": actor, "network": cast.linde, "request": wants.uuid}
        with pytest.raises(NotTheirOwn):
            choosing.choose(**ids, offer=own.uuid)
        assert choosing.choose(**ids, offer=open_one.offer.uuid).pk == open_one.pk
    acting.act(cast, "bas", open_one, MatchAct.HELPER_NO)
    with scope.acting(actor), pytest.raises(SayWhy):
        choosing.choose(**ids, offer=open_one.offer.uuid)
