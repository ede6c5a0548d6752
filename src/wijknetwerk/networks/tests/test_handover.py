"""Handing a role over: asked, accepted or declined; exactly one holder at every moment."""

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import DomainError, InvalidInput, NotFound
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks.errors import NotOpen, RoleNotHeld
from wijknetwerk.networks.models import Handover, MembershipRole
from wijknetwerk.networks.selectors.people import waiting_for
from wijknetwerk.networks.services import handover, leaving, roles


def role_of(cast: Cast, name: str) -> MembershipRole:
    with scope.acting(SYSTEM):
        return MembershipRole.objects.get(membership=cast.members[name])


def ask(cast: Cast, by: str = "dewi", to: str = "amina", role_of_: str = "") -> Handover:
    actor = cast.actor(by)
    role = role_of(cast, role_of_ or by)
    with scope.acting(actor):
        return handover.ask(
            actor=actor,
            network=cast.linde,
            role=role.uuid,
            to=cast.members[to].uuid,
            note="De sleutel ligt bij Joost.",
        )


def act(cast: Cast, name: str, what: str, asked: Handover) -> None:
    actor = cast.actor(name)
    with scope.acting(actor):
        getattr(handover, what)(actor=actor, network=cast.linde, handover=asked.uuid)


def holders(cast: Cast) -> list[str]:
    people = ("dewi", "amina", "bas")
    return [name for name in people if cast.actor(name).has_role(cast.linde.pk, "coordinator")]


def test_the_role_goes_over_on_the_day_of_the_yes(cast: Cast) -> None:
    asked = ask(cast)
    assert holders(cast) == ["dewi"]
    act(cast, "amina", "accept", asked)
    assert holders(cast) == ["amina"]
    with scope.acting(SYSTEM):
        old, new = MembershipRole.objects.filter(network=cast.linde, role="coordinator").order_by(
            "pk"
        )
    assert (old.until_on, new.from_on, new.until_on) == (TODAY, TODAY, None)


def test_no_leaves_the_role_where_it_is(cast: Cast) -> None:
    asked = ask(cast)
    act(cast, "amina", "decline", asked)
    assert holders(cast) == ["dewi"]
    with pytest.raises(NotOpen):
        act(cast, "amina", "accept", asked)


def test_taken_back_it_can_not_be_accepted(cast: Cast) -> None:
    asked = ask(cast)
    act(cast, "dewi", "withdraw", asked)
    with pytest.raises(NotOpen):
        act(cast, "amina", "accept", asked)


@pytest.mark.parametrize("name", ["bas", "ad", "joost", "farid", "dewi"])
def test_only_who_was_asked_answers(cast: Cast, name: str) -> None:
    asked = ask(cast)
    for what in ("accept", "decline"):
        with pytest.raises(NotFound):
            act(cast, name, what, asked)
    assert holders(cast) == ["dewi"]


@pytest.mark.parametrize("name", ["bas", "ad", "amina", "farid"])
def test_only_who_asked_takes_it_back(cast: Cast, name: str) -> None:
    asked = ask(cast)
    with pytest.raises(NotFound):
        act(cast, name, "withdraw", asked)


def test_one_question_a_role_at_a_time(cast: Cast) -> None:
    ask(cast)
    with pytest.raises(NotOpen):
        ask(cast, to="bas")


def test_nobody_hands_over_what_is_not_theirs(cast: Cast) -> None:
    with pytest.raises(RoleNotHeld):
        ask(cast, by="amina", to="bas", role_of_="dewi")
    with pytest.raises(DomainError):
        ask(cast, by="dewi", to="otto")
    with pytest.raises(InvalidInput):
        ask(cast, by="dewi", to="dewi")
    with pytest.raises(InvalidInput):
        ask(cast, by="els", to="amina")


def test_when_the_one_asked_left_nothing_goes_over(cast: Cast) -> None:
    asked = ask(cast)
    amina = cast.actor("amina")
    with scope.acting(amina):
        leaving.leave(actor=amina, network=cast.linde)
    with pytest.raises(NotFound):
        act(cast, "amina", "accept", asked)
    assert holders(cast) == ["dewi"]


def test_when_the_role_ended_meanwhile_nothing_goes_over(cast: Cast) -> None:
    asked = ask(cast)
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        roles.end_role(actor=dewi, network=cast.linde, role=role_of(cast, "dewi").uuid)
    with pytest.raises(NotOpen):
        act(cast, "amina", "accept", asked)
    assert holders(cast) == []


def test_both_see_what_waits_and_nobody_else(cast: Cast) -> None:
    ask(cast)
    seen = {}
    for name in ("dewi", "amina", "ad", "farid"):
        actor = cast.actor(name)
        with scope.acting(actor):
            seen[name] = [card.mine_to_answer for card in waiting_for(actor)]
    assert seen == {"dewi": [False], "amina": [True], "ad": [], "farid": []}


def test_told_on_the_pages(cast: Cast, sign_in: SignIn) -> None:
    role = role_of(cast, "dewi")
    address = f"/n/de-linde/rollen/{role.uuid}/overdragen/"
    sent = {"to": str(cast.members["amina"].uuid), "note": "De sleutel ligt bij Joost."}
    assert sign_in("dewi").post(address, sent).status_code == 302
    with scope.acting(SYSTEM):
        asked = Handover.objects.get()
    page = sign_in("amina").get(f"/n/de-linde/overdracht/{asked.uuid}/").text
    assert "De sleutel ligt bij Joost." in page
    sign_in("amina").post(f"/n/de-linde/overdracht/{asked.uuid}/", {"act": "accept"})
    assert holders(cast) == ["amina"]


def test_who_is_asked_hears_it_by_mail_with_where_to_answer(cast: Cast) -> None:
    asked = ask(cast)
    mail = OutgoingMail.objects.get(purpose="networks.handover_asked")
    assert mail.to_address == cast.amina.email
    assert f"/n/de-linde/overdracht/{asked.uuid}/" in mail.body
    assert "De sleutel" not in mail.body


def test_who_has_no_mail_can_be_asked_too(cast: Cast) -> None:
    ask(cast, to="bakker")
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(("answer", "words"), [("accept", "ja"), ("decline", "nee")])
def test_who_asked_hears_the_answer(cast: Cast, answer: str, words: str) -> None:
    asked = ask(cast)
    act(cast, "amina", answer, asked)
    mail = OutgoingMail.objects.get(purpose="networks.handover_answered")
    assert mail.to_address == cast.dewi.email
    assert f"Het antwoord is {words}" in mail.body
