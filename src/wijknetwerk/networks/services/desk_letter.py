"""The letter after a mandate: what we noted down for you, and how you stop it."""

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, pdf
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.models import Mandate, Membership
from wijknetwerk.networks.selectors import desk_more
from wijknetwerk.networks.services import mandates

LETTER = Path(__file__).resolve().parent.parent / "letters" / "mandate.typ"


@transaction.atomic
def make_letter(*, actor: Actor, member: Membership) -> bytes:
    """The PDF, in the person's own language. NoMandate when nothing may be noted for them.

    `member` comes from `access_desk.member_of_desk`, which decided on access.
    """
    mandate = access_desk.running_mandate(member)
    if mandate is None:
        raise access_desk.NoMandate
    log.record(actor, "networks.mandate_letter_made", mandate, client=member.person.uuid)
    language = member.person.language or "nl"
    with translation.override(language):
        return pdf.render(LETTER, words_of(actor, member, mandate), language=language)


def words_of(actor: Actor, member: Membership, mandate: Mandate) -> dict[str, object]:
    """What stands in it."""
    network = member.network.name
    until = mandate.until_on or mandate.from_on + mandates.LASTS
    phone = phone_words(member.network.phone or settings.HELP_PHONE)
    ways = [_("Call us: %(phone)s.") % {"phone": phone}] if phone else []
    ways.append(_("Or tell us when you meet us."))
    ways.append(_("Or use a computer: 'My place here', 'Stop noting down'."))
    noted = [_line(line) for line in desk_more.noted_for(member)]
    return {
        "title": _("This we noted down for you, and this is how you stop it"),
        "network": network,
        "to": [member.person.name],
        "date": date_words(clock.now()),
        "opening": _("Dear %(name)s,") % {"name": member.person.name},
        "said": _("On %(day)s you said yes to this:")
        % {"day": date_words(mandate.from_on, weekday=False)},
        "sentence": mandate.sentence,
        "until": _("Your yes ends by itself on %(day)s.")
        % {"day": date_words(until, weekday=False)},
        "noted_title": _("What we noted down"),
        "noted": noted or [_("Nothing yet.")],
        "ways_title": _("This is how you stop it"),
        "ways": ways,
        "after": _("It stops at once. You needn't say why. You go on taking part."),
        "more": _("You answered questions about our network? We print your answers when you ask."),
        "closing": _("With kind regards,"),
        "sender": actor.name,
    }


def _line(line: desk_more.Noted) -> str:
    day = date_words(line.noted_at, weekday=False)
    return _("%(day)s, noted by %(by)s: %(what)s") % {
        "day": day,
        "by": line.noted_by,
        "what": " ".join(line.what.split()),
    }
