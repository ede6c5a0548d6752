"""A request that was brought for a member: the desk says whose it is, and can take that back."""

import pytest

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import HelpRequest, Neighbour
from wijknetwerk.mutual_aid.services import neighbours, request_owner, requests
from wijknetwerk.mutual_aid.services.neighbours import Outsider
from wijknetwerk.mutual_aid.tests import acting
from wijknetwerk.notices.models import Waiting

ALL = "/n/de-linde/hulp/vragen/"
WORDS = "Zij durft niet meer alleen naar de winkel."


@pytest.fixture
def brought(cast: Cast) -> HelpRequest:
    """Els, district nurse, brings it for Amina, whom she writes down anew."""
    els = cast.actor("els")
    with scope.acting(els):
        who = Outsider("Amina Haddad", "0612345678")
        asker = neighbours.note_outsider(
            actor=els, network=cast.linde, who=who, said_how="in_person", brought=True
        )
        asked = requests.Asked(words=WORDS, kind="shopping.groceries")
        return requests.note(
            actor=els, asker=asker, asked=asked, via="professional", said_how="in_person"
        )


def waits(cast: Cast) -> list[str]:
    """What waits for Amina."""
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(person=cast.amina, done_at=None)
        return list(rows.values_list("kind", flat=True))


def sees(sign_in: SignIn, name: str, made: HelpRequest) -> bool:
    page = sign_in(name).get(f"{ALL}{made.uuid}/")
    return page.status_code == 200 and WORDS in page.content.decode()


def test_the_desk_says_whose_it_is_and_takes_it_back(
    cast: Cast, sign_in: SignIn, brought: HelpRequest
) -> None:
    at = f"{ALL}{brought.uuid}/van-wie/"
    desk, amina = sign_in("joost"), cast.members["amina"]
    assert not sees(sign_in, "amina", brought)
    assert f'value="{amina.uuid}"' in desk.get(at).content.decode()  # of the same name
    assert not sees(sign_in, "amina", brought), "never by itself"
    assert str(cast.members["bas"].uuid) in desk.get(f"{at}?q=Bas").content.decode()
    assert desk.post(at, {"member": str(amina.uuid)}).status_code == 302
    assert sees(sign_in, "amina", brought)
    assert not sees(sign_in, "els", brought)
    with scope.acting(SYSTEM):
        row = HelpRequest.objects.select_related("asker", "asker_before").get(pk=brought.pk)
        before = row.asker_before
        assert before is not None
        consent = ("said_yes_at", "said_how", "sentence", "noted_by")
        assert all(getattr(row.asker, one) == getattr(before, one) for one in consent[:3])
        assert before.name.read() == "Amina Haddad"
        assert Neighbour.objects.filter(network=cast.linde).count() == 2, "not joined"
    assert desk.post(f"{at}terug/").status_code == 302
    assert not sees(sign_in, "amina", brought)
    assert sees(sign_in, "joost", brought)
    with scope.acting(SYSTEM):
        row = HelpRequest.objects.get(pk=brought.pk)
        assert (row.asker_id, row.asker_before_id) == (brought.asker_id, None)
        said = LogEntry.objects.filter(client_uuid=cast.amina.uuid, event__contains="theirs")
        assert [one.event for one in said.order_by("seq")] == [
            "mutual_aid.request_is_theirs",
            "mutual_aid.request_is_not_theirs",
        ]


def test_a_wrong_member_loses_what_came_with_it(
    cast: Cast, sign_in: SignIn, brought: HelpRequest
) -> None:
    joost, amina = cast.actor("joost"), cast.members["amina"].uuid
    where = {"network": cast.linde, "request": brought.uuid}
    with scope.acting(cast.actor("els")), pytest.raises(NotAllowed):
        request_owner.is_of_member(actor=cast.actor("els"), **where, member=amina)
    with scope.acting(joost):
        request_owner.is_of_member(actor=joost, **where, member=amina)
        requests.approve(actor=joost, **where, told=acting.TOLD, said_how="phone")
        now = HelpRequest.objects.get(pk=brought.pk)
    made = acting.asked(cast, acting.match(cast, now))
    acting.act(cast, "bas", made, acting.MatchAct.HELPER_YES)
    assert waits(cast) == ["mutual_aid.willing"]
    with scope.acting(joost):
        with pytest.raises(NotNow):
            request_owner.is_of_member(actor=joost, **where, member=cast.members["ad"].uuid)
        request_owner.is_not_of_member(actor=joost, **where)
    assert waits(cast) == []
    assert sign_in("amina").get(f"/n/de-linde/hulp/kennismaken/{made.uuid}/").status_code == 404
