"""Closing an account: what others need stays, without the name."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from wijknetwerk.accounts.models import EmailChange, LinkedAccount, Person, Recovery
from wijknetwerk.accounts.services import mails, sessions
from wijknetwerk.core import clock, erasures, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.log.names import forget_name
from wijknetwerk.core.models.log import Action
from wijknetwerk.core.registries import Erasure


@transaction.atomic
def close_account(actor: Actor, *, person: Person) -> list[Erasure]:
    """Let every app erase what it keeps about this person, then close; all or nothing."""
    if person.email:
        mails.to_person("account_closed", person)
    done = erasures.erase(actor=actor, person_uuid=person.uuid)
    person.refresh_from_db()
    return done


@transaction.atomic
def anonymise(actor: Actor, *, person: Person) -> None:
    """Erase name, addresses and ways in of this person; nobody can sign in as them again."""
    locked = Person.objects.select_for_update().get(pk=person.pk)
    locked.given_name = locked.prefix = locked.family_name = locked.phone = ""
    locked.email = locked.login_name = None
    locked.is_active = False
    locked.is_platform_administrator = False
    locked.closed_at = locked.closed_at or clock.now()
    locked.set_unusable_password()
    locked.save()
    EmailAddress.objects.filter(user=locked).delete()
    Authenticator.objects.filter(user=locked).delete()
    LinkedAccount.objects.filter(person=locked).delete()
    EmailChange.objects.filter(person=locked).delete()
    Recovery.objects.filter(person=locked).delete()
    sessions.end_all_sessions(locked)
    log.record(actor, "accounts.account_closed", locked, client=locked.uuid, action=Action.DELETE)
    forget_name(locked.uuid)
