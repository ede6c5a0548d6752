"""What plans hold about a person, and how it goes (rule K3)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.plans.models import CircleMember, Representative, ResidentPlan
from wijknetwerk.plans.selectors import taken
from wijknetwerk.plans.services import forgetting

READER = Actor.system("plans.personal_data")


class PlansData:
    """One's own plans whole; of others' plans only that one was in a circle, and not of whom."""

    title: str | Promise = _("Your plan, and circles you are in")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All of one's own plan, open and closed; one's places in circles."""
        with scope.acting(READER):
            person = _person(person_uuid)
            own = ResidentPlan.objects.filter(resident__uuid=person_uuid)
            found = [
                record
                for plan in own.select_related("network").order_by("pk")
                for record in taken.records(plan)
            ]
            found += [_place(row) for row in _places(person)]
            found += [_speaks(row) for row in _speaking(person)]
        yield from found

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """One's own plans go whole. In others' plans the words stay, because they are theirs."""
        person = _person(person_uuid)
        if person is None:
            return []
        with scope.acting(READER):
            own = forgetting.erase_plans(ResidentPlan.objects.filter(resident=person))
            Representative.objects.filter(resident=person).delete()
            places = forgetting.without(person)
            if own or places:
                log.record(actor, "plans.person_erased", None, client=person_uuid)
        return [
            Erasure(_("Your plan, with all that was in it"), own, "deleted"),
            Erasure(
                _("Your place in circles of others"),
                places,
                "anonymised",
                _("What you wrote in somebody's plan is theirs. It stays, without your name."),
            ),
        ]


def _person(uuid: UUID) -> Any:
    return get_user_model().objects.filter(uuid=uuid).first()


def _places(person: Any) -> Iterable[CircleMember]:
    rows = CircleMember.objects.filter(membership__person=person).select_related("network")
    return rows.order_by("pk") if person else []


def _place(row: CircleMember) -> Record:
    return Record(
        _("In the circle of somebody's plan"),
        (
            (_("Network"), row.network.name),
            (_("As"), row.get_role_display()),
            (_("From"), row.from_on),
            (_("Until"), row.until_on),
        ),
    )


def _speaking(person: Any) -> Iterable[Representative]:
    rows = Representative.objects.filter(membership__person=person).select_related("network")
    return rows.order_by("pk") if person else []


def _speaks(row: Representative) -> Record:
    """That one may decide for somebody; not for whom, and not about what."""
    return Record(
        _("You may decide for somebody"),
        (
            (_("Network"), row.network.name),
            (_("As"), row.get_kind_display()),
            (_("From"), row.from_on),
            (_("Until"), row.until_on),
            (_("Ended"), row.ended_at),
        ),
    )
