"""The day on which a network stops. One transaction a network: killed in the middle, nothing was
done and it is done again; run twice, the second run finds nothing to do."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from wijknetwerk.core import clock, log, outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending
from wijknetwerk.networks.models import (
    ExitAnswer,
    Invitation,
    InvitationState,
    JoinRequest,
    Membership,
    MembershipRole,
    Network,
    Partner,
    Stop,
    StopState,
    Visibility,
)
from wijknetwerk.networks.selectors import stop_votes
from wijknetwerk.networks.services import (
    facts,
    invitations,
    leader_waits,
    leaving,
    search,
    sharing,
    stopping,
)
from wijknetwerk.networks.services.leaving import Reason
from wijknetwerk.networks.services.pausing import act_on_parts, locked
from wijknetwerk.notices.services import waiting


def due_stops() -> Iterable[int]:
    """Stops whose day has come."""
    rows = Stop.objects.filter(state=StopState.OPEN, stops_on__lte=clock.today())
    return list(rows.order_by("pk").values_list("pk", flat=True))


def left_over() -> Iterable[int]:
    """Stopped networks in which somebody still takes part: joined at that very moment."""
    rows = Membership.objects.filter(_runs(), network__stopped_on__isnull=False)
    return sorted(set(rows.values_list("network_id", flat=True)))


@transaction.atomic
def carry_out(*, actor: Actor, stop_id: int) -> bool:
    """Stop the network if its day has come and it was agreed; else it goes on. Whether it did."""
    found = Stop.objects.filter(pk=stop_id, state=StopState.OPEN, stops_on__lte=clock.today())
    network_id = found.values_list("network_id", flat=True).first()
    if network_id is None:
        return False
    network = locked(Network(pk=network_id))  # the network first, as calling it off does
    stop = found.select_for_update(of=("self",)).first()
    if stop is None:
        return False
    stop.network = network
    if not stop_votes.is_agreed(stop):  # as people and roles are today
        stopping.go_on(stop, network, StopState.LAPSED)
        log.record(actor, "networks.stop_lapsed", stop)
        return False
    act_on_parts(actor, network, Ending.STOP)
    end_people(actor=actor, network=network)
    _keep_what_was_learned(stop, network)
    log.record(actor, "networks.stopped", network)
    search.network_changed(network)
    return True


@transaction.atomic
def end_people(*, actor: Actor, network: Network) -> int:
    """End every way in, then every membership with what hangs on it; how many ended.

    The ways in come first: who joins at the same moment is then found among the members.
    """
    _shut_the_doors(network)
    rows = Membership.objects.select_for_update(of=("self",)).filter(_runs(), network=network)
    members = list(rows.select_related("person").order_by("pk"))
    held: dict[str, MembershipRole] = {}
    for member in members:
        member.network = network
        sharing.stop_for(actor, member)
        held |= {role.role: role for role in leaving.end_rows(member, Reason.NETWORK_STOPPED)}
        leaving.drop_tasks(member)
        log.record(actor, "networks.member_stopped", member, client=member.person.uuid)
    for role in held.values():  # once each: by now nobody holds any
        leader_waits.role_changed(role)
    facts.count_soon(network.pk)
    today = clock.today()
    for partner in Partner.objects.select_for_update(of=("self",)).filter(_runs(), network=network):
        partner.until_on = max(partner.from_on, today)
        partner.save(update_fields=["until_on"])
    waiting.gone(network=network.uuid)
    outbox.drop_all(network=network.uuid)
    return len(members)


def _shut_the_doors(network: Network) -> None:
    rows = Invitation.objects.select_for_update(of=("self",))
    for invitation in rows.filter(network=network, state=InvitationState.OPEN):
        invitations.close(invitation, InvitationState.WITHDRAWN)
    asked = JoinRequest.objects.select_for_update(of=("self",))
    for request in asked.filter(network=network, answered_at=None):
        request.answered_at, request.accepted = clock.now(), False
        request.save(update_fields=["answered_at", "accepted"])


def _keep_what_was_learned(stop: Stop, network: Network) -> None:
    """What stays: the day, and the lessons if the leaders wrote any. Ways to reach somebody go."""
    stop.state, stop.ended_at = StopState.DONE, clock.now()
    stop.save(update_fields=["state", "ended_at"])
    _forget_who_answered(stop, network)
    public = network.visibility == Visibility.PUBLIC and stop.page_stays
    network.visibility = Visibility.PUBLIC if public else Visibility.MEMBERS
    network.stopped_on, network.stops_on = clock.today(), None
    network.paused_on = None
    network.lessons, network.lessons_shared = stop.lessons, stop.lessons_shared
    network.phone = network.email = network.desk_place = network.desk_hours = ""
    network.open_for_joining = False
    network.save()


def _forget_who_answered(stop: Stop, network: Network) -> None:
    """Answers without a name are written anew, in no order and at no time: neither an id nor the
    moment in the log leads back to who wrote them."""
    rows = ExitAnswer.objects.filter(stop=stop, named=False)
    said = sorted(rows.values_list("question", "text"))
    rows.delete()
    ExitAnswer.objects.bulk_create(
        ExitAnswer(network=network, stop=stop, question=code, text=text, written_at=stop.started_at)
        for code, text in said
    )


def _runs() -> Q:
    return Q(until_on=None) | Q(until_on__gt=clock.today())
