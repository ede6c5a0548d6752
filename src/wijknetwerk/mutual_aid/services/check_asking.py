"""Asking how the help goes on the day that it is due: by mail with a link, once more a week later;
what waits for members and for the desk; and the letters that the desk prints."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from wijknetwerk.core import clock, log, outbox, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import resting
from wijknetwerk.mutual_aid.access_checks import CHECK_LINK, CheckHand
from wijknetwerk.mutual_aid.models import FollowUp, Neighbour, ReachedBy, Side
from wijknetwerk.mutual_aid.selectors import check_waits as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import (
    client_of,
    email_of,
    first_name_of,
    name_of,
)
from wijknetwerk.mutual_aid.services import check_waits

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

REMIND = timedelta(days=7)
LASTS = timedelta(days=60)
_SIDES = ("request__asker", "offer__helper")
WHOLE = (
    "network",
    *(f"match__{side}__{what}" for side in _SIDES for what in ("person", "membership")),
)


def ask_due() -> int:
    """In the morning: ask everybody whose day it is; how many mails. Run twice it asks once."""
    today = clock.today()
    quiet = Q(network__uuid__in=resting()) | Q(network__stopped_on__isnull=False)
    due = selectors.open_checks().filter(due_on__lte=today).exclude(quiet)
    rows = list(due.select_related(*WHOLE).order_by("pk"))
    sent = 0
    for row in rows:
        if row.again_on is not None and row.again_on > today:
            continue
        with transaction.atomic():
            _follow_wish(row)
            if row.how == ReachedBy.MAIL and _can_be_mailed(side_of(row)):
                sent += _ask_by_mail(row)
    here = [row for row in rows if side_of(row).person_id and _takes_part(side_of(row))]
    with transaction.atomic():
        check_waits.open_for(here)
    for network in {row.network_id: row.network for row in rows}.values():
        with transaction.atomic():
            check_waits.refresh(network)
    return sent


def side_of(row: FollowUp) -> Neighbour:
    """Whose answer it is."""
    return row.match.request.asker if row.side == Side.ASKER else row.match.offer.helper


def _follow_wish(row: FollowUp) -> None:
    """The check was planned half a year ago: how somebody is reached may have changed since. Who
    can't be mailed is called."""
    who = side_of(row)
    wish = who.reached_by
    if wish == ReachedBy.MAIL and not _can_be_mailed(who):
        wish = ReachedBy.PHONE
    if row.how != wish and row.asked_at is None:
        row.how = wish
        FollowUp.objects.filter(pk=row.pk, asked_at=None).update(how=wish)


def _can_be_mailed(who: Neighbour) -> bool:
    """Who left hears nothing any more (rule N2); who never took part is mailed as they said."""
    return bool(email_of(who)) and _takes_part(who)


def _takes_part(who: Neighbour) -> bool:
    until = who.membership.until_on if who.membership else None
    return until is None or until > clock.today()


def _ask_by_mail(row: FollowUp) -> int:
    """The first mail, or the reminder; 1 when one goes out. Two workers send it once."""
    mine = FollowUp.objects.filter(pk=row.pk, answered_at=None, skipped_at=None)
    now = clock.now()
    if row.asked_at is None:
        won = mine.filter(asked_at=None).update(asked_at=now)
        again = False
    elif row.reminded_at is None and row.asked_at <= now - REMIND:
        won = mine.filter(reminded_at=None).update(reminded_at=now)
        again = True
    else:
        return 0
    if won:
        _mail(row, again=again)
    return won


def _mail(row: FollowUp, *, again: bool) -> None:
    who = side_of(row)
    network = row.network
    secret = tokens.issue_link(
        purpose=CHECK_LINK, subject=row.uuid, network=(network.pk, network.uuid), lasts=LASTS
    )
    outbox.queue(
        purpose="mutual_aid.check",
        to=email_of(who),
        template="mutual_aid/mail/check.txt",
        context={
            "again": again,
            "name": name_of(who),
            "helps": row.side == Side.HELPER,
            "who": first_name_of(_other(row)),
            "link": settings.SITE_URL + reverse("mutual_aid:check_link", args=[secret]),
            "network": network.name,
            "phone": network.phone,
        },
        language=(who.person.language if who.person else "") or "nl",
        person=who.person.uuid if who.person else None,
        network=network.uuid,
    )


def _other(row: FollowUp) -> Neighbour:
    return row.match.offer.helper if row.side == Side.ASKER else row.match.request.asker


@transaction.atomic
def codes_for_letters(
    *, actor: Actor, network: "Network", hands: Iterable[CheckHand]
) -> list[tuple[FollowUp, str]]:
    """A new code for each of these letters, which are printed now. An earlier one stays good: the
    letter may be on its way. `hands` are from `access_checks`, in the hand of the desk."""
    made = []
    for hand in hands:
        row = hand.check
        code = tokens.issue_code(
            purpose=CHECK_LINK, subject=row.uuid, network=(network.pk, network.uuid), lasts=LASTS
        )
        FollowUp.objects.filter(pk=row.pk, answered_at=None).update(
            asked_at=clock.now(), how=ReachedBy.LETTER, again_on=None
        )
        log.record(actor, "mutual_aid.check_letter_made", row, client=client_of(hand.who))
        made.append((row, code))
    check_waits.refresh(network)
    return made


def resume(network: "Network") -> None:
    """The network goes on: who was due meanwhile is asked now, and has four weeks from today."""
    today = clock.today()
    late = selectors.open_checks().filter(network=network, due_on__lt=today)
    late.update(again_on=today)
    check_waits.refresh(network)
