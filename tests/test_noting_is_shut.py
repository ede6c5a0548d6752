"""No request ever notes for somebody, and who notes for somebody can do nothing else."""

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.row import Row
from tests.access.test_access_table import MODULES, browser_of, signed_in_key, undone
from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts.services import (
    closing,
    email,
    passwords,
    people,
    recovery,
    second_factor,
)
from wijknetwerk.accounts.signing_in import actor_of_request
from wijknetwerk.core import log, registries, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.log.noted import noted_events
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.models import Mandate, MembershipRole
from wijknetwerk.networks.services import handover, leaving, mandates, roles
from wijknetwerk.networks.services import people as members
from wijknetwerk.privacy import access as privacy_access
from wijknetwerk.privacy import selectors as privacy_selectors
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import PURPOSES, PartyKind

pytestmark = pytest.mark.django_db


def say_yes(cast: Cast, desk: str = "joost") -> tuple[Actor, Mandate]:
    """Somebody of the desk, who may note for Mrs Bakker and does so now."""
    actor = cast.actor(desk)
    with scope.acting(actor):
        member = access_desk.member_of_desk(actor, cast.linde, cast.members["bakker"].uuid)
        mandate = mandates.give(actor=actor, member=member, ground="phone")
        return access_desk.as_noting(actor, member), mandate


@pytest.mark.parametrize("module", MODULES)
def test_no_request_to_any_address_notes_for_somebody(
    module: str, cast: Cast, sign_in: SignIn
) -> None:
    _actor, mandate = say_yes(cast)
    browser = sign_in("joost")
    session = browser.session
    wish = {"noting_for": str(cast.bakker.uuid), "mandate_uuid": str(mandate.uuid)}
    session.update(wish)
    session.save()
    key = signed_in_key(browser)
    for row in MODULES[module]:
        with undone():
            _asks_to_note(row, copy.deepcopy(cast), browser_of(key), wish)


def _asks_to_note(row: Row, cast: Cast, browser: Client, wish: dict[str, str]) -> None:
    with scope.acting(SYSTEM):
        address = reverse(row.name, kwargs=row.where(cast))
    headers = {"X-Noting-For": str(cast.bakker.uuid)}
    if row.method == "POST":
        answer = browser.post(address, {**row.data, **wish}, headers=headers)
    else:
        answer = browser.get(address, wish, headers=headers)
    asked: Any = answer.wsgi_request
    assert asked.actor.noting_for is None
    assert actor_of_request(asked).noting_for is None
    with scope.acting(SYSTEM):
        noted = LogEntry.objects.exclude(on_behalf_of_uuid=None)
        assert {line.event for line in noted} == {"networks.mandate_given"}


def _consent(actor: Actor, cast: Cast) -> Any:
    return privacy.give_consent(
        actor=actor,
        person=(cast.bakker.pk, cast.bakker.uuid),
        network_uuid=cast.linde.uuid,
        purpose=next(iter(PURPOSES.values())),
        party_kind=next(iter(PartyKind)),
        party_uuid=uuid4(),
    )


def _role(cast: Cast, name: str) -> MembershipRole:
    return MembershipRole.objects.get(membership=cast.members[name])


SHUT: dict[str, Callable[[Actor, Cast], Any]] = {
    "give consent": _consent,
    "read consents": lambda actor, cast: privacy_selectors.consents_of(actor=actor),
    "end consent": lambda actor, cast: privacy.withdraw_consent(actor=actor, consent=uuid4()),
    "one consent": lambda actor, cast: privacy_access.own_consent_for(actor, uuid4()),
    "who looked": lambda actor, cast: privacy_selectors.looks_at(actor=actor),
    "my data": lambda actor, cast: log.look(
        actor, "privacy.exported", None, client=cast.bakker.uuid
    ),
    "address": lambda actor, cast: email._change(actor, cast.bakker, "nieuw@voorbeeld.example"),
    "password": lambda actor, cast: passwords.note_password_changed(actor, person=cast.bakker),
    "second factor": lambda actor, cast: second_factor.remove(actor, person=cast.bakker),
    "codes on paper": lambda actor, cast: second_factor.renew_recovery_codes(
        actor, person=cast.bakker
    ),
    "name": lambda actor, cast: people.rename_person(actor, person=cast.bakker, given_name="An"),
    "close account": lambda actor, cast: closing.anonymise(actor, person=cast.bakker),
    "help to sign in": lambda actor, cast: recovery.start(
        actor, standing=actor.standings[0], person=cast.amina
    ),
    "give role": lambda actor, cast: roles.give_role(
        actor=actor,
        network=cast.linde,
        member=cast.members["bakker"].uuid,
        new=roles.NewRole(role="board", from_on=TODAY),
    ),
    "end role": lambda actor, cast: roles.end_role(
        actor=actor, network=cast.linde, role=_role(cast, "dewi").uuid
    ),
    "hand over": lambda actor, cast: handover.ask(
        actor=actor,
        network=cast.linde,
        role=_role(cast, "dewi").uuid,
        to=cast.members["bakker"].uuid,
        note="",
    ),
    "leave alone": lambda actor, cast: leaving.leave(actor=actor, network=cast.linde),
    "about me": lambda actor, cast: members.describe_myself(
        actor=actor,
        network=cast.linde,
        energies=[],
        introduction="",
        phone_shown=True,
        shown_publicly=True,
    ),
    "end own mandate": lambda actor, cast: mandates.end_own(actor=actor, network=cast.linde),
    "give mandate": lambda actor, cast: mandates.give(
        actor=actor, member=cast.members["bakker"], ground="phone"
    ),
}


@pytest.mark.parametrize("what", SHUT)
def test_who_notes_for_somebody_is_refused(what: str, cast: Cast) -> None:
    actor, _mandate = say_yes(cast, "dewi")
    with scope.acting(SYSTEM):
        before = LogEntry.objects.count()
    with scope.acting(replace(actor, noting_for=None)), pytest.raises((NotAllowed, NotFound)):
        SHUT[what](actor, cast)
    with scope.acting(SYSTEM):
        assert LogEntry.objects.count() == before
        assert type(cast.bakker).objects.get(pk=cast.bakker.pk).email is None


def test_the_log_takes_no_other_event_of_who_notes_for_somebody(cast: Cast) -> None:
    actor, _mandate = say_yes(cast)
    others = sorted(set(registries.event_words) - noted_events)
    assert len(others) > 50
    assert noted_events < set(registries.event_words)
    for event in others:
        with scope.acting(actor), pytest.raises(NotAllowed):
            log.record(actor, event, None, client=cast.bakker.uuid)
        with scope.acting(actor), pytest.raises(NotAllowed):
            log.look(actor, event, None, client=cast.bakker.uuid)
