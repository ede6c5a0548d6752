"""Starting a network: a draft that is saved at every step, then the network itself."""

from datetime import datetime, time
from decimal import Decimal
from uuid import UUID, uuid4

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.utils.text import slugify

from wijknetwerk.accounts.confirmed import has_confirmed_address
from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access
from wijknetwerk.networks.errors_network import (
    NoConfirmedAddress,
    NotComplete,
    TooManyDrafts,
    TwoADay,
)
from wijknetwerk.networks.models import (
    Membership,
    MembershipRole,
    Network,
    NetworkArea,
    RoleCode,
    StartPlan,
    Visibility,
)
from wijknetwerk.networks.services import search
from wijknetwerk.networks.services.place import remember_words

A_DAY = 2
DRAFTS = 5
DRAFT_SLUG = "concept-"
# Words that stand for something else in an address, or look as if the platform itself spoke.
RESERVED = frozenset(
    (
        *("admin", "api", "beheer", "concept", "demo", "help", "hulp", "inloggen", "login", "n"),
        *("netwerk", "nieuw", "over", "platform", "static", "vandaag", "wijk", "wijken"),
        "wijknetwerk",
    )
)


@transaction.atomic
def begin_network(*, actor: Actor, name: str, summary: str, why: str = "") -> Network:
    """A draft that only its starter sees. NoConfirmedAddress, or TooManyDrafts."""
    person_id = _may_start(actor)
    _lock_person(person_id)
    drafts = Network.objects.filter(started_by_id=person_id, visibility=Visibility.DRAFT)
    if drafts.count() >= DRAFTS:
        raise TooManyDrafts
    network = Network.objects.create(
        name=name,
        summary=summary,
        why=why,
        slug=f"{DRAFT_SLUG}{uuid4().hex}",
        started_by_id=person_id,
    )
    log.record(actor, "networks.draft_begun", network, action=Action.CREATE)
    return network


@transaction.atomic
def describe_draft(*, actor: Actor, draft: UUID, name: str, summary: str, why: str) -> Network:
    """Change the name and the reason of a draft."""
    network = access.draft_for(actor, draft)
    network.name, network.summary, network.why = name, summary, why
    network.save(update_fields=["name", "summary", "why"])
    log.record(actor, "networks.draft_changed", network, fields=["name", "summary", "why"])
    return network


@transaction.atomic
def place_draft(*, actor: Actor, draft: UUID, place_text: str) -> Network:
    """Say in words where the network is; areas are added one by one (`services.place`)."""
    network = access.draft_for(actor, draft)
    network.place_text = place_text
    network.save(update_fields=["place_text"])
    log.record(actor, "networks.draft_changed", network, fields=["place_text"])
    return network


@transaction.atomic
def staff_draft(
    *,
    actor: Actor,
    draft: UUID,
    as_coordinator: bool,
    paid_by: str = "",
    hours_a_week: Decimal | None = None,
    phone: str = "",
    desk_place: str = "",
    desk_hours: str = "",
) -> Network:
    """Say who leads the network, and how people reach it."""
    network = access.draft_for(actor, draft)
    network.phone, network.desk_place, network.desk_hours = phone, desk_place, desk_hours
    network.save(update_fields=["phone", "desk_place", "desk_hours"])
    with scope.including(network.pk, network.uuid):
        part = {
            "as_coordinator": as_coordinator,
            "paid_by": paid_by if as_coordinator else "",
            "hours_a_week": hours_a_week if as_coordinator else None,
        }
        StartPlan.objects.update_or_create(network=network, defaults=part)
    log.record(actor, "networks.draft_changed", network, fields=["phone", "desk", "part"])
    return network


@transaction.atomic
def drop_draft(*, actor: Actor, draft: UUID) -> None:
    """Throw away a draft. Nobody else ever saw it, so nothing of it is kept but the log.

    NotFound when it became a network at this very moment.
    """
    _lock_person(actor.own_id)
    network = access.draft_for(actor, draft)
    log.record(actor, "networks.draft_dropped", network, action=Action.DELETE)
    with scope.including(network.pk, network.uuid):
        StartPlan.objects.filter(network=network).delete()
        NetworkArea.objects.filter(network=network).delete()
        network.delete()


