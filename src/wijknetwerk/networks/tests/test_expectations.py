"""Expectations said aloud: own words first, side by side, asked and reminded once, kept."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import BEGUN, NOW, SYSTEM, TODAY, Cast
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks import access_desk, access_talk
from wijknetwerk.networks.models import Expectation, ExpectationRound, Membership, Team
from wijknetwerk.networks.services import expectations as services
from wijknetwerk.networks.services import mandates, round_clock, team_places
from wijknetwerk.networks.services.expectations import Said
from wijknetwerk.networks.tests.talking import make_team
from wijknetwerk.networks.tests.teaming import by
from wijknetwerk.networks.tests.test_talk import text_of, waiting_for

pytestmark = pytest.mark.django_db

SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]
CLOSES = TODAY + timedelta(days=21)
WORDS = Said("Ik ken de flat.", "Dat wij elkaar bellen.", "Ik bel.")


def open_round(cast: Cast, who: str = "dewi", team: Team | None = None) -> ExpectationRound:
    actor = cast.actor(who)
    with scope.acting(actor):
        return services.open_round(actor=actor, network=cast.linde, team=team, closes_on=CLOSES)


def say(
    cast: Cast,
    who: str,
    made: ExpectationRound,
    said: Said = WORDS,
    *,
    read: int = 0,
    for_member: str = "",
) -> Expectation:
    actor = cast.actor(who)
    with scope.acting(actor):
        return services.say(
            actor=actor,
            network=cast.linde,
            round=ExpectationRound.objects.select_related("team").get(pk=made.pk),
            said=said,
            read_number=read,
            for_member=cast.members[for_member].uuid if for_member else None,
        )


def say_yes(cast: Cast) -> None:
    """Mrs Bakker lets Joost note down what she tells."""
    joost = cast.actor("joost")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members["bakker"].uuid)
        mandates.give(actor=joost, member=member, ground="phone")


def nightly(day: date) -> None:
    with clock.frozen(datetime.combine(day, NOW.timetz())), scope.acting(SYSTEM):
        round_clock.run(SYSTEM)


def test_only_who_leads_opens_a_round_and_twice_is_once(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        open_round(cast, "els")
    with pytest.raises(NotFound):
        open_round(cast, "farid")
    assert open_round(cast).pk == open_round(cast, "ad").pk
    team = make_team(cast, "amina")
    assert open_round(cast, "els", team).team_id == team.pk
    with pytest.raises(NotAllowed):
        open_round(cast, "amina", team)


@pytest.mark.parametrize("day", [TODAY, TODAY + timedelta(days=61)])
def test_a_round_lasts_at_most_two_months(cast: Cast, day: date) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor), pytest.raises(InvalidInput):
        services.open_round(actor=actor, network=cast.linde, team=None, closes_on=day)


def test_everybody_is_asked_and_who_answered_no_more(cast: Cast) -> None:
    made = open_round(cast)
    assert len(waiting_for(cast, "amina", round_clock.ASKED)) == 1
    assert waiting_for(cast, "otto", round_clock.ASKED) == []
    say(cast, "amina", made)
    assert waiting_for(cast, "amina", round_clock.ASKED) == []
    assert len(waiting_for(cast, "bas", round_clock.ASKED)) == 1


def test_in_a_team_only_its_people_are_asked_and_may_read(cast: Cast, sign_in: SignIn) -> None:
    made = open_round(cast, "els", make_team(cast, "amina"))
    assert waiting_for(cast, "bas", round_clock.ASKED) == []
    with pytest.raises(access_talk.OnlyTheTeam):
        say(cast, "bas", made)
    address = reverse("networks:expectation_round", args=["de-linde", made.uuid])
    assert sign_in("bas").get(address).status_code == 403
    assert sign_in("amina").get(address).status_code == 200


def test_one_sees_the_others_after_saying_ones_own(cast: Cast, sign_in: SignIn) -> None:
    made = open_round(cast)
    say(cast, "els", made)
    address = reverse("networks:expectation_round", args=["de-linde", made.uuid])
    assert "Ik ken de flat." not in text_of(sign_in("amina").get(address))
    assert "Ik ken de flat." not in text_of(sign_in("dewi").get(address))
    say(cast, "amina", made, Said("Ik zet koffie.", "Dat u komt."))
    page = text_of(sign_in("amina").get(address))
    assert "Ik ken de flat." in page
    assert "Ik zet koffie." in page


def test_when_the_round_is_closed_everybody_reads_it_and_nobody_writes(
    cast: Cast, sign_in: SignIn
) -> None:
    made = open_round(cast)
    say(cast, "els", made)
    nightly(CLOSES)
    address = reverse("networks:expectation_round", args=["de-linde", made.uuid])
    assert "Ik ken de flat." in text_of(sign_in("amina").get(address))
    assert waiting_for(cast, "amina", round_clock.ASKED) == []
    with pytest.raises(InvalidInput):
        say(cast, "amina", made)


def test_who_answered_and_left_counts_among_those_who_were_asked(
    cast: Cast, sign_in: SignIn
) -> None:
    team = make_team(cast, "amina")
    made = open_round(cast, "els", team)
    for name in ("amina", "els"):
        say(cast, name, made)
    by(cast, "amina", team_places.leave, team=team.uuid)
    address = reverse("networks:expectation_round", args=["de-linde", made.uuid])
    assert "2 van de 2" in text_of(sign_in("els").get(address))


def test_words_are_never_overwritten(cast: Cast) -> None:
    made = open_round(cast)
    say(cast, "amina", made)
    with pytest.raises(Stale):
        say(cast, "amina", made, Said("Iets anders.", "Iets meer."))
    say(cast, "amina", made, Said("Iets anders.", "Iets meer."), read=1)
    with scope.acting(SYSTEM):
        rows = Expectation.objects.order_by("number").values_list("brings", flat=True)
        assert list(rows) == ["Ik ken de flat.", "Iets anders."]


def test_the_desk_notes_for_who_has_no_computer_and_that_shows(cast: Cast, sign_in: SignIn) -> None:
    made = open_round(cast)
    with pytest.raises(NotAllowed):
        say(cast, "bas", made, for_member="bakker")
    say_yes(cast)
    say(cast, "joost", made, for_member="bakker")
    say(cast, "amina", made)
    address = reverse("networks:expectation_round", args=["de-linde", made.uuid])
    assert "genoteerd door Joost Peters" in text_of(sign_in("amina").get(address))
    with scope.acting(SYSTEM):
        entry = LogEntry.objects.get(event="networks.expectation_noted")
    assert (entry.user_uuid, entry.client_uuid) == (cast.joost.uuid, cast.bakker.uuid)
    assert entry.on_behalf_of_uuid == cast.bakker.uuid
    for_bakker = reverse(
        "networks:expectation_for",
        args=["de-linde", made.uuid, cast.members["bakker"].uuid],
    )
    assert sign_in("amina").get(for_bakker).status_code == 403
    assert sign_in("joost").get(for_bakker).status_code == 200


def test_nobody_notes_without_a_yes_or_without_the_desk(cast: Cast) -> None:
    made = open_round(cast)
    with pytest.raises(access_desk.NoMandate):
        say(cast, "joost", made, for_member="bakker")
    say_yes(cast)
    for who in ("amina", "els", "ad"):  # a leader without the desk's role neither
        with pytest.raises(NotAllowed):
            say(cast, who, made, for_member="bakker")
    joost = cast.actor("joost")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members["bakker"].uuid)
        mandates.end_for(actor=joost, member=member)
    with pytest.raises(access_desk.NoMandate):
        say(cast, "joost", made, for_member="bakker")
    with scope.acting(SYSTEM):
        assert not Expectation.objects.exists()


def test_the_desk_reads_and_changes_no_words_that_a_member_gave_alone(
    cast: Cast, sign_in: SignIn
) -> None:
    made = open_round(cast)
    say_yes(cast)
    say(cast, "bakker", made)
    with pytest.raises(NotAllowed):
        say(cast, "joost", made, Said("Iets anders.", "Iets anders."), read=1, for_member="bakker")
    member = cast.members["bakker"].uuid
    address = reverse("networks:expectation_for", args=["de-linde", made.uuid, member])
    assert sign_in("joost").get(address).status_code == 403
    with scope.acting(SYSTEM):
        assert Expectation.objects.get().brings == WORDS.brings


def test_who_said_nothing_is_reminded_once(cast: Cast) -> None:
    made = open_round(cast)
    say(cast, "amina", made)
    nightly(CLOSES - timedelta(days=6))
    assert waiting_for(cast, "bas", round_clock.REMINDED) == []
    for before in (5, 4):
        nightly(CLOSES - timedelta(days=before))
    assert len(waiting_for(cast, "bas", round_clock.REMINDED)) == 1
    assert waiting_for(cast, "bas", round_clock.ASKED) == []
    assert waiting_for(cast, "amina", round_clock.REMINDED) == []
    say(cast, "bas", made)
    assert waiting_for(cast, "bas", round_clock.REMINDED) == []


def test_after_half_a_year_the_next_round_is_proposed_and_never_opened(cast: Cast) -> None:
    made = open_round(cast)
    nightly(CLOSES)
    nightly(made.next_on - timedelta(days=1))
    assert waiting_for(cast, "dewi", round_clock.PROPOSED) == []
    nightly(made.next_on)
    row = waiting_for(cast, "dewi", round_clock.PROPOSED)[0]
    assert reverse("networks:expectations", kwargs=row.place)
    with scope.acting(SYSTEM):
        assert ExpectationRound.objects.count() == 1
    with clock.frozen(datetime.combine(made.next_on, NOW.timetz())):
        actor = cast.actor("dewi")
        with scope.acting(actor):
            services.open_round(
                actor=actor,
                network=cast.linde,
                team=None,
                closes_on=made.next_on + timedelta(days=14),
            )
    assert waiting_for(cast, "dewi", round_clock.PROPOSED) == []


def test_earlier_words_stand_in_the_form_of_the_next_round(cast: Cast, sign_in: SignIn) -> None:
    first = open_round(cast)
    say(cast, "amina", first)
    nightly(CLOSES)
    second = open_round(cast)
    address = reverse("networks:expectation_mine", args=["de-linde", second.uuid])
    page = sign_in("amina").get(address).content.decode()
    assert ">\nIk ken de flat.</textarea>" in page
    listed = text_of(sign_in("amina").get(reverse("networks:expectations", args=["de-linde"])))
    assert listed.count("Ronde van") >= 2


def test_a_round_asks_as_many_queries_for_three_as_for_thirty(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries
) -> None:
    made = open_round(cast)
    say(cast, "amina", made)
    say(cast, "els", made)
    amina = sign_in("amina")
    address = reverse("networks:expectation_round", args=["de-linde", made.uuid])
    with count_queries() as few:
        assert amina.get(address).status_code == 200
    with scope.acting(SYSTEM):
        for number in range(30):
            person = Person.objects.create_user(f"p{number}@voorbeeld.example", given_name="Piet")
            member = Membership.objects.create(network=cast.linde, person=person, from_on=BEGUN)
            Expectation.objects.create(
                network=cast.linde,
                round=made,
                membership=member,
                brings="Iets",
                expects="Iets",
                number=1,
                written_by=person,
                written_at=NOW,
            )
    with count_queries() as many:
        assert amina.get(address).status_code == 200
    assert few.count <= 8, few.statements
    assert many.count == few.count
