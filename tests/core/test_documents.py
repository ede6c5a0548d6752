"""Papers and files as answers: kind, file name, shown or saved."""

import pytest

from wijknetwerk.core import documents

pytestmark = pytest.mark.once


def test_a_paper_opens_in_the_browser_under_a_name_of_its_own() -> None:
    """A name that somebody typed brings nothing into the header."""
    answer = documents.pdf(b"%PDF-", 'Onze "Buurt"\r\nX-Evil: 1')
    assert answer.content == b"%PDF-"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'inline; filename="onze-buurt-x-evil-1.pdf"'


def test_what_is_made_once_and_other_kinds_are_saved() -> None:
    """A letter with a new code can't be made again; a table is no page."""
    letter = documents.pdf(b"%PDF-", "brief", to_keep=True)
    assert letter["Content-Disposition"] == 'attachment; filename="brief.pdf"'
    table = documents.document(b"a;b", "text/csv", "lijst.csv")
    assert table["Content-Type"] == "text/csv"
    assert table["Content-Disposition"] == 'attachment; filename="lijst.csv"'