@transaction.atomic
def start_network(*, actor: Actor, draft: UUID) -> Network:
    """The network exists, for members only; the starter is its administrator, and coordinator
    when they said so.

    TwoADay, also when two forms arrive at the same moment; NotComplete; NoConfirmedAddress.
    """
    person_id = _may_start(actor)
    _lock_person(person_id)
    network = access.draft_for(actor, draft)
    if _started_today(actor) >= A_DAY:
        raise TwoADay
    with scope.including(network.pk, network.uuid):
        if not network.name or not (network.place_text or _has_areas(network)):
            raise NotComplete
        network.visibility, network.started_at = Visibility.MEMBERS, clock.now()
        network.place_text = network.place_text or _place_of(network)
        _save_with_slug(network)
        remember_words(network)
        _first_member(actor, person_id, network)
        log.record(actor, "networks.started", network, action=Action.CREATE)
        search.network_changed(network)
        log.remember_name(network.uuid, network.name)
    return network


def _may_start(actor: Actor) -> int:
    """The person, whose address must be confirmed."""
    if actor.person_id is None:
        raise NotAllowed
    if not has_confirmed_address(actor.person_id):
        raise NoConfirmedAddress
    return actor.person_id


def _lock_person(person_id: int) -> None:
    """Who starts two networks at the same moment is counted one after the other."""
    people = get_user_model().objects.select_for_update().filter(pk=person_id)
    list(people.values_list("pk"))


def _started_today(actor: Actor) -> int:
    midnight = datetime.combine(clock.today(), time.min, clock.AMSTERDAM)
    return Network.objects.filter(started_by_id=actor.person_id, started_at__gte=midnight).count()


def _has_areas(network: Network) -> bool:
    return NetworkArea.objects.filter(network=network).exists()


def _place_of(network: Network) -> str:
    """The place in words, from the areas: 'Presikhaaf-Oost, Presikhaaf-West (Arnhem)'."""
    chosen = NetworkArea.objects.filter(network=network).order_by("area__name")
    rows = list(chosen.values_list("area__name", "area__municipality_name"))
    names = ", ".join(dict.fromkeys(name for name, _town in rows))
    towns = ", ".join(dict.fromkeys(town for _name, town in rows))
    text = names if names == towns else f"{names} ({towns})"
    return text if len(text) <= 120 else f"{text[:119]}…"


def _save_with_slug(network: Network) -> None:
    """Give an address made from the name; when it is taken, with a number behind it."""
    base = (slugify(network.name) or "netwerk")[:50].strip("-")
    if base.startswith(DRAFT_SLUG):
        base = f"netwerk-{base}"
    taken = set(Network.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 1
    while True:
        slug = base if number == 1 else f"{base}-{number}"
        number += 1
        if slug in taken or slug in RESERVED:
            continue
        network.slug = slug
        try:
            with transaction.atomic():
                network.save()
        except IntegrityError:
            continue  # somebody else took it at this very moment
        return


def _first_member(actor: Actor, person_id: int, network: Network) -> None:
    part = StartPlan.objects.filter(network=network).first() or StartPlan(network=network)
    today = clock.today()
    member = Membership.objects.create(network=network, person_id=person_id, from_on=today)
    given = {"network": network, "membership": member, "person_id": person_id}
    given["given_by_id"] = person_id
    MembershipRole.objects.create(**given, role=RoleCode.ADMINISTRATOR, from_on=today)
    if part.as_coordinator:
        MembershipRole.objects.create(
            **given,
            role=RoleCode.COORDINATOR,
            from_on=today,
            paid_by=part.paid_by,
            hours_a_week=part.hours_a_week,
        )
    log.record(
        actor,
        "networks.member_joined",
        member,
        client=actor.person_uuid,
        action=Action.CREATE,
        way="started",
    )
    if part.pk:
        part.delete()
