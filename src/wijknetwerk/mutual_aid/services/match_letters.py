"""Letters to asker and helper, for who hears by post (rule H5): the question to a helper, that
somebody would like to help, how to reach each other, that it ended. What each says is what that
side may know in that state, and nothing more (rule H1)."""

import io
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, pdf
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.mutual_aid import week
from wijknetwerk.mutual_aid.access import Hand, may_reach
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import Match, MatchState, Neighbour, Side
from wijknetwerk.mutual_aid.selectors.matches import letter_for
from wijknetwerk.mutual_aid.selectors.neighbours import (
    client_of,
    first_name_of,
    name_of,
    phone_of,
)
from wijknetwerk.mutual_aid.services import match_steps
from wijknetwerk.mutual_aid.services.match_follows import code_for

LETTER = Path(__file__).resolve().parent.parent / "papers" / "match_letter.typ"
LANGUAGE = "nl"  # of who takes part in nothing


@transaction.atomic
def print_letter(*, hand: Hand, side: Side) -> bytes:
    """The letter for one side, as things stand now, with a new code where there is something to
    answer; codes of earlier letters stay good. NotAllowed for who doesn't keep the desk; NotNow
    when there is nothing to write to this side."""
    if hand.side is not None:
        raise NotAllowed
    match = match_steps.lock(hand.match)
    if not letter_for(match, side):
        raise NotNow
    to = match.offer.helper if side == Side.HELPER else match.request.asker
    code = code_for(match, side) if match.state in _ANSWERS else ""
    log.record(
        hand.actor, "mutual_aid.match_letter_made", match, client=client_of(to), side=side.value
    )
    language = (to.person.language if to.person else "") or LANGUAGE
    with translation.override(language):
        return pdf.render(LETTER, _words(match, side, to, code), language=language)


_ANSWERS = (MatchState.ASKED, MatchState.WILLING)


def _words(match: Match, side: Side, to: Neighbour, code: str) -> dict[str, Any]:
    network = match.network
    phone = phone_words(network.phone or settings.HELP_PHONE)
    address = settings.SITE_URL + reverse("mutual_aid:answer_code")
    said = _of_state(match, side)
    until = date_words(match.lapse_on, weekday=False) if match.lapse_on else ""
    return {
        "title": said["title"],
        "network": network.name,
        "date": date_words(clock.now()),
        "to": [name_of(to), *to.address.read().splitlines()],
        "opening": _("Dear %(name)s,") % {"name": name_of(to)},
        "paragraphs": said["paragraphs"],
        "said": match.told.read() if code or match.state in _ANSWERS else "",
        "facts": _facts(match),
        "reach": _reach(match, side),
        "ways_title": _("This is how you let us know"),
        "ways": _ways(phone, address) if code else [],
        "code_title": _("Your code"),
        "code": code,
        "qr": _qr(f"{address}#{code}") if code else "",
        "qr_alt": _("Picture for the camera of your phone. It opens the page with your code."),
        "until": _("Please answer before %(day)s. After that we ask no more.") % {"day": until}
        if code
        else "",
        "closing": _("With kind regards,"),
        "sender": network.name,
        "phone_line": _("Questions? Call %(phone)s.") % {"phone": phone} if phone else "",
        "footer": said["footer"],
    }


def _of_state(match: Match, side: Side) -> dict[str, Any]:
    """Title, text and last line by how far they are."""
    if match.state == MatchState.ASKED:
        return {
            "title": _("Could you help a neighbour?"),
            "paragraphs": [
                _("Somebody in the neighbourhood asks for help, and we thought of you.")
            ],
            "footer": _("A no needs no reason."),
        }
    if match.state == MatchState.WILLING:
        who = {"who": first_name_of(match.offer.helper)}
        return {
            "title": _("%(who)s would like to help you") % who,
            "paragraphs": [
                _("You asked us for help. This is what we told %(who)s:") % who,
            ],
            "footer": _("If you say yes, you get each other's number. A no needs no reason."),
        }
    if may_reach(match):
        helps = _("You help this neighbour:") if side == Side.HELPER else _("This neighbour helps:")
        return {
            "title": _("This is how you reach each other"),
            "paragraphs": [_("You both said yes."), helps],
            "footer": _("You can stop at any moment. Nobody asks why. Call us."),
        }
    return {
        "title": _("This has ended"),
        "paragraphs": [
            _("Help that was agreed has ended. No reason is asked."),
            _("Do you have a letter with a name and number? Throw it away, please."),
            _("You needn't do anything. We call you when something is needed."),
        ],
        "footer": _("Thank you for what you did and asked."),
    }


def _facts(match: Match) -> list[list[str]]:
    if match.state in _ANSWERS:
        return [[_("When"), week.spoken(match.request.parts)]]
    if not may_reach(match):
        return []
    found = []
    if match.meet_on:
        found.append([_("First meeting"), date_words(match.meet_on)])
    if match.meet_with:
        found.append([_("Comes along the first time"), match.meet_with.person.name])
    return found


def _reach(match: Match, side: Side) -> dict[str, Any] | None:
    """The other's name, address and number, while both said yes (rule H1)."""
    if not may_reach(match):
        return None
    other = match.request.asker if side == Side.HELPER else match.offer.helper
    number = phone_of(other)
    return {
        "name": name_of(other),
        "lines": other.address.read().splitlines(),
        "phone": phone_words(number) if number else "",
    }


def _ways(phone: str, address: str) -> list[str]:
    short = urlsplit(address).netloc + urlsplit(address).path.rstrip("/")
    ways = [_("Call us: %(phone)s. You don't need a computer.") % {"phone": phone}] if phone else []
    ways.append(_("Or go to %(address)s and type the code.") % {"address": short})
    ways.append(_("Or point the camera of your phone at the picture."))
    return ways


def _qr(address: str) -> str:
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", border=0, scale=4)
    return picture.getvalue().decode()
