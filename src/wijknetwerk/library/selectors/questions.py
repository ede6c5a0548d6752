"""Questions of residents: the public entrance to all that is here."""

from dataclasses import dataclass

from wijknetwerk.core.addresses import address
from wijknetwerk.library import access
from wijknetwerk.library.models import PageKind
from wijknetwerk.library.selectors.shown import language_now


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list, with its answer in one sentence."""

    title: str
    summary: str
    url: str
    language: str


def questions() -> list[QuestionLine]:
    """All of them in their order, in the reader's language where they can be. One query."""
    rows = access.published(PageKind.QUESTION).defer("body", "words").order_by("pk")
    chosen = {}
    for row in rows:
        if row.page.code not in chosen or row.page.language == language_now():
            chosen[row.page.code] = row
    ordered = sorted(chosen.values(), key=lambda row: (row.about.get("order", 100), row.title))
    return [
        QuestionLine(
            row.title,
            row.summary,
            str(address("library:question", code=row.page.code)),
            row.page.language,
        )
        for row in ordered
    ]
