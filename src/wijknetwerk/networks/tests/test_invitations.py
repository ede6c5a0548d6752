"""Inviting one by one: who may, what goes out, and how an invitation ends."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry, OutgoingMail, TokenLink
from wijknetwerk.networks.errors import AlreadyInvited, AlreadyMember, NotOpen, RoleIncomplete
from wijknetwerk.networks.models import Invitation, InvitationState, Partner
from wijknetwerk.networks.selectors.invitations import state_now
from wijknetwerk.networks.services import invitations
from wijknetwerk.networks.tests.inviting import fresh, invite, secret_of


def opens(secret: str) -> int:
    return Client().get(f"/meedoen/link/{secret}/").status_code


@pytest.mark.parametrize("by", ["dewi", "ad", "joost"])
def test_the_desk_invites_by_mail(cast: Cast, by: str) -> None:
    invite(cast, by, message="Fijn als u komt!")
    mail = OutgoingMail.objects.get()
    assert mail.to_address == "nel@voorbeeld.example"
    for said in ("Nel Bos", cast.people[by].name, "De Linde", "Fijn als u komt!"):
        assert said in mail.body
    assert opens(secret_of()) == 200


@pytest.mark.parametrize(
    ("by", "refusal"),
    [("amina", NotAllowed), ("els", NotAllowed), ("farid", NotFound), ("otto", NotFound)],
)
def test_others_invite_nobody(cast: Cast, by: str, refusal: type[DomainError]) -> None:
    with pytest.raises(refusal):
        invite(cast, by)
    assert OutgoingMail.objects.count() == 0


@pytest.mark.parametrize("role", ["coordinator", "administrator", "privacy_officer", "board"])
def test_a_village_supporter_gives_no_leading_role_by_inviting(cast: Cast, role: str) -> None:
    with pytest.raises(NotAllowed):
        invite(cast, "joost", role=role)
    invite(cast, "dewi", role=role)


def test_a_learner_is_invited_as_member_first(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        invite(cast, "dewi", role="learner")


def test_a_professional_is_invited_for_a_party_in_a_profession(cast: Cast) -> None:
    with pytest.raises(RoleIncomplete):
        invite(cast, "joost", role="professional")
    with scope.acting(SYSTEM):
        partner = Partner.objects.get(network=cast.linde)
    invite(cast, "joost", role="professional", partner=partner.uuid, discipline="district_nurse")


def test_only_a_digest_of_the_link_is_stored_and_no_log_has_it(cast: Cast) -> None:
    invite(cast)
    secret = secret_of()
    opens(secret)
    assert not TokenLink.objects.filter(digest__contains=secret).exists()
    with scope.acting(SYSTEM):
        for line in LogEntry.objects.all():
            assert secret not in str(line.__dict__)
            assert "nel@voorbeeld.example" not in str(line.__dict__)


def test_looking_at_the_link_changes_nothing(cast: Cast) -> None:
    made = invite(cast)
    secret = secret_of()
    for _again in range(3):
        assert opens(secret) == 200
    assert fresh(made).state == InvitationState.OPEN


def test_a_member_is_not_invited(cast: Cast) -> None:
    with pytest.raises(AlreadyMember):
        invite(cast, email="Amina@Voorbeeld.example")
    invite(cast, email="otto@voorbeeld.example")  # who left may come back


def test_nobody_is_invited_twice_at_a_time(cast: Cast) -> None:
    invite(cast)
    with pytest.raises(AlreadyInvited):
        invite(cast, email="NEL@voorbeeld.example")


def test_an_invitation_lapses_by_its_date_and_can_be_made_anew(cast: Cast) -> None:
    made = invite(cast)
    secret = secret_of()
    with clock.frozen(NOW + timedelta(days=30)):
        assert state_now(fresh(made)) == InvitationState.LAPSED
        assert opens(secret) == 404
        invite(cast)
        assert fresh(made).state == InvitationState.LAPSED


def test_the_daily_job_notes_what_lapsed(cast: Cast) -> None:
    made = invite(cast)
    with clock.frozen(NOW + timedelta(days=29)), scope.acting(SYSTEM):
        assert invitations.lapse_invitations() == 0
    with clock.frozen(NOW + timedelta(days=31)), scope.acting(SYSTEM):
        assert invitations.lapse_invitations() == 1
    assert fresh(made).state == InvitationState.LAPSED


def test_withdrawing_ends_the_link_at_once(cast: Cast, sign_in: SignIn) -> None:
    made = invite(cast)
    secret = secret_of()
    sign_in("joost").post(f"/n/de-linde/uitnodigingen/{made.uuid}/intrekken/")
    assert fresh(made).state == InvitationState.WITHDRAWN
    assert opens(secret) == 404
    assert Client().post(f"/meedoen/link/{secret}/", {"act": "begin"}).status_code == 404


def test_sending_again_makes_a_new_link_and_ends_the_old_one(cast: Cast, sign_in: SignIn) -> None:
    made = invite(cast)
    old = secret_of()
    with clock.frozen(NOW + timedelta(days=40)):
        sign_in("dewi").post(f"/n/de-linde/uitnodigingen/{made.uuid}/opnieuw/")
        new = secret_of()
        assert old != new
        assert (opens(old), opens(new)) == (404, 200)
        assert fresh(made).lapses_at == NOW + timedelta(days=70)


def test_one_person_is_not_pestered_with_one_invitation(cast: Cast) -> None:
    made = invite(cast)
    actor = cast.actor("dewi")
    with scope.acting(actor):
        again = {"actor": actor, "network": cast.linde, "invitation": made.uuid}
        for _time in range(invitations.MOST_TO_ONE - 1):
            invitations.send_again(**again)
        with pytest.raises(InvalidInput):
            invitations.send_again(**again)
        with clock.frozen(NOW + timedelta(days=1, minutes=1)):
            invitations.send_again(**again)
    assert OutgoingMail.objects.count() == invitations.MOST_TO_ONE + 1


def test_what_was_withdrawn_does_not_go_out_again(cast: Cast) -> None:
    made = invite(cast)
    actor = cast.actor("dewi")
    with scope.acting(actor):
        invitations.withdraw(actor=actor, network=cast.linde, invitation=made.uuid)
        with pytest.raises(NotOpen):
            invitations.send_again(actor=actor, network=cast.linde, invitation=made.uuid)
        with pytest.raises(NotOpen):
            invitations.withdraw(actor=actor, network=cast.linde, invitation=made.uuid)


def test_every_link_that_does_not_work_says_the_same(cast: Cast) -> None:
    made = invite(cast)
    withdrawn = secret_of()
    actor = cast.actor("dewi")
    with scope.acting(actor):
        invitations.withdraw(actor=actor, network=cast.linde, invitation=made.uuid)
    pages = {Client().get(f"/meedoen/link/{one}/").text for one in (withdrawn, "x" * 22)}
    assert len({page.partition("<main")[2].partition("</main")[0] for page in pages}) == 1


def test_a_link_of_one_network_shows_nothing_of_another(cast: Cast) -> None:
    actor = cast.actor("farid")
    with scope.acting(actor):
        wish = invitations.Wish(name="Nel", email="nel@voorbeeld.example")
        made = invitations.invite(actor=actor, network=cast.oosterpoort, wish=wish)
    page = Client().get(f"/meedoen/link/{secret_of()}/").text
    assert "Oosterpoort" in page
    assert "De Linde" not in page
    dewi = cast.actor("dewi")
    with scope.acting(dewi), pytest.raises(NotFound):
        invitations.withdraw(actor=dewi, network=cast.linde, invitation=made.uuid)


def test_there_is_a_limit_a_day(cast: Cast) -> None:
    row = {
        "network": cast.linde,
        "way": "letter",
        "invited_by": cast.dewi,
        "sent_at": NOW,
        "lapses_at": NOW + timedelta(days=30),
    }
    with scope.acting(SYSTEM):
        Invitation.objects.bulk_create(
            Invitation(name=f"N{number}", **row) for number in range(invitations.MOST_A_DAY)
        )
    with pytest.raises(InvalidInput):
        invite(cast)


def test_inviting_keeps_what_was_typed_when_something_is_wrong(cast: Cast, sign_in: SignIn) -> None:
    typed = {"name": "Nel Bos", "way": "mail", "message": "Tot dan", "language": "nl"}
    page = sign_in("dewi").post("/n/de-linde/uitnodigen/", typed)
    assert page.status_code == 200
    assert "Nel Bos" in page.text
    assert "Tot dan" in page.text
    assert 'id="error-summary"' in page.text
    with scope.acting(SYSTEM):
        assert not Invitation.objects.exists()


def test_a_form_sent_twice_invites_once(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    page = browser.get("/n/de-linde/uitnodigen/").text
    form_id = page.partition('name="form_id" value="')[2].partition('"')[0]
    typed = {
        "name": "Nel Bos",
        "way": "mail",
        "email": "nel@voorbeeld.example",
        "language": "nl",
        "form_id": form_id,
    }
    answers = [browser.post("/n/de-linde/uitnodigen/", typed).status_code for _each in range(2)]
    assert answers == [302, 302]
    assert OutgoingMail.objects.count() == 1


def test_what_goes_by_mail_has_no_letter(cast: Cast, sign_in: SignIn) -> None:
    mailed = invite(cast)
    page = sign_in("dewi").get(f"/n/de-linde/uitnodigingen/{mailed.uuid}/brief/")
    assert page.status_code == 404
