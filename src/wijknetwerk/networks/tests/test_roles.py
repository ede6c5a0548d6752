"""Roles: who gives them, what each asks, and the warning of rule N1."""

from datetime import date

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.errors import RoleHeld, RoleIncomplete
from wijknetwerk.networks.models import MembershipRole, Partner, RoleCode
from wijknetwerk.networks.selectors import people
from wijknetwerk.networks.services import roles
from wijknetwerk.networks.services.roles import NewRole


def give(cast: Cast, giver: str, to: str, new: NewRole) -> MembershipRole:
    actor = cast.actor(giver)
    with scope.acting(actor):
        return roles.give_role(
            actor=actor, network=cast.linde, member=cast.members[to].uuid, new=new
        )


def end(cast: Cast, by: str, role: MembershipRole) -> MembershipRole:
    actor = cast.actor(by)
    with scope.acting(actor):
        return roles.end_role(actor=actor, network=cast.linde, role=role.uuid)


def role_of(cast: Cast, name: str, code: str) -> MembershipRole:
    with scope.acting(SYSTEM):
        return MembershipRole.objects.get(membership=cast.members[name], role=code)


@pytest.mark.parametrize("giver", ["dewi", "ad"])
def test_coordinator_and_administrator_give_roles(cast: Cast, giver: str) -> None:
    give(cast, giver, "amina", NewRole("board", TODAY))
    assert cast.actor("amina").has_role(cast.linde.pk, "board")
    with scope.acting(SYSTEM):
        line = LogEntry.objects.get(event="networks.role_given")
    assert line.client_uuid == cast.amina.uuid


@pytest.mark.parametrize(
    ("giver", "refusal"),
    [("amina", NotAllowed), ("joost", NotAllowed), ("ben", NotAllowed), ("farid", NotAllowed)],
)
def test_others_give_no_roles(cast: Cast, giver: str, refusal: type[DomainError]) -> None:
    with pytest.raises(refusal):
        give(cast, giver, "amina", NewRole("board", TODAY))
    assert not cast.actor("amina").has_role(cast.linde.pk, "board")


def test_a_role_begins_on_its_first_day_and_not_before(cast: Cast) -> None:
    give(cast, "dewi", "amina", NewRole("board", date(2026, 11, 13)))
    assert not cast.actor("amina").has_role(cast.linde.pk, "board")


def test_a_learner_needs_a_supervisor_and_an_end(cast: Cast) -> None:
    supervisor = cast.members["els"].uuid
    with pytest.raises(RoleIncomplete):
        give(cast, "dewi", "amina", NewRole("learner", TODAY, date(2027, 3, 1)))
    with pytest.raises(RoleIncomplete):
        give(cast, "dewi", "amina", NewRole("learner", TODAY, supervisor=supervisor))
    own = NewRole("learner", TODAY, date(2027, 3, 1), supervisor=cast.members["amina"].uuid)
    with pytest.raises(RoleIncomplete):
        give(cast, "dewi", "amina", own)
    give(cast, "dewi", "amina", NewRole("learner", TODAY, date(2027, 3, 1), supervisor=supervisor))
    assert cast.actor("amina").has_role(cast.linde.pk, "learner")


def test_a_professional_needs_a_party_and_a_profession(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        partner = Partner.objects.get(network=cast.linde)
    with pytest.raises(RoleIncomplete):
        give(cast, "dewi", "amina", NewRole("professional", TODAY))
    with pytest.raises(RoleIncomplete):
        give(cast, "dewi", "amina", NewRole("professional", TODAY, partner=partner.uuid))
    whole = NewRole("professional", TODAY, partner=partner.uuid, discipline="district_nurse")
    give(cast, "dewi", "amina", whole)
    actor = cast.actor("amina")
    assert actor.has_role(cast.linde.pk, "professional")
    assert actor.standings[0].partner_id == partner.pk


def test_a_role_is_held_once_at_a_time(cast: Cast) -> None:
    give(cast, "dewi", "amina", NewRole("board", TODAY, date(2026, 12, 1)))
    with pytest.raises(RoleHeld):
        give(cast, "dewi", "amina", NewRole("board", date(2026, 11, 20)))
    give(cast, "dewi", "amina", NewRole("board", date(2026, 12, 1)))


def test_somebody_who_left_gets_no_role(cast: Cast) -> None:
    with pytest.raises(DomainError):
        give(cast, "dewi", "otto", NewRole("board", TODAY))


def test_ending_a_role_counts_at_once(cast: Cast) -> None:
    end(cast, "dewi", role_of(cast, "joost", "village_supporter"))
    assert not cast.actor("joost").has_role(cast.linde.pk, "village_supporter")


def test_one_ends_ones_own_role_but_not_that_of_another(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        end(cast, "ben", role_of(cast, "joost", "village_supporter"))
    with pytest.raises(NotFound):
        end(cast, "farid", role_of(cast, "joost", "village_supporter"))
    end(cast, "ben", role_of(cast, "ben", "board"))
    assert not cast.actor("ben").has_role(cast.linde.pk, "board")


def test_the_last_coordinator_is_warned_and_may_stop(cast: Cast, sign_in: SignIn) -> None:
    role = role_of(cast, "dewi", "coordinator")
    browser = sign_in("dewi")
    page = browser.get(f"/n/de-linde/rollen/{role.uuid}/stopt/")
    assert "U bent de laatste" in page.text
    answer = browser.post(f"/n/de-linde/rollen/{role.uuid}/stopt/")
    assert answer.status_code == 302
    with scope.acting(SYSTEM):
        names = {code: str(word) for code, word in RoleCode.choices}
        assert not people.members_of(cast.linde, people.Wanted(), names).has_coordinator


def test_without_coordinator_all_members_read_so(cast: Cast, sign_in: SignIn) -> None:
    said = "Niemand leidt nu dit netwerk."
    assert said not in sign_in("amina").get("/n/de-linde/leden/").text
    end(cast, "dewi", role_of(cast, "dewi", "coordinator"))
    for name in ("amina", "els", "dewi"):
        assert said in sign_in(name).get("/n/de-linde/leden/").text


def test_who_is_not_the_last_is_not_warned(cast: Cast) -> None:
    give(cast, "dewi", "amina", NewRole("coordinator", TODAY))
    with scope.acting(SYSTEM):
        assert people.last_in(cast.linde, cast.members["dewi"]) == []
        assert people.last_in(cast.linde, cast.members["ad"]) == ["administrator"]


def test_members_see_who_pays_a_coordinator_and_how_it_was_agreed(
    cast: Cast, sign_in: SignIn
) -> None:
    with scope.acting(SYSTEM):
        MembershipRole.objects.filter(role="coordinator", network=cast.linde).update(
            paid_by="Gemeente Voorbeeldstad", hours_a_week=16, assent_text="Op de ledenavond"
        )
    page = sign_in("amina").get("/n/de-linde/leden/").text
    for said in ("Gemeente Voorbeeldstad", "16", "Op de ledenavond"):
        assert said in page
