"""Mrs Bakker, who has no way to sign in, her plan and who stands around her: laid down as rows, so
that a gate is quickly asked and every row can be another than the services would make it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from tests.cast import BEGUN, NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks.models import Membership, Organisation, Partner
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import CircleMember, EmergencyLook, Representative, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.services import sharing
from wijknetwerk.plans.tests.acting import begun
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import (
    PLAN_CARE,
    PLAN_OWN_PEOPLE,
    Deed,
    PartyKind,
)

DAY = timedelta(days=1)
WRITES = (Deed.READ, Deed.WRITE)


@dataclass
class Around:
    """Her plan in De Linde. Els works for Wijkzorg; nobody else works for a party."""

    cast: Cast
    plan: ResidentPlan
    wijkzorg: Organisation

    def seat(self, name: str, role: str = "family", **fields: Any) -> CircleMember:
        """A place in her circle, from today."""
        made = CircleMember.of(
            self.plan,
            **{"role": role, "state": "in", "from_on": TODAY, **fields},
            membership=self.cast.members[name],
        )
        made.save()
        return made

    def first(self, name: str, role: str = "family", **fields: Any) -> CircleMember:
        """Whom she calls first, who reads her circle."""
        made = self.seat(name, role, is_contact=True, **fields)
        self.shows(name, Part.CIRCLE, care=role == "professional")
        return made

    def named(self, **fields: Any) -> CircleMember:
        """Somebody of whom there is only a name."""
        made = CircleMember.of(self.plan, role="family", state="in", from_on=TODAY, **fields)
        made.name = "Buurman Piet"
        made.save()
        return made

    def shows(
        self, name: str, *parts: Part, deeds: tuple[Deed, ...] = (Deed.READ,), care: bool = False
    ) -> None:
        """She said that they may see this, or do more with it."""
        privacy.give_consent(
            actor=SYSTEM,
            person=(self.cast.bakker.pk, self.cast.bakker.uuid),
            network_uuid=self.cast.linde.uuid,
            purpose=PLAN_CARE if care else PLAN_OWN_PEOPLE,
            party_kind=PartyKind.PERSON,
            party_uuid=self.cast.people[name].uuid,
            parts=[part.value for part in parts],
            deeds=deeds,
        )

    def shows_no_more(self, name: str) -> None:
        """She takes back what she showed them."""
        whom = self.cast.people[name].uuid
        sharing.end_for(SYSTEM, self.plan, whom, event="plans.consent_ended")

    def speaks(self, name: str, *parts: Part, **fields: Any) -> Representative:
        """They decide for her, the proof was seen."""
        found: dict[str, Any] = {
            "network": self.cast.linde,
            "resident": self.cast.bakker,
            "kind": "child",
            "parts": [part.value for part in parts],
            "from_on": TODAY,
            "noted_by": self.cast.joost,
            "seen_by": self.cast.priya,
            "seen_at": NOW,
        }
        return Representative.objects.create(
            membership=self.cast.members[name], **{**found, **fields}
        )

    def looks(self, name: str = "els") -> EmergencyLook:
        """They look in an emergency, for Wijkzorg, now."""
        made = EmergencyLook.of(
            self.plan,
            membership=self.cast.members[name],
            organisation=self.wijkzorg,
            reason="danger",
            opened_at=NOW,
            review_by=TODAY,
        )
        made.words = "Zij doet niet open."
        made.save()
        return made

    def works(self, name: str, party: Organisation | None) -> None:
        """For whom somebody works now."""
        partner = Partner.objects.filter(organisation=party).first() if party else None
        Membership.objects.filter(pk=self.cast.members[name].pk).update(
            partner=partner, organisation=party
        )

    def other_party(self) -> Organisation:
        """Another party of the network."""
        made = Organisation.objects.create(name="Zorg Twee", kind="district_nursing")
        Partner.objects.create(network=self.cast.linde, organisation=made, from_on=BEGUN)
        return made

    def she(self, **fields: Any) -> None:
        """She is another than she was: has an address, say."""
        people = type(self.cast.bakker).objects.filter(pk=self.cast.bakker.pk)
        people.update(**fields)

    def fresh(self) -> ResidentPlan:
        """Her plan as it stands now."""
        return ResidentPlan.objects.select_related("resident", "network").get(pk=self.plan.pk)

    def hand(self, name: str) -> Hand:
        """Her plan in somebody's hand. NotFound."""
        return access.plan_for(self.cast.actor(name), self.plan.uuid)

    def opens(self, name: str) -> bool:
        """Whether it opens for them at all."""
        try:
            return bool(self.hand(name))
        except NotFound:
            return False


@contextmanager
def undone() -> Iterator[None]:
    """What is changed in here is as it was afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def around(cast: Cast, as_system: None) -> Around:
    """Nobody stands around her yet."""
    plan = begun(cast, "bakker")
    return Around(cast, plan, Organisation.objects.get())
