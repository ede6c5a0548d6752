"""Another e-mail address: first confirmed, and the old one can undo it for seven days."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts import limits
from wijknetwerk.accounts.models import EmailChange, LinkedAccount, Person
from wijknetwerk.accounts.services import codes, mails, people, sessions
from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, NotFound

UNDO = "accounts.undo_email"


class AddressTaken(DomainError):
    """The old address went to somebody else meanwhile."""

    code = "address_taken"
    message = _("Your old address is used for another account now. Call the help desk.")


def ask(request: HttpRequest, *, person: Person, email: str) -> None:
    """Mail a code to the new address. What this page answers is the same for a taken address,
    whose owner then gets another mail, without a code. Raises TooManyTries."""
    limits.count(request, "change_email")
    email = email.strip().lower()
    taken = _is_taken(email, person)
    code = codes.start(request.session, "new_email", email=email)  # told to nobody when taken
    if taken:
        mails.to_address("email_taken", email)
    else:
        mails.to_address("new_email_code", email, code=code)


def waiting_address(request: HttpRequest) -> str:
    """The new address that waits for its code, or ''."""
    state = codes.pending(request.session, "new_email")
    return state["email"] if state else ""


def confirm(request: HttpRequest, actor: Actor, *, person: Person, typed: str) -> None:
    """Change the address with the code that was mailed. Raises WrongCode, CodeOver."""
    limits.count(request, "reauthenticate")
    email = codes.check(request.session, "new_email", typed)["email"]
    try:
        _change(actor, person, email)
    except IntegrityError as error:  # somebody else took the address in the meantime
        raise codes.CodeOver from error


@transaction.atomic
def _change(actor: Actor, person: Person, email: str) -> None:
    locked = Person.objects.select_for_update().get(pk=person.pk)
    old = locked.email
    _put(locked, email, verified=True)
    log.record(actor, "accounts.email_changed", locked, client=locked.uuid)
    if old:
        change = EmailChange.objects.create(person=locked, old_email=old, new_email=email)
        lasts = timedelta(days=settings.EMAIL_UNDO_DAYS)
        secret = tokens.issue_link(purpose=UNDO, subject=change.uuid, network=None, lasts=lasts)
        mails.to_person("email_changed", locked, email=old, secret=secret)
    person.refresh_from_db()


def change_of(secret: str, *, address: str) -> EmailChange:
    """The change that a link from the mail undoes. NotFound once that can't be done any more."""
    opened = tokens.open_token(secret, purpose=UNDO, address=address)
    change = (
        EmailChange.objects.select_related("person")
        .filter(uuid=opened.subject_uuid, undone_at=None, person__closed_at=None)
        .first()
    )
    if change is None:
        raise NotFound
    return change


@transaction.atomic
def undo(actor: Actor, *, change: EmailChange) -> None:
    """Put the old address back, also when the address was changed again since; sign everybody
    out, and drop the password and accounts elsewhere. The link of this change and of all later
    ones stop working. Raises AddressTaken."""
    person = Person.objects.select_for_update().get(pk=change.person_id)
    if _is_taken(change.old_email, person):
        raise AddressTaken
    _put(person, change.old_email, verified=True)
    person.set_unusable_password()
    person.save(update_fields=["password"])
    LinkedAccount.objects.filter(person=person).delete()  # a thief may have linked one
    count = sessions.end_all_sessions(person)
    later = EmailChange.objects.filter(person=person, id__gte=change.pk, undone_at=None)
    for ended in later:
        tokens.end_tokens(purpose=UNDO, subject=ended.uuid)
    later.update(undone_at=clock.now())
    log.record(actor, "accounts.email_undone", person, client=person.uuid, sessions=count)
    mails.to_person("email_undone", person)


def _put(person: Person, email: str, *, verified: bool) -> None:
    """Make this the one address of a person. IntegrityError when it is somebody else's."""
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=email, primary=True, verified=verified)
    person.email = email
    person.save(update_fields=["email"])


def put_unconfirmed(person: Person, email: str) -> None:
    """Give somebody an address that counts once they used a code sent to it."""
    _put(person, email, verified=False)


def _is_taken(email: str, person: Person) -> bool:
    other = people.person_for_email(email)
    held = EmailAddress.objects.filter(email=email).exclude(user=person)
    return (other is not None and other.pk != person.pk) or held.exists()
