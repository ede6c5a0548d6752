"""H6: never the person whom a concern is about, whose family, or whose name it bears."""

from datetime import timedelta

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models.mail import OutgoingMail
from wijknetwerk.mutual_aid import access_concerns
from wijknetwerk.mutual_aid.models import Concern
from wijknetwerk.mutual_aid.models.away import AwayState, DeskAway
from wijknetwerk.mutual_aid.services import concerns
from wijknetwerk.mutual_aid.services.concerns import NobodyHears, Spoken
from wijknetwerk.mutual_aid.tests.test_concerns import at_night, does, opens, tell
from wijknetwerk.networks.models import MembershipRole

pytestmark = pytest.mark.django_db


def _at_desk(cast: Cast, name: str) -> None:
    with scope.acting(SYSTEM):
        MembershipRole.objects.create(
            network=cast.linde,
            membership=cast.members[name],
            person=cast.people[name],
            role="village_supporter",
            from_on=TODAY,
        )


def test_h6_who_was_ticked_stands_in_for_nobody(cast: Cast) -> None:
    """A coordinator keeps the desk on a holiday, and the teller ticked them."""
    with scope.acting(SYSTEM):
        DeskAway.objects.create(
            network=cast.linde,
            who=cast.members["joost"],
            substitute=cast.members["dewi"],
            from_on=TODAY,
            until_on=TODAY + timedelta(days=9),
            asked_at=NOW,
            answered_at=NOW,
            state=AwayState.ACCEPTED,
        )
    assert opens(cast, tell(cast)) == ["dewi"]
    assert opens(cast, tell(cast, not_for=(cast.members["dewi"].uuid,))) == ["joost"]


def test_h6_the_resident_of_a_talk_never_comes_to_read_it(cast: Cast) -> None:
    """Amina was spoken with, and keeps the desk herself afterwards."""
    made = tell(cast, "bas", about="de buurvrouw")
    does(cast, "joost", made, "take_up")
    does(cast, "joost", made, "speak", spoken=Spoken(TODAY, "", cast.members["amina"].uuid))
    _at_desk(cast, "amina")
    with scope.acting(SYSTEM):
        MembershipRole.objects.filter(membership=cast.members["joost"]).update(until_on=TODAY)
    assert opens(cast, made) == []


@pytest.mark.parametrize("about", ["Joost", "dhr. Peters", "Meneer J. Pèters, Kerkstraat 4"])
def test_h6_whose_name_it_may_be_hears_it_last(cast: Cast, about: str) -> None:
    assert opens(cast, tell(cast, about=about)) == ["joost"], "nobody else, and they weren't ticked"
    _at_desk(cast, "els")
    assert opens(cast, tell(cast, about=about)) == ["els"]


def test_h6_a_likeness_moves_no_concern_to_who_comes_later(cast: Cast) -> None:
    """Told when only Joost heard them: naming somebody afterwards opens nothing of before."""
    told = tell(cast, about="dhr. Peters")
    _at_desk(cast, "els")
    assert opens(cast, told) == ["joost"]


def test_h6_the_whole_name_with_more_beside_it_is_that_person(cast: Cast) -> None:
    with pytest.raises(NobodyHears):
        tell(cast, about="Joost Peters, Kerkstraat 4")


def test_h6_who_gave_it_on_writes_in_it_no_more(cast: Cast) -> None:
    """Also with a page that was open before."""
    _at_desk(cast, "els")
    made, actor = tell(cast), cast.actor("joost")
    with scope.acting(actor):
        hand = access_concerns.concern_for(actor, cast.linde, made.uuid)
        concerns.give_on(hand=hand)
        with pytest.raises(NotFound):
            concerns.step(hand=hand, act=access_concerns.DO["take_up"])


def test_whoever_hears_them_is_reminded_once_a_night_however_many_were_told(cast: Cast) -> None:
    for _time in range(3):
        tell(cast)
    at_night(14)
    assert OutgoingMail.objects.filter(purpose="mutual_aid.concern").count() == 1
    with scope.acting(SYSTEM):
        assert set(Concern.objects.values_list("reminded", flat=True)) == {1}
