"""Invented people and networks in amounts: rows as the services make them, stored in bulk."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.db import SessionStore
from django.urls import reverse

from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import (
    Invitation,
    Membership,
    MembershipRole,
    Network,
    Organisation,
    Partner,
)
from wijknetwerk.roadmap.models import Step, StepProgress

SYSTEM = Actor.system("bench")
BEGUN = date(2026, 1, 5)
GIVEN = ("Anna", "Bilal", "Chantal", "Daan", "Esra", "Femke", "Gijs", "Hatice", "Ilse", "Jan")
FAMILY = (
    "Bakker",
    "Yilmaz",
    "Visser",
    "Jansen",
    "Haddad",
    "Mulder",
    "Kok",
    "Smit",
    "Vos",
    "Peters",
)
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of other people."""

    people: int
    networks: int

    @property
    def members(self) -> int:
        """Members of each network."""
        return self.people // self.networks


SMALL = Size(5_000, 100)
LARGE = Size(50_000, 1_000)


def fill(size: Size, *, already: Size | None = None) -> None:
    """Store people and networks up to `size`; `already` stand there."""
    first_person = already.people if already else 0
    first_network = already.networks if already else 0
    with scope.acting(SYSTEM):
        people = _people(range(first_person, size.people))
        networks = _networks(range(first_network, size.networks), people, size.members)
        _partners(networks)
        _members(networks, people, size.members)
        _invitations(networks, people)


def _step_codes() -> list[str]:
    return list(Step.objects.order_by("pk").values_list("code", flat=True)[:6])


def step_paths(networks: int) -> list[str]:
    """The address of one step of the route in each of the first networks."""
    code = _step_codes()[0]
    return [
        reverse("roadmap:step", kwargs={"slug": f"buurt-{number}", "code": code})
        for number in range(networks)
    ]


def steps() -> None:
    """Let every network be busy with the first steps of the route."""
    codes = _step_codes()
    with scope.acting(SYSTEM):
        known = set(StepProgress.objects.values_list("network_id", flat=True))
        rows = [
            StepProgress(
                network=network,
                step=code,
                number=1,
                status="busy",
                note="Wij zijn bezig.",
                changed_at=clock.now(),
            )
            for network in Network.objects.all()
            if network.pk not in known
            for code in codes
        ]
        StepProgress.objects.bulk_create(rows, batch_size=BATCH)


def _people(numbers: range) -> list[Person]:
    rows = [
        Person(
            given_name=GIVEN[number % 10],
            family_name=f"{FAMILY[number // 10 % 10]} {number}",
            email=f"bench{number}@voorbeeld.example",
            phone=f"0265{number:06d}",
            password=make_password(None),
        )
        for number in numbers
    ]
    return Person.objects.bulk_create(rows, batch_size=BATCH)


def _networks(numbers: range, people: list[Person], members: int) -> list[Network]:
    rows = [
        Network(
            name=f"Buurt {number}",
            slug=f"buurt-{number}",
            place_text=f"Plaats {number}",
            summary="Bewoners en professionals helpen elkaar.",
            started_by=people[index * members],
            started_at=clock.now(),
            decided_at=clock.now(),
            visibility="public",
        )
        for index, number in enumerate(numbers)
    ]
    return Network.objects.bulk_create(rows, batch_size=BATCH)


def _partners(networks: list[Network]) -> None:
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"Partij {number}", kind="welfare") for number in range(len(networks))
    )
    Partner.objects.bulk_create(
        Partner(network=network, organisation=organisation, from_on=BEGUN)
        for network, organisation in zip(networks, organisations, strict=True)
    )


def _members(networks: list[Network], people: list[Person], members: int) -> None:
    rows = [
        Membership(network=network, person=person, from_on=BEGUN, shown_publicly=place < 4)
        for index, network in enumerate(networks)
        for place, person in enumerate(people[index * members : (index + 1) * members])
    ]
    stored = Membership.objects.bulk_create(rows, batch_size=BATCH)
    roles = ("coordinator", "administrator", "village_supporter")
    MembershipRole.objects.bulk_create(
        (
            MembershipRole(
                network_id=member.network_id,
                membership=member,
                person_id=member.person_id,
                role=role,
                from_on=BEGUN,
            )
            for start in range(0, len(stored), members)
            for member, role in zip(stored[start : start + 3], roles, strict=True)
        ),
        batch_size=BATCH,
    )


def _invitations(networks: list[Network], people: list[Person]) -> None:
    now = clock.now()
    Invitation.objects.bulk_create(
        (
            Invitation(
                network=network,
                name=f"Genodigde {number}",
                email=f"genodigde{number}.{network.pk}@voorbeeld.example",
                way="mail",
                invited_by=people[0],
                sent_at=now,
                lapses_at=now + timedelta(days=30),
            )
            for network in networks
            for number in range(5)
        ),
        batch_size=BATCH,
    )


def signed_in(number: int) -> dict[str, str]:
    """The cookies of a session of one of the invented people, with a second factor."""
    person = Person.objects.get(email=f"bench{number}@voorbeeld.example")
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session["account_authentication_methods"] = [
        {"method": "mfa", "type": "totp", "at": clock.now().timestamp()}
    ]
    session["account_authentication_methods_user"] = str(person.pk)
    session.create()
    return {settings.SESSION_COOKIE_NAME: str(session.session_key)}
