"""Learning along: with a supervisor, until a day; then the doors are shut by themselves."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.networks.errors import RoleIncomplete, RoleNotHeld
from wijknetwerk.networks.models import Membership, MembershipRole
from wijknetwerk.networks.services import learning, roles
from wijknetwerk.networks.services.roles import NewRole
from wijknetwerk.networks.tests.test_talk import text_of, waiting_for

pytestmark = pytest.mark.django_db

SignIn = Callable[..., Client]
LAST = TODAY + timedelta(days=30)


def learn(cast: Cast, name: str = "amina", *, only: bool = True) -> MembershipRole:
    actor = cast.actor("dewi")
    new = NewRole("learner", TODAY, LAST, supervisor=cast.members["els"].uuid, only_learns=only)
    with scope.acting(actor):
        member = cast.members[name].uuid
        return roles.give_role(actor=actor, network=cast.linde, member=member, new=new)


def extend(cast: Cast, who: str, role: MembershipRole, until: date) -> MembershipRole:
    actor = cast.actor(who)
    with scope.acting(actor):
        return learning.extend(actor=actor, network=cast.linde, role=role.uuid, until_on=until)


def at(day: date) -> datetime:
    return datetime.combine(day, NOW.timetz())


def nightly(day: date) -> None:
    with clock.frozen(at(day)), scope.acting(SYSTEM):
        learning.run(SYSTEM)


def membership(cast: Cast, name: str) -> Membership:
    with scope.acting(SYSTEM):
        return Membership.objects.get(pk=cast.members[name].pk)


def test_who_takes_part_only_to_learn_stops_on_the_last_day(cast: Cast, sign_in: SignIn) -> None:
    learn(cast)
    home = reverse("networks:home", args=["de-linde"])
    with clock.frozen(at(LAST - timedelta(days=1))):
        assert sign_in("amina").get(home).status_code == 200
    with clock.frozen(at(LAST)):
        assert cast.actor("amina").standings == ()
        assert (
            sign_in("amina").get(reverse("networks:members", args=["de-linde"])).status_code == 404
        )


def test_who_also_lives_here_stays_a_member(cast: Cast) -> None:
    learn(cast, only=False)
    with clock.frozen(at(LAST)):
        actor = cast.actor("amina")
    assert actor.standing_in(cast.linde.pk) is not None
    assert not actor.has_role(cast.linde.pk, "learner")
    nightly(LAST)
    assert membership(cast, "amina").ended_reason == ""


def test_with_another_role_one_does_not_only_learn(cast: Cast) -> None:
    with pytest.raises(RoleIncomplete):
        learn(cast, "joost")


def test_the_night_after_tidies_up_and_keeps_the_real_last_day(cast: Cast) -> None:
    learn(cast)
    nightly(LAST - timedelta(days=1))
    assert membership(cast, "amina").ended_reason == ""
    nightly(LAST + timedelta(days=2))
    row = membership(cast, "amina")
    assert (row.until_on, row.ended_reason) == (LAST, "learned")


def test_the_supervisor_hears_it_two_weeks_before_and_nobody_else(cast: Cast) -> None:
    learn(cast)
    nightly(LAST - timedelta(days=15))
    assert waiting_for(cast, "els", learning.ENDS) == []
    nightly(LAST - timedelta(days=14))
    nightly(LAST - timedelta(days=13))
    row = waiting_for(cast, "els", learning.ENDS)[0]
    assert (row.words, row.due_on) == ({"who": "Amina Haddad"}, LAST)
    assert reverse("networks:learner", kwargs=row.place)
    assert waiting_for(cast, "dewi", learning.ENDS) == []


def test_when_the_supervisor_left_who_leads_hears_it(cast: Cast) -> None:
    learn(cast)
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=cast.members["els"].pk).update(until_on=TODAY)
    nightly(LAST - timedelta(days=3))
    assert waiting_for(cast, "els", learning.ENDS) == []
    assert len(waiting_for(cast, "dewi", learning.ENDS)) == 1


def test_a_leader_makes_it_longer_and_the_membership_with_it(cast: Cast) -> None:
    role = learn(cast)
    nightly(LAST - timedelta(days=10))
    later = LAST + timedelta(days=60)
    with pytest.raises(NotAllowed):
        extend(cast, "els", role, later)
    with pytest.raises(InvalidInput):
        extend(cast, "dewi", role, LAST)
    assert extend(cast, "dewi", role, later).until_on == later
    assert membership(cast, "amina").until_on == later
    assert waiting_for(cast, "els", learning.ENDS) == []
    nightly(LAST)
    assert membership(cast, "amina").ended_reason == ""
    with clock.frozen(at(later)), pytest.raises(RoleNotHeld):
        extend(cast, "ad", role, later + timedelta(days=5))


def test_a_learner_reads_until_when_and_what_they_may(cast: Cast, sign_in: SignIn) -> None:
    lena = sign_in("lena")
    for place in ("", "mijn-plek/"):
        page = text_of(lena.get(f"/n/de-linde/{place}"))
        assert "U leert hier tot 1 maart 2027" in page
        assert "Els Vos begeleidt u." in page
    assert lena.get("/n/de-linde/leden/beheer/").status_code == 403
    els = text_of(sign_in("els").get("/n/de-linde/mijn-plek/"))
    assert "U begeleidt Lena Kok tot 1 maart 2027" in els


def test_the_form_asks_whether_one_only_learns(cast: Cast, sign_in: SignIn) -> None:
    address = reverse("networks:role_give", args=["de-linde", cast.members["amina"].uuid])
    dewi = sign_in("dewi")
    assert "Doet alleen mee om te leren" in text_of(dewi.get(address))
    sent = {
        "role": "learner",
        "from_on": str(TODAY),
        "until_on": str(LAST),
        "supervisor": str(cast.members["els"].uuid),
        "only_learns": "on",
    }
    assert dewi.post(address, sent).status_code == 302
    assert membership(cast, "amina").until_on == LAST
