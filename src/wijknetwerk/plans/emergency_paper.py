"""The letter by which a resident whom no mail reaches hears of a look in an emergency (P5, H5)."""

from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, pdf
from wijknetwerk.core.templating import date_words, phone_words, time_words
from wijknetwerk.plans.models import EmergencyLook
from wijknetwerk.plans.selectors.emergency import ends_at

PAPER = Path(__file__).parent / "papers" / "emergency_letter.typ"


def letter(look: EmergencyLook) -> bytes:
    """Who looked, when, why and what was opened; what came of it, once it was judged."""
    resident, network = look.resident, look.plan.network
    language = resident.language or "nl"
    with translation.override(language):
        phone = phone_words(network.phone or "")
        data = {
            "title": _("Somebody looked in your plan"),
            "network": network.name,
            "date": date_words(clock.now()),
            "to": resident.name,
            "opening": _("Dear %(name)s,") % {"name": resident.name},
            "lead": _("Somebody opened your plan, because they thought you were in danger."),
            "rows": [
                [_("Who"), f"{look.membership.person.name}, {look.organisation}"],
                [
                    _("When"),
                    _("%(day)s, from %(from)s until %(until)s")
                    % {
                        "day": date_words(look.opened_at),
                        "from": time_words(look.opened_at),
                        "until": time_words(ends_at(look)),
                    },
                ],
                [_("Reason"), str(look.get_reason_display()).capitalize()],
                [_("Why"), look.words.read()],
                [_("What they could see"), _("Who is in your circle, and what was agreed.")],
                [_("What was found"), _outcome(look)],
            ],
            "judged": _("Somebody who doesn't know your plan judges whether this was right."),
            "wrong": _("Do you find this not right? Say so."),
            "phone": _("Call %(phone)s.") % {"phone": phone} if phone else "",
            "footer": _("This letter is yours. You choose who reads it."),
        }
        return pdf.render(PAPER, data, language=language)


def _outcome(look: EmergencyLook) -> str:
    if look.reviewed_at is None:
        by = date_words(look.review_by, weekday=False)
        return str(_("You hear this later. It is judged before or on %(day)s.") % {"day": by})
    return f"{str(look.get_verdict_display()).capitalize()}. {look.findings.read()}"
