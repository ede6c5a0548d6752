"""Connectors: asked and accepted, one at a time, and their number only as they give it."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.networks.errors import NotOpen
from wijknetwerk.networks.errors_teams import AskedAlready, NoConnectorYet
from wijknetwerk.networks.models import Connector, Team
from wijknetwerk.networks.selectors import team_asks
from wijknetwerk.networks.selectors.team_history import past_of
from wijknetwerk.networks.selectors.teams import ConnectorRow, connectors_of
from wijknetwerk.networks.services import (
    connector_phone,
    connectors,
    leaving,
    partners,
    sharing,
    team_places,
)
from wijknetwerk.networks.tests.teaming import (
    NURSE,
    add,
    by,
    holders,
    inside,
    make_connector,
    make_team,
    nurse,
    state_of,
    waits_for,
)
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import PHONE_AS_CONNECTOR


def shown(cast: Cast, team: Team, discipline: str = NURSE) -> ConnectorRow:
    with scope.acting(SYSTEM):
        team.network = cast.linde
        return next(row for row in connectors_of(team) if row.discipline == discipline)


def offer(cast: Cast, team: Team, name: str) -> object:
    return by(cast, name, connectors.volunteer, team=team.uuid, discipline=NURSE)


def in_force(cast: Cast, name: str) -> int:
    with scope.acting(SYSTEM):
        rows = Consent.objects.filter(person=cast.people[name], purpose=PHONE_AS_CONNECTOR.code)
        return rows.filter(withdrawal=None).count()


def give_number(cast: Cast, made: Connector, name: str, number: str = "") -> None:
    by(
        cast,
        name,
        connectors.describe,
        connector=made.uuid,
        phone_shown=True,
        phone=number,
        substitute=None,
    )


def test_a_vacancy_shows_and_is_asked_by_the_lead(cast: Cast) -> None:
    team = make_team(cast)
    assert shown(cast, team).uuid is None
    asked = by(
        cast,
        "joost",
        connectors.ask,
        team=team.uuid,
        discipline=NURSE,
        member=cast.members["els"].uuid,
    )
    assert waits_for(team_asks.CONNECTOR_ASKED, asked.uuid) == {cast.els.pk}
    with pytest.raises(NotFound):
        by(cast, "bas", connectors.accept, ask=asked.uuid)
    with pytest.raises(NotAllowed):
        by(cast, "joost", connectors.accept, ask=asked.uuid)
    by(cast, "els", connectors.accept, ask=asked.uuid)
    assert holders(team) == ["Els"]
    assert inside(team) == {"Joost", "Els"}
    assert shown(cast, team).name == "Els Vos"


def test_only_who_leads_asks_for_a_vacancy(cast: Cast) -> None:
    team = make_team(cast)
    add(cast, team, "amina")
    with pytest.raises(NotAllowed):
        by(
            cast,
            "amina",
            connectors.ask,
            team=team.uuid,
            discipline=NURSE,
            member=cast.members["els"].uuid,
        )


def test_somebody_of_the_profession_offers_and_the_lead_says_yes(cast: Cast) -> None:
    team = make_team(cast)
    nurse(cast, "els")
    ask = offer(cast, team, "els")
    assert waits_for(team_asks.CONNECTOR_ASKED, ask.uuid) == {cast.joost.pk}  # type: ignore[attr-defined]
    with pytest.raises(AskedAlready):
        offer(cast, team, "els")
    by(cast, "joost", connectors.accept, ask=ask.uuid)  # type: ignore[attr-defined]
    assert holders(team) == ["Els"]


def test_who_leads_takes_a_vacancy_at_once(cast: Cast) -> None:
    team = make_team(cast)
    nurse(cast, "joost")
    offer(cast, team, "joost")
    assert holders(team) == ["Joost"]


def test_another_profession_or_a_learner_is_no_connector(cast: Cast) -> None:
    team = make_team(cast)
    with pytest.raises(NoConnectorYet):
        offer(cast, team, "amina")
    nurse(cast, "lena")
    with pytest.raises(NoConnectorYet):
        offer(cast, team, "lena")
    with pytest.raises(InvalidInput):
        by(cast, "els", connectors.volunteer, team=team.uuid, discipline="wizard")


def test_taking_over_from_the_present_connector(cast: Cast) -> None:
    team = make_team(cast)
    make_connector(cast, team, "els")
    nurse(cast, "els", "bas")
    with clock.frozen(NOW + timedelta(days=5)):
        ask = offer(cast, team, "bas")
        assert waits_for(team_asks.CONNECTOR_ASKED, ask.uuid) == {cast.els.pk}  # type: ignore[attr-defined]
        with pytest.raises(NotFound):
            by(cast, "joost", connectors.accept, ask=ask.uuid)  # type: ignore[attr-defined]
        by(cast, "els", connectors.accept, ask=ask.uuid)  # type: ignore[attr-defined]
        assert holders(team) == ["Bas"]
        with scope.acting(SYSTEM):
            past = past_of(team).connectors[0][1]
    later = TODAY + timedelta(days=5)
    assert [(held.name, held.from_on, held.until_on) for held in past] == [
        ("Bas van der Meer", later, None),
        ("Els Vos", TODAY, later),
    ]
    assert "Els" in inside(team)


def test_the_present_connector_hands_over(cast: Cast) -> None:
    team = make_team(cast)
    make_connector(cast, team, "els")
    nurse(cast, "bas")
    with pytest.raises(NotAllowed):
        by(
            cast,
            "joost",
            connectors.ask,
            team=team.uuid,
            discipline=NURSE,
            member=cast.members["bas"].uuid,
        )
    asked = by(
        cast,
        "els",
        connectors.ask,
        team=team.uuid,
        discipline=NURSE,
        member=cast.members["bas"].uuid,
    )
    by(cast, "bas", connectors.decline, ask=asked.uuid)
    assert holders(team) == ["Els"]
    assert state_of(asked) == "declined"


def test_who_left_without_a_word_leaves_a_vacancy_that_the_lead_gives(cast: Cast) -> None:
    team = make_team(cast)
    make_connector(cast, team, "els")
    nurse(cast, "bas")
    ask = offer(cast, team, "bas")
    by(cast, "els", leaving.leave)
    assert holders(team) == []
    assert waits_for(team_asks.CONNECTOR_ASKED, ask.uuid) == {cast.joost.pk}  # type: ignore[attr-defined]
    by(cast, "joost", connectors.accept, ask=ask.uuid)  # type: ignore[attr-defined]
    assert holders(team) == ["Bas"]


def test_a_question_that_another_answer_made_empty_is_closed(cast: Cast) -> None:
    team = make_team(cast)
    nurse(cast, "els", "bas")
    first, second = offer(cast, team, "els"), offer(cast, team, "bas")
    by(cast, "joost", connectors.accept, ask=first.uuid)  # type: ignore[attr-defined]
    assert state_of(second) == "declined"  # type: ignore[arg-type]
    with pytest.raises((NotOpen, NotFound)):
        by(cast, "joost", connectors.accept, ask=second.uuid)  # type: ignore[attr-defined]


def test_the_number_shows_only_as_the_connector_gives_it(cast: Cast) -> None:
    team = make_team(cast)
    cast.els.phone = "0612345678"
    cast.els.save(update_fields=["phone"])
    made = make_connector(cast, team, "els")
    assert shown(cast, team).phone == ""
    with pytest.raises(NotAllowed):
        give_number(cast, made, "joost")
    give_number(cast, made, "els")
    assert shown(cast, team).phone == "0612345678"
    give_number(cast, made, "els", "0265550123")
    assert (shown(cast, team).phone, in_force(cast, "els")) == ("0265550123", 1)
    with scope.acting(cast.actor("els")):
        privacy.withdraw_for_purpose(
            actor=cast.actor("els"), network_uuid=cast.linde.uuid, purpose=PHONE_AS_CONNECTOR
        )
    assert shown(cast, team).phone == ""
    with scope.acting(SYSTEM):
        assert Connector.objects.get(pk=made.pk).phone == ""


@pytest.mark.parametrize("how", ["stop", "leave_team", "leave", "remove", "party", "lapse"])
def test_every_end_ends_the_number_and_its_consent(cast: Cast, how: str) -> None:
    team = make_team(cast)
    made = make_connector(cast, team, "els")
    give_number(cast, made, "els", "0265550123")
    assert in_force(cast, "els") == 1
    if how == "stop":
        by(cast, "joost", connectors.stop, connector=made.uuid)
    elif how == "leave_team":
        by(cast, "els", team_places.leave, team=team.uuid)
    elif how == "leave":
        by(cast, "els", leaving.leave)
    elif how == "remove":
        by(cast, "dewi", leaving.remove, member=cast.members["els"].uuid, reason="moved")
    elif how == "party":
        stop_party(cast)
        assert "Els" in inside(team)
    else:
        with clock.frozen(NOW + timedelta(days=400)), scope.acting(SYSTEM):
            assert sharing.end_lapsed() == 1
            assert connector_phone.end_lapsed() == 0
    with scope.acting(SYSTEM):
        now = Connector.objects.get(pk=made.pk)
    assert (now.phone_shown, now.phone) == (False, "")
    assert (now.until_on is None) == (how == "lapse")
    assert in_force(cast, "els") == (1 if how == "lapse" else 0)


def stop_party(cast: Cast) -> None:
    actor, partner = cast.actor("dewi"), cast.members["els"].partner
    assert partner is not None
    with scope.acting(actor):
        partners.end_partner(
            actor=actor,
            slug="de-linde",
            partner=partner.uuid,
            until_on=TODAY,
            end_memberships=False,
        )


def test_the_substitute_goes_when_they_leave(cast: Cast) -> None:
    team = make_team(cast)
    made = make_connector(cast, team, "els")
    by(
        cast,
        "els",
        connectors.describe,
        connector=made.uuid,
        phone_shown=False,
        phone="",
        substitute=cast.members["bas"].uuid,
    )
    assert shown(cast, team).substitute == "Bas van der Meer"
    by(cast, "bas", leaving.leave)
    assert shown(cast, team).substitute == ""
    assert holders(team) == ["Els"]
