"""Joining by link, by the code of a letter, with and without e-mail, and by asking."""

import io
import re

import pytest
from django.test import Client
from pypdf import PdfReader

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry, OutgoingMail
from wijknetwerk.networks.models import (
    InvitationState,
    JoinRequest,
    Membership,
    MembershipRole,
    Network,
    Partner,
)
from wijknetwerk.networks.services import invitations
from wijknetwerk.networks.tests.inviting import fresh, invite, secret_of

NEW = {"given_name": "Nel", "family_name": "Bos", "email": "nel@voorbeeld.example"}


def memberships(cast: Cast, email: str) -> list[Membership]:
    with scope.acting(SYSTEM):
        return list(Membership.objects.filter(network=cast.linde, person__email=email))


def letter_code(cast: Cast, **wish: object) -> str:
    made = invite(cast, way="letter", email="", **wish)
    actor = cast.actor("dewi")
    with scope.acting(actor):
        pdf = invitations.make_letter(actor=actor, network=cast.linde, invitation=made.uuid)
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    found = re.search(r"[A-Z0-9]{5}-[A-Z0-9]{5}", text)
    assert found is not None
    return found[0]


def mailed_code(email: str) -> str:
    mail = OutgoingMail.objects.filter(to_address=email, purpose="networks.join_code").latest("pk")
    found = re.search(r"\d{4}-\d{4}", mail.body)
    assert found is not None
    return found[0]


def open_link(browser: Client, secret: str) -> None:
    answer = browser.post(f"/meedoen/link/{secret}/", {"act": "begin"})
    assert answer["Location"] == "/meedoen/uitnodiging/"


def test_who_is_signed_in_joins_with_one_tap(cast: Cast, sign_in: SignIn) -> None:
    made = invite(cast, email="sam@voorbeeld.example", role="board")
    answer = sign_in("sam").post(
        f"/meedoen/link/{secret_of('sam@voorbeeld.example')}/", {"act": "accept"}
    )
    assert answer["Location"] == "/n/de-linde/wat-geeft-u-energie/"
    assert cast.actor("sam").has_role(cast.linde.pk, "board")
    stored = fresh(made)
    assert stored.state == InvitationState.ACCEPTED
    assert stored.membership.person_id == cast.sam.pk


def test_a_link_works_once(cast: Cast, sign_in: SignIn) -> None:
    invite(cast, email="sam@voorbeeld.example")
    secret = secret_of("sam@voorbeeld.example")
    sign_in("sam").post(f"/meedoen/link/{secret}/", {"act": "accept"})
    assert Client().get(f"/meedoen/link/{secret}/").status_code == 404
    later = sign_in("farid").post(f"/meedoen/link/{secret}/", {"act": "accept"})
    assert later.status_code == 404
    assert cast.actor("farid").standing_in(cast.linde.pk) is None


def test_no_thank_you_takes_one_tap_and_no_account(cast: Cast) -> None:
    made = invite(cast)
    secret = secret_of()
    answer = Client().post(f"/meedoen/link/{secret}/", {"act": "decline"})
    assert answer["Location"] == "/meedoen/nee/"
    assert fresh(made).state == InvitationState.DECLINED
    assert Client().get(f"/meedoen/link/{secret}/").status_code == 404


def test_somebody_new_joins_with_a_code_by_mail(cast: Cast) -> None:
    invite(cast)
    browser = Client()
    open_link(browser, secret_of())
    assert browser.post("/meedoen/uitnodiging/", NEW)["Location"] == "/meedoen/code-per-mail/"
    assert not Person.objects.filter(email=NEW["email"]).exists()
    code = mailed_code(NEW["email"])
    answer = browser.post("/meedoen/code-per-mail/", {"code": code})
    assert answer["Location"] == "/n/de-linde/wat-geeft-u-energie/"
    assert len(memberships(cast, NEW["email"])) == 1
    assert browser.get("/n/de-linde/leden/").status_code == 200
    assert "Nel Bos" in browser.get("/n/de-linde/leden/").text


def test_a_wrong_code_joins_nobody(cast: Cast) -> None:
    invite(cast)
    browser = Client()
    open_link(browser, secret_of())
    browser.post("/meedoen/uitnodiging/", NEW)
    assert browser.post("/meedoen/code-per-mail/", {"code": "0000-0000"}).status_code == 200
    assert memberships(cast, NEW["email"]) == []


