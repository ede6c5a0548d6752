"""Kinds of help of a network's own."""

import pytest

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid.models import OwnKind
from wijknetwerk.mutual_aid.selectors import kinds

pytestmark = pytest.mark.django_db
PAGE = "/n/de-linde/hulp/soorten/"


def test_a_kind_is_added_suggested_ended_and_added_again(cast: Cast, sign_in: SignIn) -> None:
    joost = sign_in("joost")
    said = {"first": "home", "title": "Hoezen naaien", "words": "hoes, naaimachine; zoom"}
    joost.post(PAGE, said)
    assert joost.post(PAGE, said).status_code == 200  # it is there already
    with scope.acting(SYSTEM):
        assert kinds.suggested(kinds.all_of(cast.linde), "wie zoomt mijn gordijn?") == []
        found = kinds.suggested(kinds.all_of(cast.linde), "wie heeft een naaimachine?")
        assert [kind.code for kind in found] == ["home.hoezen-naaien"]
        assert "home.hoezen-naaien" not in kinds.all_of(cast.oosterpoort)
    joost.post(f"{PAGE}weg/", {"code": "home.hoezen-naaien"})
    with scope.acting(SYSTEM):
        assert "home.hoezen-naaien" not in kinds.all_of(cast.linde)
        assert kinds.title_of(kinds.all_of(cast.linde), "home.hoezen-naaien")
    joost.post(PAGE, said)
    with scope.acting(SYSTEM):
        assert OwnKind.objects.get().ended_on is None
