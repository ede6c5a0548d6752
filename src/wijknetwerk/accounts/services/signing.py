"""Letting somebody in, for the apps that invite people."""

import secrets

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import EmailAddress, Login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.models import Person
from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed

_WORDS = (
    "appel bakker bel berg bloem boom boot brood brug dak deur dorp duif eend emmer "
    "fiets fluit gans gras haas hamer hand hek hond huis jas kaars kaas kast kers klok "
    "knoop koek konijn koor kraan lamp lepel markt melk mus nest noot paard pan peer "
    "plein poes raam roos schaap schip schoen ster stoel straat tafel tak trap trein "
    "tuin tulp vis vogel wiel wolk zon "
)


class HasWayIn(NotAllowed):
    """This person can sign in; a new way in would be somebody else's way in (rule A5)."""

    code = "has_way_in"
    message = _("This person can sign in already. If that fails, two people can help them.")


def has_way_in(person: Person) -> bool:
    """Whether this person can sign in by themselves: a confirmed address, or a name
    code with its password."""
    confirmed = EmailAddress.objects.filter(user=person, verified=True).exists()
    return confirmed or (bool(person.login_name) and person.has_usable_password())


def log_person_in(request: HttpRequest, person: Person, *, next_url: str = "/") -> HttpResponse:
    """Sign somebody in who just proved who they are, in a session with a new key.

    Call it only after `confirm_address`, or after `set_up_name_sign_in`. Whoever has an
    authenticator is asked for it first: go wherever the answer sends them.
    """
    email = None if person.login_name else person.email
    login = Login(user=person, redirect_url=next_url, email=email)
    answer: HttpResponse = perform_login(request, login)
    return answer


@transaction.atomic
def set_up_name_sign_in(actor: Actor, *, person: Person, password: str) -> str:
    """Give somebody without e-mail a name code, such as 'tulp-fiets-48', and their password.

    Only for who has no way in yet (decision 0006): so a letter with a code lets its reader in
    the first time, and never takes over from somebody who signs in already. Raises HasWayIn.
    """
    locked = Person.objects.select_for_update().get(pk=person.pk)
    if has_way_in(locked) or not locked.is_active:
        raise HasWayIn
    locked.login_name = locked.login_name or _new_login_name()
    locked.set_password(password)
    locked.save(update_fields=["login_name", "password"])
    log.record(actor, "accounts.name_code_set_up", locked, client=locked.uuid)
    person.refresh_from_db()
    return locked.login_name


def _new_login_name() -> str:
    """A name of two words and two digits that nobody has; it is a name, not a secret."""
    words = _WORDS.split()
    while True:
        name = f"{secrets.choice(words)}-{secrets.choice(words)}"
        name += f"-{secrets.randbelow(90) + 10}"
        if not Person.objects.filter(login_name=name).exists():
            return name