def test_withdrawn_while_the_code_was_on_its_way(cast: Cast) -> None:
    made = invite(cast)
    browser = Client()
    open_link(browser, secret_of())
    browser.post("/meedoen/uitnodiging/", NEW)
    actor = cast.actor("dewi")
    with scope.acting(actor):
        invitations.withdraw(actor=actor, network=cast.linde, invitation=made.uuid)
    answer = browser.post("/meedoen/code-per-mail/", {"code": mailed_code(NEW["email"])})
    assert answer.status_code == 404
    assert not Person.objects.filter(email=NEW["email"]).exists()


def test_an_address_with_an_account_looks_like_one_without(cast: Cast) -> None:
    pages = []
    for email in ("sam@voorbeeld.example", "nieuw@voorbeeld.example"):
        invite(cast, email=f"x{email}")
        browser = Client()
        open_link(browser, secret_of(f"x{email}"))
        answer = browser.post("/meedoen/uitnodiging/", {**NEW, "email": email})
        page = browser.get(answer["Location"]).text.replace(email, "ADDRESS")
        body = page.partition("<main")[2].partition("</main")[0]
        pages.append((answer.status_code, re.sub(r'value="[^"]{20,}"', "", body)))
    assert pages[0] == pages[1]


def test_an_existing_person_with_the_code_joins_as_themselves(cast: Cast) -> None:
    invite(cast)
    browser = Client()
    open_link(browser, secret_of())
    email = "sam@voorbeeld.example"
    browser.post("/meedoen/uitnodiging/", {**NEW, "email": email})
    browser.post("/meedoen/code-per-mail/", {"code": mailed_code(email)})
    assert [row.person_id for row in memberships(cast, email)] == [cast.sam.pk]
    assert Person.objects.filter(given_name="Nel").count() == 0


@pytest.mark.parametrize("change", [str, str.lower, lambda code: f" {code[:3]} {code[3:]} "])
def test_the_code_of_a_letter_may_be_typed_as_people_type(cast: Cast, change: object) -> None:
    code = letter_code(cast)
    browser = Client()
    answer = browser.post("/meedoen/", {"code": change(code)})  # type: ignore[operator]
    assert answer["Location"] == "/meedoen/uitnodiging/"
    assert "Dewi Kusuma" in browser.get("/meedoen/uitnodiging/").text


def test_a_wrong_letter_code_keeps_what_was_typed(cast: Cast) -> None:
    page = Client().post("/meedoen/", {"code": "ACDEF-GHJKM"})
    assert page.status_code == 200
    assert "ACDEF-GHJKM" in page.text
    assert 'id="id_code-error"' in page.text


def test_guessing_codes_is_stopped(cast: Cast) -> None:
    browser = Client()
    statuses = [
        browser.post("/meedoen/", {"code": f"ACDEF-GHJ{a}{b}"}).status_code
        for a in "ACDE"
        for b in "ACD"
    ]
    assert statuses[0] == 200
    assert statuses[-1] == 429


def join_without_email(cast: Cast, password: str) -> Client:
    browser = Client()
    browser.post("/meedoen/", {"code": letter_code(cast, name="Truus Blom")})
    who = {"given_name": "Truus", "family_name": "Blom", "phone": "026 555 01 99"}
    assert browser.post("/meedoen/uitnodiging/", who)["Location"] == "/meedoen/zonder-e-mail/"
    answer = browser.post("/meedoen/zonder-e-mail/", {"password": password})
    assert answer["Location"] == "/meedoen/klaar/"
    return browser


def test_who_does_not_sign_in_can_say_on_joining_what_gives_energy(cast: Cast) -> None:
    browser = Client()
    browser.post("/meedoen/", {"code": letter_code(cast, name="Truus Blom")})
    browser.post("/meedoen/uitnodiging/", {"given_name": "Truus", "family_name": "Blom"})
    page = browser.get("/meedoen/zonder-e-mail/").content.decode()
    assert page.count('name="energies"') == 5
    said = {"password": "", "energies": ["listener", "doer"]}
    assert browser.post("/meedoen/zonder-e-mail/", said)["Location"] == "/meedoen/klaar/"
    with scope.acting(SYSTEM):
        member = Membership.objects.get(person__family_name="Blom", person__given_name="Truus")
        assert member.energies == ["doer", "listener"]


