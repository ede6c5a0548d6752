"""The form on paper by which somebody asks for help."""

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import pdf
from wijknetwerk.core.templating import phone_words
from wijknetwerk.mutual_aid import week
from wijknetwerk.mutual_aid.services.neighbours import SENTENCE

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

FORM = Path(__file__).resolve().parent / "letters" / "request.typ"


def forms(network: "Network", codes: list[str], name: str = "") -> bytes:
    """One sheet for each code; with the name of who it is for, when it is for somebody."""
    phone = phone_words(network.phone or settings.HELP_PHONE).replace(" ", "\N{NO-BREAK SPACE}")
    page = f"{settings.SITE_URL}{reverse('mutual_aid:request_code')}".split("//", 1)[-1]
    ways = [
        _("Keep this strip. With the code you read what we noted, and you can withdraw it."),
        _("Go to %(page)s.") % {"page": page},
    ]
    words = {
        "title": _("I look for help"),
        "network": network.name,
        "forms": [{"code": code, "name": name} for code in codes],
        "lead": _("Five questions. What you don't know stays empty."),
        "ask": _questions(),
        "days": [str(day)[:2] for day in week.DAYS],
        "parts": [str(part) for part in week.PARTS],
        "often": [_("once"), _("every week"), _("now and then")],
        "limits": _(
            "Neighbours do no care of the body, nothing with medicines or your bank card. Danger?"
            " Call 112. Ill? Call your general practice."
        ),
        "sentence": str(SENTENCE),
        "contact": _("Bring it to us, or call %(phone)s.") % {"phone": phone} if phone else "",
        "office": _("For the desk:"),
        "strip_title": _("This strip is for you"),
        "strip": [*ways, *([_("Or call %(phone)s.") % {"phone": phone}] if phone else [])],
        "strip_code": _("Your code"),
    }
    return pdf.render(FORM, words, language=get_language() or "nl")


def _questions() -> dict[str, str]:
    return {
        "what": _("1. What would you like help with?"),
        "when": _("2. When?"),
        "matters": _("3. What matters? A dog, stairs, a language"),
        "told": _("4. What may a helper know? Without your name"),
        "reach": _("5. How do we reach you?"),
        "name": _("Name"),
        "phone": _("Phone number"),
        "address": _("Street and number"),
        "pc4": _("Postcode"),
        "day": _("Date"),
        "sign": _("Signature"),
    }
