"""Accounts elsewhere: sign in with one, link one, unlink one.

Nobody takes over a person (rule A5). An account elsewhere belongs to a person only after they
linked it themselves while signed in, or when nobody here had its confirmed address yet.
"""

from dataclasses import dataclass

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import EmailAddress, Login
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.models import LinkedAccount, Person
from wijknetwerk.accounts.openid import Claims, Provider, providers
from wijknetwerk.accounts.services import mails, notes, people, signing
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.models.log import Action


class AddressNotSure(DomainError):
    """The other side doesn't say that the address was confirmed."""

    code = "address_not_sure"
    message = _("There they don't know for sure that this e-mail address is yours.")


class DomainNotMeant(DomainError):
    """The settings let in other addresses."""

    code = "domain_not_meant"
    message = _("With this e-mail address you can't sign in in this way.")


class SignInFirst(DomainError):
    """Somebody here has that address: they sign in as before, and link."""

    code = "sign_in_first"
    message = _(
        "There is an account with your e-mail address already. Sign in once as you always do. Then"
        " link your other account, under My account."
    )


class LinkedElsewhere(DomainError):
    """That account elsewhere is linked to somebody else, or this person has another one there."""

    code = "linked_elsewhere"
    message = _("That account can't be linked. It belongs to another account here already.")


class LastWayIn(NotAllowed):
    """Without it the person couldn't sign in any more."""

    code = "last_way_in"
    message = _("Choose a password first. Otherwise you can't sign in any more.")


@dataclass(frozen=True, slots=True)
class Link:
    """One way to sign in elsewhere, and whether this person uses it."""

    code: str
    name: str
    email: str
    linked: bool


def links_of(person: Person) -> list[Link]:
    """All that are set up, and those of this person that are set up no longer."""
    kept = {row.provider: row for row in LinkedAccount.objects.filter(person=person)}
    found = []
    for one in providers():
        row = kept.pop(one.code, None)
        found.append(Link(one.code, one.name, row.email if row else "", row is not None))
    return found + [Link(code, code, row.email, True) for code, row in kept.items()]


def sign_in(request: HttpRequest, *, provider: Provider, told: Claims, onward: str) -> HttpResponse:
    """Let in whoever has this account elsewhere; a person is made for who is new.

    Raises AddressNotSure, DomainNotMeant, SignInFirst.
    """
    _check_domain(provider, told)
    linked = (
        LinkedAccount.objects.select_related("person")
        .filter(issuer=told.issuer, subject=told.subject)
        .first()
    )
    person = linked.person if linked else _new_person(request, provider, told)
    LinkedAccount.objects.filter(issuer=told.issuer, subject=told.subject).update(
        used_at=clock.now()
    )
    record_authentication(
        request, person, method="openid", provider=provider.code, second_factor=told.second_factor
    )
    email = None if person.login_name else person.email
    answer: HttpResponse = perform_login(
        request, Login(user=person, redirect_url=onward, email=email)
    )
    return answer


@transaction.atomic
def link(actor: Actor, *, person: Person, provider: Provider, told: Claims) -> None:
    """The person, who is signed in, takes this account elsewhere as a way in.

    Raises AddressNotSure, DomainNotMeant, LinkedElsewhere. Done twice, it is one link.
    """
    _check_domain(provider, told)
    _check_address(told)
    same = {"person": person, "issuer": told.issuer, "subject": told.subject}
    if LinkedAccount.objects.filter(**same).exists():
        return
    _store(person, provider, told)
    log.record(
        actor,
        "accounts.account_linked",
        person,
        client=person.uuid,
        action=Action.CREATE,
        provider=provider.code,
    )
    mails.to_person("account_linked", person, provider=provider.name)


@transaction.atomic
def unlink(actor: Actor, *, person: Person, code: str) -> None:
    """End this way in. Raises NotFound, and LastWayIn for who has no other."""
    Person.objects.select_for_update().get(pk=person.pk)
    row = LinkedAccount.objects.filter(person=person, provider=code).first()
    if row is None:
        raise NotFound
    if not signing.has_way_in(person):
        raise LastWayIn
    row.delete()
    log.record(
        actor,
        "accounts.account_unlinked",
        person,
        client=person.uuid,
        action=Action.DELETE,
        provider=code,
    )
    name = next((one.name for one in providers() if one.code == code), code)
    mails.to_person("account_unlinked", person, provider=name)


@transaction.atomic
def _new_person(request: HttpRequest, provider: Provider, told: Claims) -> Person:
    """Make a person for who comes for the first time. SignInFirst when somebody has the address."""
    _check_address(told)
    held = EmailAddress.objects.filter(email=told.email).exists()
    if held or people.person_for_email(told.email) is not None:
        notes.sign_in_failed(request, None, "openid")
        raise SignInFirst
    actor: Actor = getattr(request, "actor", None) or Actor.anonymous()
    person = people.create_person(
        actor, given_name=told.given_name, family_name=told.family_name, email=told.email
    )
    EmailAddress.objects.filter(user=person).update(verified=True)
    _store(person, provider, told)
    log.record(actor, "accounts.account_linked", person, client=person.uuid, provider=provider.code)
    return person


def _store(person: Person, provider: Provider, told: Claims) -> None:
    try:
        with transaction.atomic():
            LinkedAccount.objects.create(
                person=person,
                provider=provider.code,
                issuer=told.issuer,
                subject=told.subject,
                email=told.email,
            )
    except IntegrityError as error:
        raise LinkedElsewhere from error


def _check_address(told: Claims) -> None:
    if not told.email or not told.email_verified:
        raise AddressNotSure


def _check_domain(provider: Provider, told: Claims) -> None:
    domain = told.email.rpartition("@")[2]
    if provider.email_domains and domain not in provider.email_domains:
        raise DomainNotMeant
