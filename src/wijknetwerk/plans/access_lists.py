"""Which plans somebody may read, as one query: the same as `access.may`, in SQL."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import (
    BigIntegerField,
    CharField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
    TextField,
)
from django.db.models.functions import Cast

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.plans import decision
from wijknetwerk.plans.access_facts import LEARNER, Asker, asking, same_party
from wijknetwerk.plans.models import CircleMember, PlanState, Representative, ResidentPlan
from wijknetwerk.plans.parts import EMERGENCY, Part
from wijknetwerk.privacy import selectors as privacy
from wijknetwerk.privacy.purposes import (
    PLAN_CARE,
    PLAN_ONE_THING,
    PLAN_OWN_PEOPLE,
    Deed,
    Ground,
    PartyKind,
)

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def shown_rows(*, opens: bool, money: bool, named: Iterable[str] = ()) -> Q:
    """Which rows of one kind show: by their part those that aren't about money, by the part money
    those that are, and single ones that a consent names by uuid."""
    seen = Q(uuid__in=named)
    if opens:
        seen |= Q(money=False)
    if money:
        seen |= Q(money=True)
    return seen


def readable(actor: Actor, part: Part | None = None) -> QuerySet[ResidentPlan]:
    """The plans of which the actor may read this part, or anything at all, now. Says the same as
    `may`, in SQL."""
    rows = ResidentPlan.objects.all()
    if not actor.is_person or actor.noting_for is not None:
        return rows.none()
    learns = [n for n in actor.network_ids if actor.has_role(n, LEARNER)]
    others = _of_others(Asker.now_is(actor), part) & ~Q(network__in=learns)
    return rows.filter(Q(resident=actor.own_id) | others)


def of_others(actor: Actor, network: "Network") -> list[ResidentPlan]:
    """The plans of others in one network of which the actor may read anything now, with whose they
    are; one query, which is the same for everybody and kept."""
    if not actor.is_person or actor.noting_for is not None or actor.has_role(network.pk, LEARNER):
        return []
    return _OF_OTHERS.ask(network_id=network.pk, **asking(actor))


def _of_others(asker: Asker, part: Part | None) -> Q:
    others = Q(Exists(_circle_with_yes(asker, part)), state=PlanState.OPEN)
    others |= Q(Exists(_scope_over(asker, part)))
    if part is None or part in EMERGENCY:
        here = asker.looking().filter(plan=OuterRef("pk"))
        others |= Q(Exists(here), state=PlanState.OPEN)
    return others & Q(network__stopped_on=None) & ~Q(resident=asker.person)


_OF_OTHERS = Statement(
    lambda: ResidentPlan.objects.filter(
        _of_others(Asker.slots(), None), network=Slot("network", BigIntegerField())
    ).select_related("resident")
)


def that_open(actor: Actor, plans: Collection[str]) -> set[str]:
    """Which of these plans open for somebody now, for what waits on Vandaag."""
    uuids = readable(actor).filter(uuid__in=list(plans)).values_list("uuid", flat=True)
    return {str(uuid) for uuid in uuids}


def opens_any(person: UUID | None, network: UUID | None) -> bool:
    """Whether any plan of this network opens for somebody at the moment a mail leaves."""
    if person is None or network is None:
        return False
    found = get_user_model().objects.filter(uuid=person, is_active=True).first()
    if found is None:
        return False
    actor = actor_of(found)
    with scope.acting(actor):
        return readable(actor).filter(network__uuid=network).exists()


def _circle_with_yes(asker: Asker, part: Part | None) -> QuerySet[CircleMember]:
    yes = privacy.of_a_plan(asker.now).annotate(
        place_role=_of_place("role"),
        place_kind=_of_place("organisation__kind"),
        parts_text=Cast("parts", TextField()),
        deeds_text=Cast("deeds", TextField()),
    )
    yes = yes.filter(
        _to_whom(asker),
        _for_what(),
        _on_a_ground(),
        person=OuterRef("resident"),
        network_uuid=OuterRef("network__uuid"),
        valid_from__gte=OuterRef("plan__begun_at"),
        deeds_text__contains=_quoted(Deed.READ),
    ).exclude(parts=[])
    if part is not None:
        yes = yes.filter(parts_text__contains=_quoted(part))
    places = asker.in_circle().filter(same_party(asker.today), plan=OuterRef("pk"))
    return places.filter(Exists(yes))


def _to_whom(asker: Asker) -> Q:
    person = Q(party_kind=PartyKind.PERSON, party_uuid=asker.uuid)
    team = Q(party_kind=PartyKind.TEAM, party_uuid=OuterRef("plan__uuid"))
    party = Q(party_kind=PartyKind.ORGANISATION, party_uuid=OuterRef("organisation__uuid"))
    return person | (team & Q(place_role__in=sorted(decision.COMES_TO_ME))) | party


def _of_place(name: str) -> "ExpressionWrapper[Any]":
    return ExpressionWrapper(OuterRef(name), output_field=CharField())


def _on_a_ground() -> Q:
    """A party that needs a task of the law has more than a consent."""
    task = Q(place_kind__in=sorted(decision.NEED_A_TASK))
    return Q(place_kind=None) | ~task | ~Q(ground=Ground.CONSENT)


def _for_what() -> Q:
    own = Q(place_role__in=sorted(decision.OWN_PEOPLE))
    return (
        Q(purpose=PLAN_ONE_THING.code)
        | (Q(purpose=PLAN_OWN_PEOPLE.code) & own)
        | (Q(purpose=PLAN_CARE.code) & ~own)
    )


def _scope_over(asker: Asker, part: Part | None) -> QuerySet[Representative]:
    rows = asker.representing().annotate(parts_text=Cast("parts", TextField()))
    rows = rows.filter(resident=OuterRef("resident"), network=OuterRef("network"))
    if part is None:
        any_part = ~Q(parts=[]) & ~Q(kind=decision.ONLY_MONEY)
        return rows.filter(any_part | Q(parts_text__contains=_quoted(Part.MONEY)))
    rows = rows.filter(parts_text__contains=_quoted(part))
    return rows if part == Part.MONEY else rows.exclude(kind=decision.ONLY_MONEY)


def _quoted(code: str) -> str:
    """A code as it stands in a list of JSON: no code is found within another."""
    return f'"{code}"'
