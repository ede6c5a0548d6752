"""What a network settled for help, in words; with the texts that we ship where it wrote none."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wijknetwerk.mutual_aid.models import FactKind, HelperFact, HelpSettings, Neighbour
from wijknetwerk.mutual_aid.selectors import settled

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

CONTENT = Path(__file__).resolve().parent.parent / "content"


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody who is there for something; without a name it is vacant."""

    title: str | Promise
    name: str
    phone: str = ""
    email: str = ""
    vacant: str | Promise = ""
    """What it means that nobody does it."""


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """What is settled."""

    posts: list[Post]
    lapse_days: int
    check_weeks: int
    complaint_days: int
    own_code: bool
    own_insurance: bool


def settings_page(network: "Network") -> SettingsPage:
    """One query."""
    row = settled.of(network)
    return SettingsPage(
        posts=_posts(row),
        lapse_days=row.lapse_days,
        check_weeks=row.check_weeks,
        complaint_days=row.complaint_days,
        own_code=bool(row.code_of_conduct),
        own_insurance=bool(row.insurance),
    )


def _posts(row: HelpSettings) -> list[Post]:
    first, other = row.concerns_to, row.concerns_else
    return [
        Post(
            _("Hears complaints, and is independent"),
            row.independent_name,
            row.independent_phone,
            row.independent_email,
            _("Who has a complaint can't go to anybody independent."),
        ),
        Post(
            _("Hears it when somebody is worried about a neighbour"),
            first.person.name if first else "",
            vacant=_("Who runs the desk hears it."),
        ),
        Post(
            _("Hears it when it is about that person or their family"),
            other.person.name if other else "",
            vacant=_("A worry about who hears worries has no way yet."),
        ),
        Post(
            _("Follows the reporting code (meldcode)"),
            row.meldcode_name,
            row.meldcode_phone,
            vacant=_("Advice is always there: Veilig Thuis, 0800-2000, day and night."),
        ),
    ]


def vacancies(row: HelpSettings) -> int:
    """How many of the people who must be there are not named; who hears worries is the desk."""
    named = (row.independent_name, row.concerns_else, row.meldcode_name)
    return sum(not one for one in named)


def code_of_conduct(network: "Network") -> str:
    """The network's own, or ours; Markdown."""
    return settled.of(network).code_of_conduct or shipped("code-of-conduct")


def insurance(network: "Network") -> str:
    """How volunteers are insured: the network's own text, or ours; Markdown."""
    return settled.of(network).insurance or shipped("insurance")


def shipped(name: str) -> str:
    """A text of ours in the reader's language."""
    language = "en" if (get_language() or "nl").startswith("en") else "nl"
    return _read(name, language)


@cache
def _read(name: str, language: str) -> str:
    return (CONTENT / f"{name}.{language}.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Signed:
    """When a helper last agreed with the code of conduct, and whether that was the text of now."""

    on: date
    is_older: bool


def signed_by(helper: Neighbour) -> Signed | None:
    """None for who never agreed."""
    rows = HelperFact.objects.filter(helper=helper, kind=FactKind.CODE_SIGNED)
    row = rows.order_by("-code_version", "-on").first()
    if row is None:
        return None
    return Signed(row.on, (row.code_version or 1) < settled.of(helper.network).code_version)
