"""Who may see and do what with initiatives and experiments.

Members see all of a network's; everybody sees the public ones. Who takes part changes them. An
initiative belongs to residents: a professional pulls it only when no resident wants to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.people import MemberNow, members_now
from wijknetwerk.networks.rows import within
from wijknetwerk.voices.access import visible_stories
from wijknetwerk.voices.errors_rounds import NotYours
from wijknetwerk.voices.models import (
    Experiment,
    Initiative,
    InitiativeNeed,
    InitiativePerson,
    NeedState,
)

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

RESIDENTS_FIRST = timedelta(days=14)
_AT_WORK = frozenset({"professional", "board", "learner"})


def is_at_work(standing: Standing) -> bool:
    """Whether somebody takes part for a party or as a professional, and not for themselves."""
    return standing.partner_id is not None or not standing.roles.isdisjoint(_AT_WORK)


def works_for_party(member: Any) -> bool:
    """The same for a membership's row, from its roles of today."""
    roles = member.roles.filter(within(clock.today()), role__in=sorted(_AT_WORK))
    return member.partner_id is not None or roles.exists()


def residents_had_time(row: Initiative) -> bool:
    """Whether nobody has pulled it for two weeks, in which residents could."""
    since = row.without_since
    return since is not None and since + RESIDENTS_FIRST <= clock.today()


def initiative_for(actor: Actor, network: "Network", uuid: UUID) -> Initiative:
    """An initiative of the network, for its members."""
    rows = Initiative.objects.filter(network=network, uuid=uuid)
    found = rows.select_related("story", "theme", "supporter__person").first()
    if found is None or not access.allows(actor, Act.SEE, network):
        raise NotFound
    found.network = network
    return found


@dataclass(frozen=True, slots=True)
class Opened:
    """An initiative for its page: with its network, whether there are experiments of it, and
    whether the reader may read the idea that it came from."""

    row: Initiative
    tried: bool
    reads_idea: bool


def initiative_at(actor: Actor, slug: str, uuid: UUID) -> Opened:
    """The same for its page, in one query."""
    standing = next((one for one in actor.standings if one.slug == slug), None)
    if standing is None:
        raise NotFound
    rows = Initiative.objects.filter(network=standing.network_id, uuid=uuid)
    tried = Exists(Experiment.objects.filter(initiative=OuterRef("pk")))
    idea = Exists(visible_stories(actor).filter(pk=OuterRef("story_id")))
    with_all = rows.select_related("network", "story", "theme", "supporter__person")
    found = with_all.annotate(tried=tried, reads_idea=idea).first()
    if found is None or not access.allows(actor, Act.SEE, found.network):
        raise NotFound
    return Opened(found, found.tried, found.reads_idea)


@contextmanager
def public_initiative_for(slug: str, uuid: UUID) -> Iterator[Initiative]:
    """A public initiative of a public network, for everybody. NotFound otherwise."""
    with access.public_network_for(slug) as network:
        if network.stopped_on:
            raise NotFound
        found = Initiative.objects.filter(network=network, uuid=uuid, public=True).first()
        if found is None:
            raise NotFound
        found.network = network
        yield found


def place_of(actor: Actor, initiative: Initiative) -> InitiativePerson | None:
    """The actor's own place in the initiative today."""
    standing = actor.standing_in(initiative.network_id)
    if standing is None:
        return None
    rows = InitiativePerson.objects.filter(within(clock.today()), initiative=initiative)
    return rows.filter(membership=standing.membership_id).first()


def may_change(actor: Actor, initiative: Initiative, *, takes_part: bool) -> bool:
    """Whether the actor may change it: who takes part, wrote it or supports it, and the leaders."""
    standing = actor.standing_in(initiative.network_id)
    if standing is None:
        return False
    own = {initiative.made_by_id, initiative.supporter_id}
    leads = access.allows(actor, Act.MAKE_TEAMS, initiative.network)
    return takes_part or standing.membership_id in own or leads


def initiative_to_change(actor: Actor, network: "Network", uuid: UUID) -> Initiative:
    """The same for who may change it. NotYours for other members."""
    found = initiative_for(actor, network, uuid)
    if not may_change(actor, found, takes_part=place_of(actor, found) is not None):
        raise NotYours
    return found


def need_for(actor: Actor, network: "Network", uuid: UUID) -> InitiativeNeed:
    """Something that an initiative needs, for every member: anybody may promise it."""
    rows = InitiativeNeed.objects.filter(network=network, uuid=uuid)
    found = rows.select_related("initiative", "promised_by__person").first()
    if found is None or not access.allows(actor, Act.SEE, network):
        raise NotFound
    found.network = found.initiative.network = network
    return found


def need_to_settle(actor: Actor, network: "Network", uuid: UUID) -> InitiativeNeed:
    """The same for who says that it is there or not needed: who promised it or may change."""
    found = need_for(actor, network, uuid)
    standing = actor.standing_in(network.pk)
    promised = standing is not None and found.promised_by_id == standing.membership_id
    here = place_of(actor, found.initiative) is not None
    if not promised and not may_change(actor, found.initiative, takes_part=here):
        raise NotYours
    return found


def is_late(need: InitiativeNeed) -> bool:
    """Whether the day of a promise has passed."""
    return (
        need.state == NeedState.PROMISED and need.by_on is not None and need.by_on < clock.today()
    )


def experiment_for(actor: Actor, network: "Network", uuid: UUID) -> Experiment:
    """An experiment of the network, for its members."""
    rows = Experiment.objects.filter(network=network, uuid=uuid)
    found = rows.select_related("owner__person", "initiative", "follows", "next").first()
    if found is None or not access.allows(actor, Act.SEE, network):
        raise NotFound
    found.network = network
    return found


def owns(actor: Actor, experiment: Experiment) -> bool:
    """Whether the actor has the experiment, or leads the network."""
    standing = actor.standing_in(experiment.network_id)
    mine = standing is not None and standing.membership_id == experiment.owner_id
    return mine or access.allows(actor, Act.MAKE_TEAMS, experiment.network)


def experiment_to_change(actor: Actor, network: "Network", uuid: UUID) -> Experiment:
    """One that still runs, for its owner and the leaders. NotYours for other members."""
    found = experiment_for(actor, network, uuid)
    if not owns(actor, found):
        raise NotYours
    if found.outcome:
        raise NotAllowed
    return found


def member_today(network: "Network", uuid: UUID) -> MemberNow:
    """Somebody who takes part today. NotFound otherwise."""
    for member in members_now(network.pk):
        if member.uuid == uuid:
            return member
    raise NotFound
