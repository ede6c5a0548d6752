"""Who is noted down for hears it: by mail, on Vandaag, or by a letter from the page of the call."""

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import registries, scope
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.selectors.noted_told import NOTED
from wijknetwerk.networks.services import calls, mandates
from wijknetwerk.notices.models import Waiting


def note(cast: Cast, name: str) -> None:
    joost = cast.actor("joost")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members[name].uuid)
        mandates.give(actor=joost, member=member, ground="phone")
        calls.set_phone_for(actor=joost, member=member, phone="0265550199")


def test_who_has_mail_hears_who_noted_what_and_how_to_stop_it(cast: Cast) -> None:
    note(cast, "amina")
    yes, phone = OutgoingMail.objects.filter(purpose=NOTED).order_by("pk")
    assert {yes.to_address, phone.to_address} == {"amina@voorbeeld.example"}
    assert "Joost" in yes.body
    assert "telefoonnummer" in phone.body
    assert "0265550199" not in phone.body
    for mail in (yes, phone):
        assert "/n/de-linde/mijn-plek/" in mail.body
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(kind=NOTED).exists()


def test_who_signs_in_by_name_code_reads_it_on_vandaag_until_it_stops(cast: Cast) -> None:
    type(cast.bakker).objects.filter(pk=cast.bakker.pk).update(login_name="tulp-fiets-48")
    note(cast, "bakker")
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind=NOTED, done_at=None)
        assert [(row.person_id, row.duty) for row in rows] == [(cast.bakker.pk, False)]
        wanted = registries.waiting_kinds[NOTED].wanted()
        assert [one.person_id for one in wanted] == [cast.bakker.pk]
    bakker = cast.actor("bakker")
    with scope.acting(bakker):
        mandates.end_own(actor=bakker, network=cast.linde)
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(kind=NOTED, done_at=None).exists()


def test_who_has_neither_gets_the_letter(cast: Cast) -> None:
    type(cast.bakker).objects.filter(pk=cast.bakker.pk).update(login_name=None)
    note(cast, "bakker")
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(kind=NOTED).exists()
    assert not OutgoingMail.objects.filter(purpose=NOTED).exists()
