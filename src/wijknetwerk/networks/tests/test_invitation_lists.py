"""Inviting a list: pasted or as CSV; each bad line named, the good ones kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks.models import Invitation
from wijknetwerk.networks.selectors.invitations import PeopleList, read_list
from wijknetwerk.networks.tests.inviting import invite

ADDRESS = "/n/de-linde/uitnodigen/lijst/"


def read(cast: Cast, text: str) -> PeopleList:
    with scope.acting(cast.actor("dewi")), translation.override("en"):
        return read_list(cast.linde, text)


@pytest.mark.parametrize(
    ("line", "name", "email"),
    [
        ("Nel Bos <nel@voorbeeld.example>", "Nel Bos", "nel@voorbeeld.example"),
        ("Bos, Nel <nel@voorbeeld.example>", "Bos, Nel", "nel@voorbeeld.example"),
        ("nel@voorbeeld.example", "nel", "nel@voorbeeld.example"),
        ("Nel Bos; NEL@voorbeeld.example", "Nel Bos", "nel@voorbeeld.example"),
        ("Nel,nel@voorbeeld.example", "Nel", "nel@voorbeeld.example"),
        ('"Bos, Nel",nel@voorbeeld.example', "Bos, Nel", "nel@voorbeeld.example"),
        ("nel@voorbeeld.example;Nel Bos", "Nel Bos", "nel@voorbeeld.example"),
        ("Nel\tBos\tnel@voorbeeld.example", "Nel Bos", "nel@voorbeeld.example"),
        ('=HYPERLINK("x")|; nel@voorbeeld.example', '=HYPERLINK("x")|', "nel@voorbeeld.example"),
    ],
)
def test_a_line_is_read(cast: Cast, line: str, name: str, email: str) -> None:
    found = read(cast, line)
    assert found.bad == ()
    assert [(one.name, one.email) for one in found.good] == [(name, email)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Nel Bos", "no e-mail"),
        ("Nel; nel@", "not right"),
        ("Nel; nel at voorbeeld.example", "no e-mail"),
        ("a@voorbeeld.example; b@voorbeeld.example", "more than one"),
        ("x" * 121 + "; nel@voorbeeld.example", "too long"),
        ("Amina; amina@voorbeeld.example", "takes part already"),
        ("Piet; piet@voorbeeld.example", "invited already"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_reason(cast: Cast, line: str, why: str) -> None:
    invite(cast, email="piet@voorbeeld.example")
    found = read(cast, f"Els B; elsb@voorbeeld.example\n\n{line}\nJo; jo@voorbeeld.example")
    assert [one.number for one in found.bad] == [3]
    assert why in found.bad[0].reason
    assert [one.name for one in found.good] == ["Els B", "Jo"]


def test_the_second_of_two_same_addresses_names_the_first(cast: Cast) -> None:
    found = read(cast, "Jo; jo@voorbeeld.example\nJoop; JO@voorbeeld.example")
    assert [one.name for one in found.good] == ["Jo"]
    assert found.bad[0].number == 2
    assert "line 1" in found.bad[0].reason


@pytest.mark.parametrize("head", ["", "\ufeff"])
@pytest.mark.parametrize("mark", [";", ","])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_csv_with_or_without_mark_and_head(cast: Cast, head: str, mark: str, end: str) -> None:
    lines = [f"Naam{mark}E-mail", f"Jo{mark}jo@voorbeeld.example"]
    found = read(cast, head + end.join(lines))
    assert found.bad == ()
    assert [(one.number, one.name) for one in found.good] == [(2, "Jo")]


def test_more_than_500_lines_are_left_out_and_named(cast: Cast) -> None:
    found = read(cast, "\n".join(f"N; n{number}@voorbeeld.example" for number in range(502)))
    assert (len(found.good), len(found.bad)) == (500, 2)


def test_nothing_goes_out_before_the_preview_was_sent(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    page = browser.post(ADDRESS, {"people": "Jo; jo@voorbeeld.example\nfout"})
    assert page.status_code == 200
    assert "jo@voorbeeld.example" in page.text
    assert "fout" in page.text
    assert OutgoingMail.objects.count() == 0
    answer = browser.post(ADDRESS, {"people": "Jo; jo@voorbeeld.example", "act": "send"})
    assert answer.status_code == 302
    assert [mail.to_address for mail in OutgoingMail.objects.all()] == ["jo@voorbeeld.example"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_a_csv_file_of_any_usual_kind(cast: Cast, sign_in: SignIn, encoding: str) -> None:
    raw = "naam;e-mail\nRenée;renee@voorbeeld.example\n".encode(encoding)
    file = SimpleUploadedFile("mensen.csv", raw, content_type="text/csv")
    page = sign_in("dewi").post(ADDRESS, {"file": file}).text
    assert "Renée" in page


def test_a_file_that_is_too_large_is_refused(cast: Cast, sign_in: SignIn) -> None:
    file = SimpleUploadedFile("mensen.csv", b"x" * 1_000_001)
    page = sign_in("dewi").post(ADDRESS, {"file": file})
    assert page.status_code == 200
    assert 'id="id_file-error"' in page.text


def test_a_file_of_nonsense_is_read_as_bad_lines(cast: Cast, sign_in: SignIn) -> None:
    file = SimpleUploadedFile("mensen.csv", bytes(range(256)) * 4)
    assert sign_in("dewi").post(ADDRESS, {"file": file}).status_code == 200
    with scope.acting(SYSTEM):
        assert not Invitation.objects.exists()
