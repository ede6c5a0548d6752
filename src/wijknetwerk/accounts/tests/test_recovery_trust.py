"""A5 and decision 0014: whoever starts a network, and leads it with accounts of their own, gets
into nobody's account."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.models import Person, Recovery
from wijknetwerk.accounts.services import recovery as service
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import Membership, MembershipRole, Network, Visibility
from wijknetwerk.networks.services import roles

SPOKEN = {"spoken": "on", "new_email": "dief@voorbeeld.example"}
LONG_AGO = date(2026, 2, 2)  # after the cast joined De Linde


class Attack:
    """Sam starts a network, lures Bas into it, and leads it with a second account: Otto's."""

    def __init__(self, cast: Cast, *, public: bool) -> None:
        self.cast = cast
        with scope.acting(SYSTEM):
            self.network = Network.objects.create(
                name="Valkuil",
                slug="valkuil",
                started_by=cast.sam,
                started_at=NOW,
                decided_at=NOW,
                visibility=Visibility.PUBLIC if public else Visibility.MEMBERS,
            )
            self._takes_part(cast.sam, "administrator", given_by=cast.sam)
            self._takes_part(cast.otto, "coordinator", given_by=cast.sam)

    def _takes_part(self, person: Person, role: str, given_by: Person | None) -> None:
        member = Membership.objects.create(network=self.network, person=person, from_on=LONG_AGO)
        if role:
            MembershipRole.objects.create(
                network=self.network,
                membership=member,
                person=person,
                role=role,
                from_on=LONG_AGO,
                given_by=given_by,
            )

    def lures(self, person: Person) -> None:
        with scope.acting(SYSTEM):
            self._takes_part(person, "", None)

    def makes_leader(self, person: Person) -> None:
        """A third account of theirs, so that no pair has its place from each other."""
        with scope.acting(SYSTEM):
            self._takes_part(person, "village_supporter", given_by=self.cast.sam)


def test_a_network_that_nobody_approved_helps_nobody(cast: Cast, sign_in: SignIn) -> None:
    attack = Attack(cast, public=False)
    victim = Person.objects.create_user("nieuw@voorbeeld.example", given_name="Nieuw")
    attack.lures(victim)
    answer = sign_in("sam").post(f"/mijn-account/hulp/valkuil/{victim.uuid}/", SPOKEN)
    assert answer.status_code == 403
    assert not Recovery.objects.exists()


def test_who_takes_part_longer_elsewhere_is_not_reached(cast: Cast, sign_in: SignIn) -> None:
    """Approved, three accounts, months of patience: Bas belongs to De Linde longer."""
    attack = Attack(cast, public=True)
    attack.lures(cast.bas)
    attack.makes_leader(cast.vera)
    for name in ("sam", "otto", "vera"):
        answer = sign_in(name).post(f"/mijn-account/hulp/valkuil/{cast.bas.uuid}/", SPOKEN)
        assert answer.status_code == 403, name
        assert "De Linde" not in answer.content.decode()
    assert not Recovery.objects.exists()
    at_home = sign_in("dewi").post(f"/mijn-account/hulp/de-linde/{cast.bas.uuid}/", SPOKEN)
    assert at_home.status_code == 302


def test_one_who_made_the_other_leader_is_no_second_person(cast: Cast, sign_in: SignIn) -> None:
    attack = Attack(cast, public=True)
    victim = Person.objects.create_user("nieuw@voorbeeld.example", given_name="Nieuw")
    attack.lures(victim)
    sign_in("sam").post(f"/mijn-account/hulp/valkuil/{victim.uuid}/", SPOKEN)
    found = Recovery.objects.get()
    path = f"/mijn-account/hulp/valkuil/bevestigen/{found.uuid}/"
    assert sign_in("otto").post(path).status_code == 403
    service.stop(SYSTEM, recovery=found)
    sign_in("otto").post(f"/mijn-account/hulp/valkuil/{victim.uuid}/", SPOKEN)
    found = Recovery.objects.get(stopped_at=None)
    path = f"/mijn-account/hulp/valkuil/bevestigen/{found.uuid}/"
    assert sign_in("sam").post(path).status_code == 403  # nor the other way round


@pytest.mark.usefixtures("as_system")
def test_who_invited_the_other_is_no_second_person(cast: Cast, sign_in: SignIn) -> None:
    from wijknetwerk.networks.models import Invitation

    Invitation.objects.create(
        network=cast.linde,
        name="Joost",
        way="letter",
        state="accepted",
        invited_by=cast.dewi,
        membership=cast.members["joost"],
        sent_at=NOW,
        lapses_at=NOW,
    )
    sign_in("dewi").post(f"/mijn-account/hulp/de-linde/{cast.bas.uuid}/", SPOKEN)
    path = f"/mijn-account/hulp/de-linde/bevestigen/{Recovery.objects.get().uuid}/"
    assert sign_in("joost").post(path).status_code == 403
    assert sign_in("ad").post(path).status_code == 302


@pytest.mark.usefixtures("as_system")
def test_a_role_of_days_is_no_reason_to_trust(cast: Cast, sign_in: SignIn) -> None:
    late = clock.today() - timedelta(days=27)
    MembershipRole.objects.filter(person=cast.dewi).update(from_on=late)
    answer = sign_in("dewi").get(f"/mijn-account/hulp/de-linde/{cast.bas.uuid}/")
    assert answer.status_code == 403


@pytest.mark.usefixtures("as_system")
@pytest.mark.parametrize("what", ["private", "longer elsewhere", "one hand"])
def test_what_stops_being_right_within_the_delay_stops_it(
    cast: Cast, sign_in: SignIn, what: str
) -> None:
    sign_in("dewi").post(f"/mijn-account/hulp/de-linde/{cast.bas.uuid}/", SPOKEN)
    found = Recovery.objects.get()
    sign_in("ad").post(f"/mijn-account/hulp/de-linde/bevestigen/{found.uuid}/")
    if what == "private":
        Network.objects.filter(pk=cast.linde.pk).update(visibility=Visibility.MEMBERS)
    elif what == "longer elsewhere":
        Membership.objects.create(
            network=cast.oosterpoort, person=cast.bas, from_on=date(2025, 1, 1)
        )
    else:
        MembershipRole.objects.filter(person=cast.ad).update(given_by=cast.dewi)
    with clock.frozen(NOW + timedelta(days=3)), scope.acting(SYSTEM):
        assert service.finish_ripe(SYSTEM) == 0
    assert Recovery.objects.get().stopped_at is not None


@pytest.mark.usefixtures("as_system")
def test_each_way_to_a_role_remembers_who_gave_it(cast: Cast) -> None:
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        made = roles.give_role(
            actor=dewi,
            network=cast.linde,
            member=cast.members["amina"].uuid,
            new=roles.NewRole("village_supporter", from_on=clock.today()),
        )
    assert made.given_by == cast.dewi
    for row in MembershipRole.objects.filter(from_on=clock.today()):
        assert row.given_by_id is not None


def test_other_leaders_hear_of_it_at_once(cast: Cast, sign_in: SignIn) -> None:
    from wijknetwerk.accounts.tests.helpers import mails_to, purposes

    sign_in("dewi").post(f"/mijn-account/hulp/de-linde/{cast.bas.uuid}/", SPOKEN)
    for name in ("ad", "joost", "priya"):
        address = f"{name}@voorbeeld.example"
        assert purposes(address) == ["accounts.recovery_leaders"]
        assert "Bas" not in mails_to(address)[-1].body  # a stranger may read the mail
    assert purposes("dewi@voorbeeld.example") == []
    assert purposes("els@voorbeeld.example") == []
