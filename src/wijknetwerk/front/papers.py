"""The papers of telling: a letter, a poster with numbers to tear off, a flyer and a page."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import segno
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words
from wijknetwerk.front import telling
from wijknetwerk.front.telling import Words

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

FOLDER = Path(__file__).resolve().parent / "typst"
STRIPS = 9


def make(piece: str, network: "Network", words: Words, link: str) -> bytes:
    """The PDF of one of `telling.PAPERS`; the same words give the same paper on the same day."""
    language = (get_language() or "nl")[:2]
    return pdf.render(FOLDER / f"{piece}.typ", _data(network, words, link), language=language)


def _data(network: "Network", words: Words, link: str) -> dict[str, object]:
    facts = [
        [_("When"), words.when],
        [_("Where"), words.where],
        [_("Good to know"), words.more],
    ]
    return {
        "title": words.heading,
        "network": network.name,
        "place": network.place_text if network.place_text != network.name else "",
        "paragraphs": [one for one in words.why.splitlines() if one.strip()],
        "facts": [fact for fact in facts if fact[1]],
        "call": _("Call") if words.phone else "",
        "phone": words.phone,
        "who": words.who,
        "qr": _qr(link) if link else "",
        "qr_alt": _("Picture for the camera of your phone. It opens our page."),
        "link": telling.short(link, network),
        "link_words": _("Everything is also at:") if link else "",
        "date": date_words(clock.today(), weekday=False),
        "opening": _("Dear neighbour,"),
        "closing": _("With kind regards,"),
        "welcome": _("You need not sign up for anything. You may also just call and ask."),
        "strip": words.heading,
        "strips": STRIPS,
    }


def _qr(link: str) -> str:
    """As SVG; dark on white, because a camera reads it from paper."""
    out = io.BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", scale=4, border=1)
    return out.getvalue().decode()