def test_without_e_mail_one_takes_full_part(cast: Cast) -> None:
    browser = join_without_email(cast, "")
    person = Person.objects.get(given_name="Truus", family_name="Blom")
    assert person.email is None
    assert person.made_in_network == cast.linde.uuid
    with scope.acting(SYSTEM):
        assert Membership.objects.filter(person=person, network=cast.linde).exists()
    assert browser.get("/meedoen/klaar/").status_code == 200
    assert browser.get("/n/de-linde/leden/").status_code == 302


def test_without_e_mail_one_can_sign_in_with_a_name_code(cast: Cast) -> None:
    browser = join_without_email(cast, "vier woorden achter elkaar")
    person = Person.objects.get(given_name="Truus", family_name="Blom")
    assert person.login_name
    assert person.login_name in browser.get("/meedoen/klaar/").text
    assert browser.get("/n/de-linde/leden/").status_code == 200


def test_the_desk_sees_who_joined_without_e_mail(cast: Cast, sign_in: SignIn) -> None:
    join_without_email(cast, "")
    page = sign_in("joost").get("/n/de-linde/leden/beheer/").text
    assert "Truus Blom" in page
    assert "026 – 555 01 99" in page


def test_an_invitation_to_a_party_gives_party_profession_and_role(
    cast: Cast, sign_in: SignIn
) -> None:
    with scope.acting(SYSTEM):
        partner = Partner.objects.get(network=cast.linde)
    invite(
        cast,
        email="sam@voorbeeld.example",
        role="professional",
        partner=partner.uuid,
        discipline="district_nurse",
    )
    sign_in("sam").post(f"/meedoen/link/{secret_of('sam@voorbeeld.example')}/", {"act": "accept"})
    standing = cast.actor("sam").standing_in(cast.linde.pk)
    assert standing is not None
    assert (standing.partner_id, standing.roles) == (partner.pk, {"professional"})


def test_who_left_comes_back_as_a_new_period(cast: Cast, sign_in: SignIn) -> None:
    invite(cast, email="otto@voorbeeld.example")
    sign_in("otto").post(f"/meedoen/link/{secret_of('otto@voorbeeld.example')}/", {"act": "accept"})
    assert len(memberships(cast, "otto@voorbeeld.example")) == 2
    assert cast.actor("otto").standing_in(cast.linde.pk) is not None


def test_a_member_who_accepts_gets_the_role_and_no_second_membership(
    cast: Cast, sign_in: SignIn
) -> None:
    invite(cast, role="board")
    sign_in("amina").post(f"/meedoen/link/{secret_of()}/", {"act": "accept"})
    assert len(memberships(cast, "amina@voorbeeld.example")) == 1
    with scope.acting(SYSTEM):
        assert MembershipRole.objects.filter(person=cast.amina, role="board").count() == 1


def test_asking_to_join_where_a_network_is_open_for_it(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("sam")
    assert browser.get("/n/de-linde/meedoen/").status_code == 404
    Network.objects.filter(pk=cast.linde.pk).update(open_for_joining=True)
    for _twice in range(2):
        assert browser.post("/n/de-linde/meedoen/", {"words": "Ik woon hier"}).status_code == 302
    with scope.acting(SYSTEM):
        asked = JoinRequest.objects.get(network=cast.linde)
    assert cast.actor("sam").standing_in(cast.linde.pk) is None
    page = sign_in("joost").get("/n/de-linde/aanmeldingen/").text
    assert "Ik woon hier" in page
    sign_in("joost").post(f"/n/de-linde/aanmeldingen/{asked.uuid}/", {"answer": "yes"})
    assert cast.actor("sam").standing_in(cast.linde.pk) is not None
    assert OutgoingMail.objects.get(purpose="networks.join_answer").to_address == cast.sam.email


def test_no_to_a_request_opens_nothing(cast: Cast, sign_in: SignIn) -> None:
    Network.objects.filter(pk=cast.linde.pk).update(open_for_joining=True)
    sign_in("sam").post("/n/de-linde/meedoen/", {"words": ""})
    with scope.acting(SYSTEM):
        asked = JoinRequest.objects.get(network=cast.linde)
    sign_in("dewi").post(f"/n/de-linde/aanmeldingen/{asked.uuid}/", {"answer": "no"})
    assert cast.actor("sam").standing_in(cast.linde.pk) is None
    with scope.acting(SYSTEM):
        assert LogEntry.objects.filter(event="networks.join_declined").count() == 1
