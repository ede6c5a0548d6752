"""Telling a person, and those who lead with their helpers, that help with signing in began."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from wijknetwerk.accounts import trust
from wijknetwerk.accounts.models import UNDER_WAY, EmailChange, Person, Recovery
from wijknetwerk.accounts.services import mails
from wijknetwerk.core import clock, tokens
from wijknetwerk.core.templating import date_words

STOP = "accounts.stop_recovery"


def person(recovery: Recovery, mail: str) -> None:
    """Mail the person everywhere, the address of before a recent change included."""
    helped = recovery.person
    since = clock.now() - timedelta(days=settings.EMAIL_UNDO_DAYS)
    known = {helped.email}
    known |= set(EmailAddress.objects.filter(user=helped).values_list("email", flat=True))
    changes = EmailChange.objects.filter(person=helped, created_at__gte=since)
    known |= set(changes.values_list("old_email", flat=True))
    addresses = sorted(address for address in known if address)
    if not addresses:
        return
    secret = tokens.issue_link(
        purpose=STOP, subject=recovery.uuid, network=None, lasts=timedelta(days=30)
    )
    for address in addresses:
        mails.to_person(mail, helped, email=address, secret=secret, ripe_at=recovery.ripe_at)


def other_leaders(recovery: Recovery) -> None:
    """Mail whoever else leads there: the person can call any of them, and each can stop it."""
    found = trust.leaders_of(recovery.in_network)
    if found is None:
        return
    network, leaders = found
    others = leaders - {recovery.started_by_id, recovery.person_id}
    for leader in Person.objects.filter(pk__in=others, is_active=True).order_by("pk"):
        mails.to_person("recovery_leaders", leader, network=network.name, slug=network.slug)


def on_screen(request: HttpRequest, helped: Person) -> None:
    """Say it at the next sign-in: that help is under way, or that it was given."""
    if Recovery.objects.filter(UNDER_WAY, person=helped).exists():
        messages.warning(
            request,
            _("Somebody asks help for you with signing in. Not needed? Stop it, under My account."),
        )
    for recovery in Recovery.objects.filter(person=helped, done_at__isnull=False, told_at=None):
        messages.info(
            request,
            _("Two people of your network helped you to sign in again, on %(day)s.")
            % {"day": date_words(recovery.done_at or clock.now())},
        )
        recovery.told_at = clock.now()
        recovery.save(update_fields=["told_at"])
