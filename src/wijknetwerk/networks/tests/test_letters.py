"""The letter of an invitation: its code works, it can be read aloud, the same makes the same."""

import io

from pypdf import PdfReader

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.pdf import render
from wijknetwerk.networks.services import letters
from wijknetwerk.networks.tests.inviting import fresh, invite

LETTER = {
    "way": "letter",
    "email": "",
    "name": "Mevrouw T. Bakker",
    "address_lines": "Honigkamp 12\n6826 AA Arnhem",
    "message": "Fijn dat ik u sprak. #set text(red) *sterk* $x$",
}


def pdf_of(cast: Cast, sign_in: SignIn, **wish: object) -> PdfReader:
    made = invite(cast, **{**LETTER, **wish})
    answer = sign_in("dewi").post(f"/n/de-linde/uitnodigingen/{made.uuid}/brief/")
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def test_it_says_who_what_and_how_without_a_computer(cast: Cast, sign_in: SignIn) -> None:
    cast.linde.phone = "0265550100"
    cast.linde.save()
    text = " ".join(pdf_of(cast, sign_in).pages[0].extract_text().split())
    for said in ("Mevrouw T. Bakker", "Honigkamp 12", "De Linde", "Dewi Kusuma"):
        assert said in text
    assert "026 – 555 01 00" in text
    assert "geen computer" in text


def test_own_words_are_only_text(cast: Cast, sign_in: SignIn) -> None:
    text = " ".join(pdf_of(cast, sign_in).pages[0].extract_text().split())
    assert "#set text(red) *sterk* $x$" in text


def test_it_is_tagged_with_a_title_and_a_language(cast: Cast, sign_in: SignIn) -> None:
    for language, word in (("nl", "Doet u mee"), ("en", "Will you take part")):
        pdf = pdf_of(cast, sign_in, language=language)
        root = pdf.trailer["/Root"]
        assert root["/Lang"] == language
        assert root["/MarkInfo"]["/Marked"]
        assert root["/StructTreeRoot"]["/K"]
        assert word in str(pdf.metadata.title if pdf.metadata else "")


def test_it_fits_on_one_page_with_long_own_words(cast: Cast, sign_in: SignIn) -> None:
    assert len(pdf_of(cast, sign_in, message="Wat fijn. " * 30).pages) == 1


def test_letters_are_large(cast: Cast, sign_in: SignIn) -> None:
    sizes: list[float] = []

    def note(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        if len(text.strip()) > 20:
            sizes.append(size)

    pdf_of(cast, sign_in).pages[0].extract_text(visitor_text=note)
    assert sizes
    assert sorted(sizes)[len(sizes) // 2] >= 14


def test_the_same_data_make_the_same_bytes(cast: Cast) -> None:
    made = invite(cast, **LETTER)
    with scope.acting(cast.actor("dewi")):
        words = letters._words(fresh(made), "ACDEF-GHJKM")
    made_twice = {render(letters.LETTER, words, language="nl") for _each in range(2)}
    assert len(made_twice) == 1


def test_the_code_is_in_no_address_that_a_server_sees(cast: Cast) -> None:
    made = invite(cast, **LETTER)
    with scope.acting(cast.actor("dewi")):
        words = letters._words(fresh(made), "ACDEF-GHJKM")
    assert words["qr"] == letters._qr("http://localhost:8000/meedoen/#ACDEF-GHJKM")


def test_a_new_letter_ends_the_code_of_the_old_one(cast: Cast, sign_in: SignIn) -> None:
    made = invite(cast, **LETTER)
    address = f"/n/de-linde/uitnodigingen/{made.uuid}/brief/"
    browser = sign_in("dewi")
    codes = []
    for _each in range(2):
        text = PdfReader(io.BytesIO(browser.post(address).content)).pages[0].extract_text()
        codes.append(text.partition("Uw code")[2].split()[0])
    answers = [browser.post("/meedoen/", {"code": code}).status_code for code in codes]
    assert answers == [200, 302]


def test_who_reads_the_name_and_address_of_a_letter_is_on_record(
    cast: Cast, sign_in: SignIn
) -> None:
    made = invite(cast, **LETTER)
    desk = sign_in("joost", second_factor=False)
    address = f"/n/de-linde/uitnodigingen/{made.uuid}/brief/"
    for answer in (desk.get(address), desk.post(address)):
        assert answer.status_code == 200
    with scope.acting(SYSTEM):
        looks = LogEntry.objects.filter(event="networks.invitation_looked_at")
        assert {(look.object_uuid, look.user_uuid) for look in looks} == {
            (str(made.uuid), cast.people["joost"].uuid)
        }
        assert looks.count() == 2
