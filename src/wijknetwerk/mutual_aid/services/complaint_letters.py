"""Complaints on paper: the form to fill in, the receipt, and the answer."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.mutual_aid.models import Complaint
from wijknetwerk.mutual_aid.selectors import complaints as selectors
from wijknetwerk.mutual_aid.services.complaints import Receipt

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LETTERS = Path(__file__).resolve().parent.parent / "letters"


def receipt_of(kept: Mapping[str, str]) -> Receipt:
    """The receipt as a browser kept it for a moment."""
    return Receipt(
        network=kept["network"],
        phone=kept["phone"],
        to_name=kept["to_name"],
        answer_by=date.fromisoformat(kept["answer_by"]),
        received_on=date.fromisoformat(kept["received_on"]),
        code=kept["code"],
        name=kept["name"],
        address=kept["address"],
    )


def form(network: "Network", *, language: str) -> bytes:
    """The empty form."""
    with translation.override(language):
        route = selectors.route(network)
        who = route.name or _("the independent person")
        data = {
            "title": _("I have a complaint"),
            "network": network.name,
            "opening": _("%(who)s reads this, and nobody else. You hear back within %(num)s days.")
            % {"who": who, "num": route.days},
            "questions": [
                {"label": _("What is it about, or about whom?"), "lines": 2},
                {"label": _("What happened?"), "lines": 10},
                {"label": _("What would help you?"), "lines": 3},
                {"label": _("Your name, and your number or address"), "lines": 3},
            ],
            "closing": _("Give this in a closed envelope, for %(who)s.") % {"who": who},
            "phone": _phone(route.phone or network.phone),
        }
        return pdf.render(LETTERS / "complaint_form.typ", data, language=language)


def receipt(said: Receipt, *, language: str) -> bytes:
    """The letter that says that it came in, with the code."""
    with translation.override(language):
        where = settings.SITE_URL + reverse("mutual_aid:complaint_code")
        data = {
            **_head(said.network, said.name, said.address),
            "title": _("We received your complaint"),
            "paragraphs": [
                _("Your complaint came in on %(day)s.") % {"day": _day(said.received_on)},
                _("%(who)s reads it and answers before %(day)s. Nobody else reads it.")
                % {"who": said.to_name, "day": _day(said.answer_by)},
                _("Do you want to see how it stands? Go to %(where)s and type this code:")
                % {"where": where.split("://")[-1]},
            ],
            "code": said.code,
            "after": [_("You can take your complaint back there too."), _phone(said.phone)],
            "sender": said.network,
        }
        return pdf.render(LETTERS / "complaint_letter.typ", data, language=language)


def answer(row: Complaint, *, language: str) -> bytes:
    """The answer to a complaint."""
    with translation.override(language):
        day = _day(clock.local_day(row.received_at))
        data = {
            **_head(row.network.name, selectors.name_of(row), row.address.read()),
            "title": _("The answer to your complaint"),
            "paragraphs": [
                _("On %(day)s you told us a complaint. This is my answer.") % {"day": day},
                *(line for line in row.answer.read().splitlines() if line.strip()),
            ],
            "code": "",
            "after": [
                _("Do you disagree? Call the municipality, and ask for free client support."),
                _phone(row.to_phone or row.network.phone),
            ],
            "sender": row.to_name,
        }
        return pdf.render(LETTERS / "complaint_letter.typ", data, language=language)


def _head(network: str, name: str, address: str) -> dict[str, object]:
    return {
        "network": network,
        "to": [line for line in (name, *address.splitlines()) if line],
        "date": date_words(clock.now()),
        "opening": _("Dear %(name)s,") % {"name": name} if name else _("Good day,"),
        "closing": _("With kind regards,"),
    }


def _day(day: date) -> str:
    return date_words(day, weekday=False)


def _phone(number: str) -> str:
    return (
        _("Do you have a question? Call %(number)s.") % {"number": phone_words(number)}
        if number
        else ""
    )
