"""The example networks: invented people in networks of real and invented places.

Rows are stored as the services would have made them, with days counted from the day of loading.
What a visitor may act on, such as open invitations, goes through the services themselves.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wijknetwerk.accounts.example import how_to_sign_in, make_person
from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.demo import Guest
from wijknetwerk.networks import words
from wijknetwerk.networks.areas import files
from wijknetwerk.networks.models import (
    Area,
    Handover,
    Invitation,
    Membership,
    MembershipRole,
    Network,
    NetworkArea,
    Organisation,
    Partner,
    RoleName,
)
from wijknetwerk.networks.services import areas as area_services
from wijknetwerk.networks.services import invitations, sharing
from wijknetwerk.networks.services.place import remember_words

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

FOLDER = Path(__file__).parent / "example"
SLUGS = ("presikhaaf", "oosterpoort", "veerdorp", "wedde", "kwakelrode")
PARTS = ("", ".people", ".more", ".plans")
LOADER = Actor.system("demo.example")


def read_example(slug: str) -> dict[str, Any]:
    """What the files of one example tell."""
    told: dict[str, Any] = {}
    people: list[dict[str, Any]] = []
    for part in PARTS:
        path = FOLDER / f"{slug}{part}.toml"
        if path.exists():
            told |= tomllib.loads(path.read_text(encoding="utf-8"))
            people += told.pop("people", [])
    return told | {"people": people}


def load_all() -> dict[str, tuple[Network, dict[str, "Person"]]]:
    """Load every example network and its people; each with its people by key."""
    with scope.acting(LOADER):
        for path in sorted(FOLDER.glob("areas*.csv")):
            area_services.load_areas(actor=LOADER, rows=files.read(path))
        people: dict[str, Person] = {}
        told = {slug: read_example(slug) for slug in SLUGS}
        for example in told.values():
            for row in example["people"]:
                people[row["key"]] = make_person(LOADER, row)
        return {slug: (_Example(told[slug], people).load(), people) for slug in SLUGS}


def loaded() -> dict[str, tuple[Network, dict[str, "Person"]]]:
    """The example networks that stand in the database, with their people by key."""
    with scope.acting(LOADER):
        found = {}
        for network in Network.objects.filter(slug__in=SLUGS, is_example=True):
            members = Membership.objects.filter(network=network).select_related("person")
            by_name = {_named(member.person): member.person for member in members}
            rows = read_example(network.slug)["people"]
            people = {row["key"]: by_name[_said(row)] for row in rows if _said(row) in by_name}
            found[network.slug] = (network, people)
        return found


def guests() -> list[Guest]:
    """Who there is to sign in as, for the table that the demo prints."""
    rows = _people_in("presikhaaf.people.toml")  # not all: the table stays short
    of_wedde = [row for row in _people_in("wedde.toml") if row["key"] in _OF_WEDDE]
    return [
        *(_guest(row, _role_of(row)) for row in rows),
        *(_guest(row, f"Wedde: {_role_of(row)}") for row in of_wedde),
    ]


_OF_WEDDE = ("wedde_tineke", "wedde_harm", "wedde_fenna", "wedde_poh")  # the desk, and helpers


def _people_in(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((FOLDER / name).read_text("utf-8"))["people"]
    return rows


def _guest(row: dict[str, Any], role: str) -> Guest:
    name = " ".join(part for part in _said(row) if part)
    return Guest(name, role, row["email"] or "-", how_to_sign_in(row))


def _role_of(row: Mapping[str, Any]) -> str:
    if row.get("platform_administrator"):
        return "platformbeheerder"
    held = [role["code"] for role in row.get("roles", []) if "until_days_ago" not in role]
    names = [words.roles()[code].names["nl"] for code in held]
    return ", ".join(names) if names else "bewoner of vrijwilliger"


def _said(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return row["given_name"], row["prefix"], row["family_name"]


def _named(person: "Person") -> tuple[str, str, str]:
    return person.given_name, person.prefix, person.family_name


@dataclass
class _Example:
    """One example network while it is being stored."""

    told: dict[str, Any]
    people: dict[str, "Person"]
    today: date = field(default_factory=clock.today)

    @cached_property
    def network(self) -> Network:
        said = self.told["network"]
        plain = ("name", "slug", "place_text", "summary", "why", "phone", "email")
        more = ("desk_place", "desk_hours", "open_for_joining", "visibility")
        return Network.objects.create(
            **{name: said[name] for name in (*plain, *more)},
            is_example=True,
            started_by=self.people[said["started_by"]],
            started_at=self._at(said["started_days_ago"]),
            asked_at=self._at(said.get("asked_days_ago")),
            decided_at=self._at(said.get("decided_days_ago")),
        )

    def load(self) -> Network:
        """Store all of it, from the network down to what is still open."""
        self._settings()
        partners = self._partners()
        members = self._members(partners)
        self._roles(members)
        for row in self.told.get("handovers", []):
            self._handover(row, members)
        for row in self.told.get("invitations", []):
            self._invitation(row, partners)
        return self.network

    def _settings(self) -> None:
        said = self.told["network"]
        rows = Area.objects.filter(code__in=said["areas"], year=said["areas_year"])
        for area in rows:
            NetworkArea.objects.create(network=self.network, area=area)
        remember_words(self.network)
        for role, name in said.get("role_names", {}).items():
            RoleName.objects.create(network=self.network, role=role, name=name)

    def _partners(self) -> dict[str, Partner]:
        found = {}
        for row in self.told.get("organisations", []):
            facts = {name: row[name] for name in ("name", "kind", "phone", "website")}
            organisation = Organisation.objects.create(**facts, is_example=True)
            found[row["key"]] = Partner.objects.create(
                network=self.network,
                organisation=organisation,
                from_on=self._past(row["partner_since_days_ago"]),
                until_on=self._day(row.get("partner_until_days_ago")),
            )
        return found

    def _members(self, partners: Mapping[str, Partner]) -> dict[str, Membership]:
        found = {}
        for row in self.told["people"]:
            said = row.get("membership")
            if said is None:
                continue
            partner = partners.get(said["partner"])
            with clock.frozen(self._moment(said["joined_days_ago"])):
                found[row["key"]] = Membership.objects.create(
                    network=self.network,
                    person=self.people[row["key"]],
                    partner=partner,
                    organisation=partner.organisation if partner else None,
                    discipline=said["discipline"],
                    energies=said["energies"],
                    introduction=row["introduction"],
                    shown_publicly=said["shown_publicly"],
                    phone_shown=said["phone_shown"],
                    from_on=self._past(said["joined_days_ago"]),
                    until_on=self._day(said.get("left_days_ago")),
                )
        for member in found.values():
            for mark in sharing.MARKS:
                if member.until_on is None and getattr(member, mark):
                    sharing.give(LOADER, member, mark)
        return found

    def _roles(self, members: Mapping[str, Membership]) -> None:
        for row in self.told["people"]:
            for said in row.get("roles", []):
                member = members[row["key"]]
                ahead = said.get("until_days_ahead")
                ago = said.get("until_days_ago") if ahead is None else -ahead
                MembershipRole.objects.create(
                    network=self.network,
                    membership=member,
                    person_id=member.person_id,
                    role=said["code"],
                    from_on=self._past(said["from_days_ago"]),
                    until_on=self._day(ago),
                    supervisor=members.get(said.get("supervisor", "")),
                    paid_by=said.get("paid_by", ""),
                    hours_a_week=said.get("hours_a_week"),
                    assent_text=said.get("assent_text", ""),
                )

    def _handover(self, row: Mapping[str, Any], members: Mapping[str, Membership]) -> None:
        Handover.objects.create(
            network=self.network,
            role=row["role"],
            from_membership=members[row["from"]],
            to_membership=members[row["to"]],
            note=row["note"],
            state=row["state"],
            asked_at=self._moment(row["asked_days_ago"]),
            answered_at=self._at(row.get("answered_days_ago")),
        )

    def _invitation(self, row: Mapping[str, Any], partners: Mapping[str, Partner]) -> None:
        if row["state"] == "open":
            self._invite(row, partners)
            return
        sent = self._moment(row["sent_days_ago"])
        Invitation.objects.create(
            **self._wished(row, partners),
            network=self.network,
            state=row["state"],
            invited_by=self.people[row["invited_by"]],
            sent_at=sent,
            lapses_at=sent + timedelta(days=row["valid_days"]),
            answered_at=self._at(row.get("answered_days_ago")),
        )

    def _invite(self, row: Mapping[str, Any], partners: Mapping[str, Partner]) -> None:
        """An open invitation can be answered in the demo, so it is sent as any other."""
        with clock.frozen(self._moment(row["sent_days_ago"])):
            actor = actor_of(self.people[row["invited_by"]])
            with scope.acting(actor):
                wished = self._wished(row, partners)
                partner = wished["partner"]
                wish = invitations.Wish(**{**wished, "partner": partner and partner.uuid})
                invitations.invite(actor=actor, network=self.network, wish=wish)

    def _wished(self, row: Mapping[str, Any], partners: Mapping[str, Partner]) -> dict[str, Any]:
        plain = ("name", "email", "way", "role", "discipline", "message", "language")
        return {
            **{name: row[name] for name in plain},
            "address_lines": "\n".join(row.get("address_lines", [])),
            "partner": partners.get(row["partner"]),
        }

    def _past(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def _day(self, days_ago: int | None) -> date | None:
        return None if days_ago is None else self._past(days_ago)

    def _at(self, days_ago: int | None) -> datetime | None:
        return None if days_ago is None else self._moment(days_ago)

    def _moment(self, days_ago: int) -> datetime:
        return datetime.combine(self.today - timedelta(days=days_ago), time(9), tzinfo=UTC)
