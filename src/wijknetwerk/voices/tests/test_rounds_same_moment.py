"""Two at the same moment, on real connections: one vote, one ballot (both databases)."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import clock, scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.tests.test_same_moment import at_once, shared
from wijknetwerk.voices import access_rounds
from wijknetwerk.voices.models import RoundCount
from wijknetwerk.voices.services import rounds
from wijknetwerk.voices.tests.rounding import a_round, by, enter

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["shared"]


def _people(group: str = "resident") -> int:
    with scope.acting(SYSTEM):
        return RoundCount.objects.get(group=group, option=None).people


def test_one_person_on_three_screens_votes_once(shared: Cast) -> None:
    uuid = a_round(shared)
    found = at_once(
        *[
            lambda: by(shared, "amina", rounds.vote, round=uuid, group="resident", dots={0: 1})
            for _each in range(3)
        ]
    )
    assert sorted(map(str, found)) == ["None", "voted_already", "voted_already"]
    assert _people() == 1


def test_a_ballot_at_the_desk_and_its_link_count_once_together(shared: Cast) -> None:
    uuid = a_round(shared)
    made = by(shared, "dewi", rounds.make_ballots, round=uuid, number=1)[0]
    said: dict[str, Any] = {"group": "resident", "dots": {0: 1}}

    def with_the_link() -> None:
        with (
            scope.acting(Actor.anonymous()),
            access_rounds.ballot_behind(made.secret, address="192.0.2.1") as ballot,
        ):
            rounds.vote_with_ballot(ballot=ballot, **said)

    typed: dict[str, Any] = {"round": uuid, "code": made.code, **said}
    found = at_once(
        with_the_link,
        with_the_link,
        lambda: enter(shared, "joost", **typed),
        lambda: enter(shared, "joost", **typed),
    )
    assert sorted(map(str, found)) == ["None", *["ballot_used"] * 3]
    assert _people() == 1


def test_everybody_who_votes_while_it_closes_is_counted_or_hears_that_it_is_over(
    shared: Cast,
) -> None:
    uuid = a_round(shared)
    names = ("amina", "els", "ben", "joost")
    votes = [
        lambda name=name: by(shared, name, rounds.vote, round=uuid, group="resident", dots={0: 1})
        for name in names
    ]
    found = at_once(*votes, lambda: by(shared, "dewi", rounds.close_round, round=uuid).closed)
    assert set(map(str, found)) <= {"None", "round_not_open", "True"}
    with scope.acting(SYSTEM):
        assert not RoundCount.objects.exists()


def test_a_wrong_code_at_the_desk_counts_though_nothing_else_is_kept(shared: Cast) -> None:
    """Ten guesses, and then no more: what counts them is not rolled back with the rest."""
    uuid = a_round(shared)
    code = by(shared, "dewi", rounds.make_ballots, round=uuid, number=1)[0].code
    client = Client()
    joost = shared.people["joost"]
    client.force_login(joost)
    session = client.session
    factor = {"method": "mfa", "type": "totp", "at": clock.now().timestamp()}
    session["account_authentication_methods"] = [factor]
    session["account_authentication_methods_user"] = str(joost.pk)
    session.save()
    path = f"/n/de-linde/meedenken/stippen/{uuid}/papier/"
    said = {"group": "resident", "chosen": ["0"], "form_id": ""}
    for _each in range(tokens.WRONG_TRIES):
        assert client.post(path, {**said, "code": "AAAAA-AAAAA"}).status_code == 200
    for form_id in ("", uuid4().hex):
        refused = client.post(path, {**said, "code": code, "form_id": form_id})
        assert refused.status_code == 200
    with scope.acting(SYSTEM):
        assert not RoundCount.objects.exists(), "also the right code waits a quarter of an hour"
