"""Mail about an event: to who signed up, and to who came. Called within the causing service."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from wijknetwerk.agenda import access, limits
from wijknetwerk.agenda.models import Event, SignUp
from wijknetwerk.agenda.naming import PAGE_WAITS, WHO_CAME, greeted, where_of
from wijknetwerk.agenda.selectors.people import counting
from wijknetwerk.core import clock, outbox, tokens
from wijknetwerk.core.templating import date_words, time_words
from wijknetwerk.notices.services import waiting

AFTER = timedelta(days=2)  # a link to take a sign-up back works until then


def moved(event: Event) -> None:
    """Day or time changed."""
    _tell_all(event, "moved")


def elsewhere(event: Event) -> None:
    """It is in another place, at the same time."""
    _tell_all(event, "elsewhere")


def cancelled(event: Event) -> None:
    """It doesn't go on."""
    _tell_all(event, "cancelled")


def goes_on(event: Event) -> None:
    """It goes on after all."""
    _tell_all(event, "goes_on")


def confirmed(sign_up: SignUp) -> None:
    """You are on the list, and this is how you take it back."""
    if sign_up.email and not limits.may_mail(sign_up.email):
        return
    mail(sign_up, "confirmed")


def nothing_waits(event: Event) -> None:
    """Nobody need fill in anything of it."""
    for kind in (WHO_CAME, PAGE_WAITS):
        waiting.done(kind=kind, subject=event.uuid)


def mail(sign_up: SignUp, what: str) -> bool:
    """Queue one of the mails about an event; False for who has no address."""
    member = sign_up.membership
    to = member.person.email if member else sign_up.email
    if not to:
        return False
    language = (member.person.language if member else sign_up.language) or "nl"
    with translation.override(language):
        context = context_of(sign_up, what)
    outbox.queue(
        purpose="agenda.event",
        to=to,
        template="agenda/mail/event.txt",
        context=context,
        language=language,
        person=member.person.uuid if member else None,
        network=sign_up.network.uuid,
    )
    return True


def context_of(sign_up: SignUp, what: str) -> dict[str, Any]:
    """What stands in such a mail; in the language that is on."""
    event, network = sign_up.event, sign_up.network
    return {
        "what": what,
        "name": sign_up.membership.person.name if sign_up.membership else greeted(sign_up.name),
        "title": event.title,
        "day": date_words(event.starts_at),
        "time": time_words(event.starts_at),
        "where": where_words(event),
        "because": event.cancelled_because,
        "people": 1 + sign_up.brings,
        "network": network.name,
        "phone": phone_of(event),
        "link": _address(sign_up),
        "site": settings.SITE_NAME,
    }


def where_words(event: Event) -> str:
    """Where it is, on one line."""
    place = event.place
    return where_of(place.name if place else "", place.address if place else "", event.elsewhere)


def phone_of(event: Event) -> str:
    """Whom to call about it: the event's own number, else the network's."""
    return event.phone or event.network.phone or settings.HELP_PHONE


def _address(sign_up: SignUp) -> str:
    """For a member the page; for others a link of their own, which ends after the event."""
    event, network = sign_up.event, sign_up.network
    if sign_up.membership_id is not None:
        return settings.SITE_URL + reverse("agenda:event", args=[network.slug, event.uuid])
    lasts = max(event.ends_at - clock.now(), timedelta()) + AFTER
    secret = tokens.issue_link(
        purpose=access.CANCEL,
        subject=sign_up.uuid,
        network=(network.pk, network.uuid),
        lasts=lasts,
    )
    return settings.SITE_URL + reverse("agenda:sign_up_link", args=[secret])


def _tell_all(event: Event, what: str) -> None:
    rows = SignUp.objects.filter(counting(), event=event).select_related("membership__person")
    for sign_up in rows.order_by("pk"):
        sign_up.event, sign_up.network = event, event.network
        if not sign_up.email or limits.may_tell(sign_up.email):
            mail(sign_up, what)
