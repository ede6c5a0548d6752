"""What is kept for a while only (registered as retention in apps.py)."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import ProtectedError

from wijknetwerk.accounts.models import EmailChange, Person
from wijknetwerk.accounts.services.mails import CODE_PURPOSES
from wijknetwerk.core import clock
from wijknetwerk.core.log.names import forget_name
from wijknetwerk.core.models.mail import OutgoingMail


def forget_email_changes(before: datetime) -> int:
    """Old addresses that can't be put back any more."""
    count: int
    count, _each = EmailChange.objects.filter(created_at__lt=before).delete()
    return count


def forget_sessions(before: datetime) -> int:
    """Sessions that are over, and what was noted about their browsers."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()
    living = Session.objects.values("session_key")
    count: int
    count, _each = (
        UserSession.objects.filter(created_at__lt=before).exclude(session_key__in=living).delete()
    )
    return count


def forget_codes(before: datetime) -> int:
    """The text of mails with a code: sent too late they are of no use."""
    old = OutgoingMail.objects.filter(purpose__in=CODE_PURPOSES, created_at__lt=before)
    return old.exclude(body="").update(body="")


def forget_unconfirmed(before: datetime) -> int:
    """People who signed up and never confirmed their address, and whom nothing else knows."""
    confirmed = EmailAddress.objects.filter(verified=True).values("user")
    never = Person.objects.filter(
        created_at__lt=before,
        last_login=None,
        made_in_network=None,
        email__isnull=False,
        closed_at=None,
    ).exclude(pk__in=confirmed)
    count = 0
    for person in never:
        try:
            person.delete()
        except ProtectedError:
            continue
        forget_name(person.uuid)
        count += 1
    return count
