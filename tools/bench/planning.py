"""One plan with 200 agreements and 500 messages, worked from by a circle of eight, among the plans
of others: ten at first, and then a hundred with as much each as a plan of a year has."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.urls import reverse

from tools.bench import logbook
from tools.bench.seed import BATCH, BEGUN, SYSTEM
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import Membership, MembershipRole, Network, Partner
from wijknetwerk.plans import access, presets
from wijknetwerk.plans.models import Agreement, CircleMember, Conference, Message, ResidentPlan
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.services import circle, conference, plans, sharing, words
from wijknetwerk.plans.services.conference import Asked, Slot
from wijknetwerk.plans.services.words import Card, Said
from wijknetwerk.privacy.purposes import PartyKind

RESIDENT, NURSE = 30, 31
AROUND = range(31, 39)
AGREEMENTS, MESSAGES = 200, 500
OF_OTHERS, MANY = 10, 100
EACH = (20, 50)
LOOKS = 2_000
WORDS = "Els komt op maandag en donderdag om tien uur langs om het verband te verwisselen."


def fill() -> None:
    """The plan of which the pages are asked, and ten of others."""
    with scope.acting(SYSTEM):
        network = Network.objects.get(slug="buurt-0")
        _nurse(network)
        plan = _begun(network, RESIDENT)
        _told(plan)
        _circle(plan)
        _rows(plan, AGREEMENTS, MESSAGES)
        logbook.fill(LOOKS, client=plan.resident.uuid)
        grow(range(OF_OTHERS))


def grow(numbers: range) -> None:
    """Plans of others, of the same network first."""
    with scope.acting(SYSTEM):
        others = Membership.objects.exclude(person__in=_around()).order_by("pk")
        at = clock.now()
        made = ResidentPlan.objects.bulk_create(
            ResidentPlan(
                network_id=one.network_id,
                resident_id=one.person_id,
                begun_at=at,
                begun_how="self",
            )
            for one in others[numbers.start : numbers.stop]
        )
        for plan in made:
            _rows(plan, *EACH)
        logbook.fill(LOOKS * len(made) // OF_OTHERS)


def addresses() -> dict[str, tuple[str, int, int]]:
    """The pages: path, budget in B, whose session."""
    with scope.acting(SYSTEM):
        plan = ResidentPlan.objects.get(resident=_person(RESIDENT))
        talk = Conference.objects.get(plan=plan).uuid

    def at(name: str, *more: UUID) -> str:
        return reverse(f"plans:{name}", args=[plan.uuid, *more])

    return {
        "Mijn plan, of 200 agreements and 500 messages": (at("plan"), 45, RESIDENT),
        "the same plan, for a nurse": (at("plan"), 45, NURSE),
        "what was agreed, 200": (at("agreements"), 45, RESIDENT),
        "messages, 500": (at("messages"), 45, NURSE),
        "who may see what": (at("sharing"), 45, RESIDENT),
        "a talk": (at("conference", talk), 45, NURSE),
        "the conversation card": (at("card"), 45, RESIDENT),
        "Plannen": (reverse("plans:circles", args=["buurt-0"]), 35, NURSE),
    }


def _person(number: int) -> Person:
    return Person.objects.get(email=f"bench{number}@voorbeeld.example")


def _around() -> list[int]:
    return [_person(number).pk for number in (RESIDENT, *AROUND)]


def _member(network: Network, number: int) -> Membership:
    return Membership.objects.get(network=network, person=_person(number))


def _nurse(network: Network) -> None:
    partner = Partner.objects.filter(network=network).order_by("pk")[0]
    member = _member(network, NURSE)
    member.partner, member.organisation = partner, partner.organisation
    member.save()
    MembershipRole.objects.create(
        network=network,
        membership=member,
        person=member.person,
        role="professional",
        from_on=BEGUN,
    )


def _begun(network: Network, number: int) -> ResidentPlan:
    actor = actor_of(_person(number))
    with scope.acting(actor):
        return plans.begin(actor=actor, network=network)


def _told(plan: ResidentPlan) -> None:
    """Twelve lines in own words, and three cards."""
    actor = actor_of(plan.resident)
    with scope.acting(actor):
        hand = access.plan_for(actor, plan.uuid)
        for thing in ("want", "strength", "need", "goal"):
            for _each in range(3):
                words.write(hand=hand, thing=thing, said=Said(WORDS))
        for days in (0, 100, 200):
            on = clock.today() - timedelta(days=days)
            marks = {"body": 4, "mind": 6, "meaning": 7}
            words.keep_card(hand=hand, card=Card(marks, why=WORDS, on=on))


def _circle(plan: ResidentPlan) -> None:
    """Eight people who see it all, of whom the nurse leads a talk that is to come."""
    actor = actor_of(plan.resident)
    everything = presets.sharing(Preset.EVERYTHING)
    places: list[UUID] = []
    with scope.acting(SYSTEM):
        members = [_member(plan.network, number).uuid for number in AROUND]
    with scope.acting(actor):
        hand = access.plan_for(actor, plan.uuid)
        for member in members:
            role = "family" if places else "professional"
            place = circle.add(hand=hand, member=member, role=role)
            sharing.give(hand=hand, kind=PartyKind.PERSON, place=place.uuid, chosen=everything)
            places.append(place.uuid)
        circle.appoint(hand=hand, place=places[0])
        begins = clock.now() + timedelta(days=7)
        slot = Slot(begins, begins + timedelta(hours=1))
        conference.call(hand=hand, asked=Asked(WORDS, slot, people=places))


def _rows(plan: ResidentPlan, agreements: int, messages: int) -> None:
    """Two of three agreements are done; messages of the last year."""
    now, today = clock.now(), clock.today()
    places: Sequence[CircleMember] = list(CircleMember.objects.filter(plan=plan).order_by("pk"))
    made = []
    for number in range(agreements):
        place = places[number % len(places)] if places else None
        done = number % 3 != 0
        row = Agreement.of(
            plan,
            owner="circle" if place else "resident",
            place=place,
            due_on=today + timedelta(days=number - agreements // 2),
            state="done" if done else "agreed",
            done_on=today if done else None,
        )
        row.what = WORDS
        made.append(row)
    Agreement.objects.bulk_create(made, batch_size=BATCH)
    said = []
    for number in range(messages):
        at = now - timedelta(hours=number * 12)
        line = Message.of(plan, written_at=at, written_by_id=plan.resident_id)
        line.text = WORDS
        said.append(line)
    Message.objects.bulk_create(said, batch_size=BATCH)
