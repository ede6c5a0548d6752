"""A complaint: told by anybody, to one independent person, answered by a day (issue 5, part 5)."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core.serializers import serialize
from django.test import Client

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.mutual_aid import access_complaints
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import Complaint, HelpSettings
from wijknetwerk.mutual_aid.personal_data_concerns import ConcernsData
from wijknetwerk.mutual_aid.selectors import complaints as selectors
from wijknetwerk.mutual_aid.services import complaint_follows, complaints
from wijknetwerk.mutual_aid.services.complaints import Complained, NobodyIndependent, Receipt

AT = "/n/de-linde/klachten/"
TO = "marga@buiten.example"
WORDS = "De vrijwilliger kwam drie keer niet."
SENT = {
    "against": "helper",
    "words": WORDS,
    "reached_by": "mail",
    "email": "geert@voorbeeld.example",
    "name": "Geert Mulder",
}


@pytest.fixture
def marga(cast: Cast) -> HelpSettings:
    """Marga, of outside the network, is the independent person."""
    with scope.acting(SYSTEM):
        return HelpSettings.objects.create(
            network=cast.linde,
            independent_name="Marga de Boer",
            independent_phone="0265550123",
            independent_email=TO,
        )


def tell(cast: Cast, name: str = "", **said: str) -> tuple[Complaint, Receipt]:
    actor = cast.actor(name) if name else Actor.anonymous()
    told = Complained(**{"against": "helper", "words": WORDS, **said})  # type: ignore[arg-type]
    with scope.acting(actor), access_complaints.network_of_route(actor, "de-linde") as network:
        receipt = complaints.tell(actor=actor, network=network, told=told)
    return Complaint._base_manager.select_related("network").latest("pk"), receipt


def as_holder(made: Complaint, purpose: str, act: str, **said: str) -> None:
    actor = Actor.anonymous()
    with scope.acting(actor), scope.including(made.network_id, made.network.uuid):
        hand = access_complaints.ComplaintHand(
            actor.as_holder(purpose), made, purpose == access_complaints.INDEPENDENT
        )
        complaints.step(hand=hand, act=access_complaints.DO[act], **said)


def mails(what: str) -> list[OutgoingMail]:
    return [mail for mail in OutgoingMail.objects.order_by("pk") if mail.to_address == what]


def link_in(mail: OutgoingMail) -> str:
    found = re.search(r"https?://[^/]+(/klacht/\S+)", mail.body)
    assert found
    return found[1]


def test_a_stranger_complains_and_reads_the_answer(cast: Cast, marga: HelpSettings) -> None:
    client, other, bystander = Client(), Client(), Client()
    route = client.get(AT).content.decode()
    assert "Marga de Boer" in route
    assert 'href="tel:112">112</a>' in route
    assert client.post(f"{AT}vertellen/", SENT)["Location"] == "/klacht/ontvangen/"
    page = client.get("/klacht/ontvangen/").content.decode()
    code = re.search(r"[A-Z0-9]{5}-[A-Z0-9]{5}", page)
    assert code
    receipt = client.get("/klacht/ontvangen/brief.pdf")
    assert receipt.content.startswith(b"%PDF-")
    assert bystander.get("/klacht/ontvangen/").status_code == 302
    assert bystander.post("/klacht/code/", {"code": code[0]})["Location"] == "/klacht/volgen/"
    assert WORDS in bystander.get("/klacht/volgen/").content.decode()

    (mail,) = mails(TO)
    assert WORDS not in mail.subject + mail.body
    at = link_in(mail)
    assert WORDS not in other.get(at).content.decode()
    assert other.get("/klacht/lezen/").status_code == 404
    assert other.post(at)["Location"] == "/klacht/lezen/code/"
    number = re.search(r"\d{4}-\d{4}", mails(TO)[-1].body)
    assert number
    assert other.post("/klacht/lezen/code/", {"code": "0000-0000"}).status_code == 200
    assert other.post("/klacht/lezen/code/", {"code": number[0]}).status_code == 302
    assert WORDS in other.get("/klacht/lezen/").content.decode()
    assert other.post("/klacht/lezen/").status_code == 302
    assert Complaint._base_manager.get().state == "looking"
    said = {"answer": "Dat spijt mij. Er komt iemand anders."}
    assert other.post("/klacht/lezen/", said).status_code == 302
    assert other.get("/klacht/lezen/brief.pdf").content.startswith(b"%PDF-")

    ready = mails("geert@voorbeeld.example")[-1]
    assert "Er komt iemand anders" not in ready.subject + ready.body
    assert "Er komt iemand anders" in Client().get(link_in(ready)).content.decode()


def test_nobody_of_the_network_reads_it(cast: Cast, marga: HelpSettings, sign_in: SignIn) -> None:
    made, _receipt = tell(cast, "amina")
    for name in ("dewi", "ad", "joost", "priya", "bas"):
        assert sign_in(name).get(f"{AT}{made.uuid}/").status_code == 404
        assert sign_in(name).get(f"{AT}{made.uuid}/antwoord/").status_code == 404
    assert WORDS in sign_in("amina").get(f"{AT}{made.uuid}/").content.decode()
    assert sign_in("amina").get(f"{AT}{made.uuid}/antwoord/").status_code == 404
    with scope.acting(SYSTEM):
        assert WORDS not in serialize("json", Complaint.objects.all())


def test_who_notes_it_for_somebody_reads_no_more(cast: Cast, marga: HelpSettings) -> None:
    made, _receipt = tell(cast, "bas", came_by="phone", reached_by="phone", phone="0612345678")
    actor = cast.actor("bas")
    with scope.acting(actor), pytest.raises(NotFound):
        access_complaints.complaint_for(actor, cast.linde, made.uuid)
    assert made.person_id is None


def test_an_independent_member_answers_signed_in(
    cast: Cast, marga: HelpSettings, sign_in: SignIn
) -> None:
    with scope.acting(SYSTEM):
        marga.independent_email = "ben@voorbeeld.example"
        marga.save()
    made, _receipt = tell(cast, "amina")
    ben = sign_in("ben")
    EmailAddress.objects.filter(user=cast.ben).update(verified=False)
    assert ben.get(f"{AT}{made.uuid}/antwoord/").status_code == 404, "an address to be confirmed"
    EmailAddress.objects.filter(user=cast.ben).update(verified=True)
    assert WORDS in ben.get(f"{AT}{made.uuid}/antwoord/").content.decode()
    assert "Er wacht iets voor u" in ben.get("/vandaag/").content.decode()
    assert ben.post(f"{AT}{made.uuid}/antwoord/", {"answer": "Wij bellen u."}).status_code == 302
    assert "Er wacht iets voor u" not in ben.get("/vandaag/").content.decode()
    amina = sign_in("amina")
    assert "Er is een antwoord voor u" in amina.get("/vandaag/").content.decode()
    assert "Wij bellen u." in amina.get(f"{AT}{made.uuid}/").content.decode()


def test_not_to_the_one_it_is_about_and_not_to_nobody(cast: Cast, marga: HelpSettings) -> None:
    for said in ({"about": "marga de boer"}, {"about_them": "on"}):
        with pytest.raises(NobodyIndependent):
            tell(cast, **said)
    with scope.acting(SYSTEM):
        marga.delete()
    with pytest.raises(NobodyIndependent):
        tell(cast)
    assert not Complaint._base_manager.exists()
    page = Client().get(AT).content.decode()
    assert "cliëntondersteuning" in page
    assert f"{AT}vertellen/" not in page


def test_naming_another_opens_nothing_that_came_before(cast: Cast, marga: HelpSettings) -> None:
    made, _receipt = tell(cast, "amina")
    EmailAddress.objects.update_or_create(
        user=cast.ad, email="ad@voorbeeld.example", defaults={"verified": True, "primary": True}
    )
    with scope.acting(SYSTEM):
        marga.independent_email = "ad@voorbeeld.example"
        marga.save()
    actor = cast.actor("ad")
    with scope.acting(actor), pytest.raises(NotFound):
        access_complaints.complaint_for(actor, cast.linde, made.uuid)


def test_only_steps_of_the_table_and_each_by_its_own_side(cast: Cast, marga: HelpSettings) -> None:
    own, to = access_complaints.OWN, access_complaints.INDEPENDENT
    made, _receipt = tell(cast)
    for purpose, act in ((own, "answer"), (own, "look_into"), (to, "withdraw")):
        with pytest.raises(NotAllowed):
            as_holder(made, purpose, act, **({"answer": "Ja."} if act == "answer" else {}))
    as_holder(made, to, "look_into")
    as_holder(made, own, "withdraw")
    for purpose, act in ((to, "look_into"), (to, "answer"), (own, "withdraw")):
        with pytest.raises(NotNow):
            as_holder(made, purpose, act, **({"answer": "Ja."} if act == "answer" else {}))


def test_reminded_before_and_sorry_after_the_day(
    cast: Cast, marga: HelpSettings, sign_in: SignIn
) -> None:
    made, _receipt = tell(cast, "amina")
    assert made.answer_by == TODAY + timedelta(days=28)
    counts = []
    for days in (20, 21, 22, 28, 29, 30):
        with clock.frozen(NOW + timedelta(days=days)), scope.acting(SYSTEM):
            counts.append(complaint_follows.remind())
    assert counts == [0, 1, 0, 0, 1, 0]
    with clock.frozen(NOW + timedelta(days=28)):
        assert "Sorry" not in sign_in("amina").get(f"{AT}{made.uuid}/").content.decode()
    with clock.frozen(NOW + timedelta(days=29)):
        assert "Sorry" in sign_in("amina").get(f"{AT}{made.uuid}/").content.decode()


def test_counted_a_year_and_never_below_five(cast: Cast, marga: HelpSettings) -> None:
    for number in range(5):
        with scope.acting(SYSTEM):
            assert selectors.of_year(cast.linde, 2026) is None, number
        tell(cast)
    with scope.acting(SYSTEM):
        assert selectors.of_year(cast.linde, 2026) == 5
        assert selectors.of_year(cast.linde, 2025) is None


def test_own_data_and_keeping(cast: Cast, marga: HelpSettings) -> None:
    made, _receipt = tell(cast, "amina", email="amina@thuis.example")
    person = cast.people["amina"].uuid
    assert WORDS in str(list(ConcernsData().export(person_uuid=person)))
    ConcernsData().erase(actor=SYSTEM, person_uuid=person)
    row = Complaint._base_manager.get()
    assert (row.person_id, bool(row.email), row.words.read()) == (None, False, WORDS)
    as_holder(made, access_complaints.INDEPENDENT, "answer", answer="Het spijt ons.")
    with clock.frozen(NOW + timedelta(days=366)), scope.acting(SYSTEM):
        assert complaints.forget(before=clock.now() - complaints.KEPT) == 1
    with pytest.raises(NotFound):  # whoever had the page open at that very moment
        as_holder(made, access_complaints.INDEPENDENT, "look_into")


def test_the_form_on_paper(cast: Cast, marga: HelpSettings) -> None:
    assert Client().get(f"{AT}formulier.pdf").content.startswith(b"%PDF-")
