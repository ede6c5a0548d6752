"""Learning along: until a day, with a supervisor; longer when a leader says so; over by itself."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks import access
from wijknetwerk.networks.errors import RoleHeld, RoleNotHeld
from wijknetwerk.networks.models import Membership, MembershipRole, Network, RoleCode, within
from wijknetwerk.networks.selectors.leading import leads_of
from wijknetwerk.networks.services import leaving, sharing
from wijknetwerk.notices.services import waiting

ENDS = "networks.learner_ends"
WARNED_BEFORE = timedelta(days=14)


@transaction.atomic
def extend(*, actor: Actor, network: Network, role: UUID, until_on: date) -> MembershipRole:
    """Let somebody learn along until a later day. A membership that ends with it, ends then too."""
    access.require(actor, access.Act.MANAGE_MEMBERS, network)
    rows = MembershipRole.objects.select_for_update(of=("self",)).select_related("membership")
    found: MembershipRole | None = rows.filter(
        network=network, uuid=role, role=RoleCode.LEARNER
    ).first()
    if found is None or found.until_on is None or found.until_on <= clock.today():
        raise RoleNotHeld
    if until_on <= found.until_on:
        raise InvalidInput(_("Choose a day after the day on which it ends now."))
    later = MembershipRole.objects.filter(membership=found.membership, role=RoleCode.LEARNER)
    if (
        later.filter(from_on__gte=found.until_on, from_on__lt=until_on)
        .exclude(pk=found.pk)
        .exists()
    ):
        raise RoleHeld
    member = Membership.objects.select_for_update(of=("self",)).get(pk=found.membership_id)
    if member.until_on == found.until_on:
        member.until_on = until_on
        member.save(update_fields=["until_on"])
    found.until_on = until_on
    found.save(update_fields=["until_on"])
    waiting.done(kind=ENDS, subject=found.uuid)
    client = found.person.uuid
    log.record(actor, "networks.learning_extended", found, client=client, fields=["until_on"])
    return found


def run(actor: Actor) -> None:
    """Tell supervisors what ends soon; tidy up after who learned until today. Run each night."""
    for wanted in ending_soon():
        waiting.wait(actor=actor, kind=ENDS, wanted=wanted)
    learned = MembershipRole.objects.filter(
        membership=models.OuterRef("pk"),
        role=RoleCode.LEARNER,
        until_on=models.OuterRef("until_on"),
    )
    over = Membership.objects.filter(until_on__lte=clock.today(), ended_reason="")
    for pk in over.filter(models.Exists(learned)).order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            _finish(actor, pk)


def _finish(actor: Actor, pk: int) -> None:
    """The doors are shut by the date already; this ends what still hangs on the membership."""
    rows = Membership.objects.select_for_update(of=("self",)).select_related("person", "network")
    member = rows.get(pk=pk)
    last_day = member.until_on
    sharing.stop_for(actor, member)
    leaving.end_membership(member, leaving.Reason.LEARNED)
    member.until_on = last_day
    member.save(update_fields=["until_on"])
    log.record(actor, "networks.learning_over", member, client=member.person.uuid)


def ending_soon() -> Iterable[Wanted]:
    """Who is told that a learner stops within two weeks: the supervisor, else who leads."""
    today = clock.today()
    for role in _soon().select_related("network", "person", "supervisor"):
        guide = role.supervisor
        here = guide is not None and guide.holds_on(today)
        people = [guide.person_id] if here and guide else leads_of(role.network)
        for person_id in people:
            yield Wanted(
                person_id=person_id,
                subject=role.uuid,
                network=role.network.uuid,
                place={"slug": role.network.slug, "uuid": str(role.uuid)},
                words={"who": role.person.name},
                due_on=role.until_on,
            )


def still_ending(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these roles still end within two weeks."""
    return set(_soon().filter(uuid__in=subjects).values_list("uuid", flat=True))


def _soon() -> models.QuerySet[MembershipRole]:
    today = clock.today()
    return MembershipRole.objects.filter(
        within(today),
        within(today, "membership__"),
        role=RoleCode.LEARNER,
        until_on__lte=today + WARNED_BEFORE,
    )
