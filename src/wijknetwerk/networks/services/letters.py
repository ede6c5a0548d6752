"""The mail and the paper letter of an invitation."""

import io
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, outbox, pdf, tokens
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.networks import access
from wijknetwerk.networks.models import Invitation, Membership, RoleCode, within
from wijknetwerk.networks.selectors.network import role_names

LETTER = Path(__file__).resolve().parent.parent / "letters" / "invitation.typ"


def send_mail(invitation: Invitation, lasts: timedelta) -> None:
    """Queue the mail with a new link."""
    secret = issue_link(invitation, lasts)
    inviter = invitation.invited_by
    with translation.override(invitation.language):
        context = {
            "name": invitation.name,
            "network": invitation.network.name,
            "inviter": inviter.name,
            "phone": phone_of(invitation),
            "role": role_word(invitation),
            "message": invitation.message,
            "link": settings.SITE_URL + reverse("networks:join_link", args=[secret]),
            "until": date_words(invitation.lapses_at, weekday=False),
            "site": settings.SITE_NAME,
        }
    outbox.queue(
        purpose="networks.invitation",
        to=invitation.email,
        template="networks/mail/invitation.txt",
        context=context,
        language=invitation.language,
        network=invitation.network.uuid,
    )


def issue_link(invitation: Invitation, lasts: timedelta) -> str:
    """The secret of a new link to this invitation."""
    return tokens.issue_link(
        purpose=access.INVITATION,
        subject=invitation.uuid,
        network=_network(invitation),
        lasts=lasts,
    )


def make_letter(invitation: Invitation, lasts: timedelta) -> bytes:
    """The PDF, with a new code in large print and as QR. The code stands behind a '#' in the QR's
    link, so that a phone never sends it along in an address."""
    code = tokens.issue_code(
        purpose=access.INVITATION,
        subject=invitation.uuid,
        network=_network(invitation),
        lasts=lasts,
    )
    with translation.override(invitation.language):
        return pdf.render(LETTER, _words(invitation, code), language=invitation.language)


def phone_of(invitation: Invitation) -> str:
    """The number to call: the inviter's if members may see it, else the network's or the desk's."""
    shown = Membership.objects.filter(
        within(clock.today()),
        network_id=invitation.network_id,
        person_id=invitation.invited_by_id,
        phone_shown=True,
    ).exists()
    own = invitation.invited_by.phone if shown else ""
    return own or invitation.network.phone or settings.HELP_PHONE


def role_word(invitation: Invitation) -> str:
    """What the invited person is asked to be, or an empty text."""
    if not invitation.role:
        return ""
    return role_names(invitation.network)[invitation.role]


def _network(invitation: Invitation) -> tuple[int, UUID]:
    return invitation.network_id, invitation.network.uuid


def _words(invitation: Invitation, code: str) -> dict[str, object]:
    network = invitation.network.name
    inviter = invitation.invited_by.name
    phone = phone_words(phone_of(invitation))
    address = settings.SITE_URL + reverse("networks:join")
    short = urlsplit(address).netloc + urlsplit(address).path.rstrip("/")
    return {
        "title": _("Will you take part in %(network)s?") % {"network": network},
        "network": network,
        "date": date_words(clock.now()),
        "to": [invitation.name, *invitation.address_lines.splitlines()],
        "opening": _("Dear %(name)s,") % {"name": invitation.name},
        "paragraphs": _paragraphs(invitation, network, inviter),
        "own_words": " ".join(invitation.message.split()),
        "own_words_from": inviter,
        "ways_title": _("This is how you let us know"),
        "ways": _ways(phone, inviter, short),
        "code_title": _("Your code"),
        "code": code,
        "qr": _qr(f"{address}#{code}"),
        "qr_alt": _("Picture for the camera of your phone. It opens the page with your code."),
        "closing": _("With kind regards,"),
        "sender": inviter,
        "sender_role": _sender_role(invitation),
        "phone_line": phone,
        "until": _("The code works until %(day)s.")
        % {"day": date_words(invitation.lapses_at, weekday=False)},
        "footer": _("You needn't do anything. If you don't answer, we won't keep asking."),
    }


def _paragraphs(invitation: Invitation, network: str, inviter: str) -> list[str]:
    found = [
        _(
            "In %(network)s residents, volunteers and professionals work together. So that people"
            " get help close to home, and have their say. %(inviter)s invites you to join in."
        )
        % {"network": network, "inviter": inviter}
    ]
    if role := role_word(invitation):
        found.append(_("We ask you to join as: %(role)s.") % {"role": role})
    found.append(_("Taking part costs nothing. You can stop whenever you like."))
    return found


def _ways(phone: str, inviter: str, short: str) -> list[str]:
    ways = []
    if phone:
        ways.append(
            _("Call %(inviter)s: %(phone)s. You don't need a computer.")
            % {"inviter": inviter, "phone": phone}
        )
    ways.append(_("Or tell %(inviter)s when you meet.") % {"inviter": inviter})
    ways.append(_("Or go to %(address)s and type the code.") % {"address": short})
    ways.append(_("Or point the camera of your phone at the picture."))
    return ways


def _sender_role(invitation: Invitation) -> str:
    held = Membership.objects.filter(
        within(clock.today()),
        within(clock.today(), "roles__"),
        network_id=invitation.network_id,
        person_id=invitation.invited_by_id,
    ).values_list("roles__role", flat=True)
    names = role_names(invitation.network)
    order = [code for code in RoleCode.values if code in set(held)]
    return names[order[0]] if order else invitation.network.name


def _qr(address: str) -> str:
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="svg", border=0, scale=4)
    return picture.getvalue().decode()
