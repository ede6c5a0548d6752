"""The people that every test knows. One network, De Linde, and one beside it, Oosterpoort.

Amina lives in De Linde and is a member without a role. Bas is a volunteer, also without a role.
Dewi coordinates the network. Ad is its administrator. Joost is its village supporter. Els is a
district nurse for Wijkzorg. Ben is on the board. Priya is privacy officer. Lena learns, with Els
as supervisor, until 1 March 2027. Mrs Bakker (84) is a member without e-mail.
Otto was a member and left. Sam has an account and is a member of nothing. Farid coordinates
Oosterpoort. Vera is administrator of the platform and a member of nothing.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import (
    Membership,
    MembershipRole,
    Network,
    Organisation,
    Partner,
    Visibility,
)

NOW = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)  # a Thursday morning
TODAY = date(2026, 11, 12)
BEGUN = date(2026, 1, 5)
PASSWORD = "een lang genoeg wachtwoord"
SYSTEM = Actor.system("tests")


@dataclass
class Cast:
    """Everybody by name, the two networks, and an actor for each."""

    people: dict[str, Person]
    members: dict[str, Membership]
    linde: Network
    oosterpoort: Network

    def __getattr__(self, name: str) -> Person:
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    def actor(self, name: str, *, second_factor: bool = True) -> Actor:
        """The actor of a person as they stand now."""
        at = clock.now() if second_factor else None
        return actor_of(self.people[name], second_factor_at=at)


def make_cast() -> Cast:
    """Store the cast; the rows are those that the services would make."""
    with scope.acting(SYSTEM):
        people = {name: _person(name, **fields) for name, fields in _PEOPLE.items()}
        linde = _network("De Linde", "de-linde", people["dewi"])
        oosterpoort = _network("Oosterpoort", "oosterpoort", people["farid"])
        wijkzorg = Organisation.objects.create(name="Wijkzorg", kind="district_nursing")
        partner = Partner.objects.create(network=linde, organisation=wijkzorg, from_on=BEGUN)
        members = {
            name: _member(linde, people[name], partner if name == "els" else None)
            for name in _IN_LINDE
        }
        members["farid"] = _member(oosterpoort, people["farid"], None)
        for name, role in _ROLES.items():
            _give(members[name], role)
        _give(members["lena"], "learner", supervisor=members["els"], until_on=date(2027, 3, 1))
        Membership.objects.filter(pk=members["otto"].pk).update(until_on=date(2026, 6, 1))
    return Cast(people, members, linde, oosterpoort)


_PEOPLE: dict[str, dict[str, Any]] = {
    "amina": {"family_name": "Haddad"},
    "bas": {"prefix": "van der", "family_name": "Meer"},
    "dewi": {"family_name": "Kusuma"},
    "ad": {"family_name": "Smit"},
    "joost": {"family_name": "Peters"},
    "els": {"family_name": "Vos"},
    "ben": {"family_name": "Mulder"},
    "priya": {"family_name": "Sharma"},
    "lena": {"family_name": "Kok"},
    "bakker": {"given_name": "Truus", "family_name": "Bakker", "email": None},
    "otto": {"family_name": "Blom"},
    "sam": {"family_name": "Dijk"},
    "farid": {"family_name": "Amrani"},
    "vera": {"family_name": "Prins", "is_platform_administrator": True},
}
_IN_LINDE = ("amina", "bas", "dewi", "ad", "joost", "els", "ben", "priya", "lena", "bakker", "otto")
_ROLES = {
    "dewi": "coordinator",
    "ad": "administrator",
    "joost": "village_supporter",
    "els": "professional",
    "ben": "board",
    "priya": "privacy_officer",
    "farid": "coordinator",
}


def _person(name: str, **fields: Any) -> Person:
    fields.setdefault("given_name", name.capitalize())
    fields.setdefault("email", f"{name}@voorbeeld.example")
    return Person.objects.create_user(fields.pop("email"), PASSWORD, **fields)


def _network(name: str, slug: str, starter: Person) -> Network:
    return Network.objects.create(
        name=name,
        slug=slug,
        place_text=name,
        started_by=starter,
        started_at=NOW,
        decided_at=NOW,
        visibility=Visibility.PUBLIC,
    )


def _member(network: Network, person: Person, partner: Partner | None) -> Membership:
    return Membership.objects.create(
        network=network,
        person=person,
        partner=partner,
        organisation=partner.organisation if partner else None,
        from_on=BEGUN,
    )


def _give(member: Membership, role: str, **fields: Any) -> MembershipRole:
    return MembershipRole.objects.create(
        network_id=member.network_id,
        membership=member,
        person_id=member.person_id,
        role=role,
        from_on=BEGUN,
        **fields,
    )
