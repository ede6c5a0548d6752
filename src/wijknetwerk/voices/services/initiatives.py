"""Initiatives: written down, taken up by people, moved through their table of states."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access as network_access
from wijknetwerk.networks.services import facts, people
from wijknetwerk.voices import access as story_access
from wijknetwerk.voices import access_initiatives as access
from wijknetwerk.voices import initiative_states
from wijknetwerk.voices.errors_rounds import ResidentsFirst, WrongStep
from wijknetwerk.voices.models import (
    Initiative,
    InitiativePerson,
    InitiativeState,
)
from wijknetwerk.voices.services import initiative_needs, initiative_search


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about an initiative."""

    title: str
    what: str
    wanted: str = ""
    public: bool = False


NAMES = tuple(field.name for field in fields(Said))


@transaction.atomic
def make(
    *,
    actor: Actor,
    network: Any,
    said: Said,
    pull: bool = False,
    story: UUID | None = None,
    theme: UUID | None = None,
    supporter: UUID | None = None,
) -> Initiative:
    """Write down an initiative; with `pull` the actor takes it up at once."""
    network_access.require(actor, network_access.Act.SEE, network)
    mine = people.own_membership(actor, network)
    today = clock.today()
    made = Initiative(
        network=network,
        made_by=mine,
        begun_on=today,
        without_since=today,
        **_stored(said, NAMES),
    )
    if story is not None:
        made.story = story_access.story_for(actor, network, story)
    if theme is not None:
        made.theme = story_access.theme_for(actor, network, theme)
    if supporter is not None:
        made.supporter_id = access.member_today(network, supporter).pk
    if said.wanted.strip() and not pull:
        made.state = InitiativeState.LOOKING
    made.save()
    log.record(actor, "voices.initiative_made", made, action=Action.CREATE)
    if pull:
        _put(actor, made, mine.pk, pulls=True)
    _changed(made)
    return made


@transaction.atomic
def change(
    *, actor: Actor, network: Any, initiative: UUID, said: Said, changed: Iterable[str]
) -> Initiative:
    """Store what this reader changed, so that two who edit different things keep both."""
    locked = _locked(access.initiative_to_change(actor, network, initiative))
    names = [name for name in NAMES if name in set(changed)]
    if names:
        for name, value in _stored(said, names).items():
            setattr(locked, name, value)
        locked.save(update_fields=names)
        log.record(actor, "voices.initiative_changed", locked, fields=names)
        _changed(locked)
    return locked


def _stored(said: Said, names: Iterable[str]) -> dict[str, Any]:
    if not (said.title.strip() and said.what.strip()):
        raise InvalidInput
    values = {name: getattr(said, name) for name in names}
    return {key: said.strip() if isinstance(said, str) else said for key, said in values.items()}


def _locked(found: Initiative) -> Initiative:
    locked: Initiative = Initiative.objects.select_for_update(of=("self",)).get(pk=found.pk)
    locked.network = found.network
    return locked


def _changed(row: Initiative) -> None:
    """What others read of it: the search index and the facts."""
    initiative_search.keep(row)
    facts.count_soon(row.network_id)


@transaction.atomic
def take_part(
    *,
    actor: Actor,
    network: Any,
    initiative: UUID,
    pulls: bool = False,
    residents_asked: bool = False,
) -> InitiativePerson:
    """'I take part', or 'I pull this'. Who pulls begins it. ResidentsFirst for a professional
    while a resident pulls it, or residents were not asked for two weeks."""
    found = access.initiative_for(actor, network, initiative)
    standing = actor.standing_in(network.pk)
    if standing is None:
        raise NotFound
    mine = people.own_membership(actor, network)  # before the initiative, as leaving does
    locked = _locked(found)
    if locked.over:
        raise WrongStep
    if pulls and access.is_at_work(standing):
        _check_residents_first(locked, residents_asked)
    place = _put(actor, locked, mine.pk, pulls=pulls)
    if pulls and not access.is_at_work(standing):
        _hand_to_residents(actor, locked)
    _changed(locked)
    return place


def _check_residents_first(row: Initiative, residents_asked: bool) -> None:
    if not (access.residents_had_time(row) and residents_asked):
        raise ResidentsFirst


def _put(actor: Actor, row: Initiative, member: int, *, pulls: bool) -> InitiativePerson:
    """Somebody's place from today; another part in it begins a new period."""
    today = clock.today()
    now = InitiativePerson.objects.filter(initiative=row, membership_id=member, until_on=None)
    old = now.first()
    if old is not None and old.pulls == pulls:
        return old
    now.update(until_on=today)
    place = InitiativePerson.objects.create(
        network=row.network, initiative=row, membership_id=member, pulls=pulls, from_on=today
    )
    log.record(
        actor,
        "voices.initiative_joined",
        row,
        client=place.membership.person.uuid,
        action=Action.CREATE,
        pulls=pulls,
    )
    look_who_pulls(actor, row)
    return place


def _hand_to_residents(actor: Actor, row: Initiative) -> None:
    """A resident pulls now: professionals who pulled until now take part and support."""
    rows = InitiativePerson.objects.filter(initiative=row, pulls=True, until_on=None)
    for place in rows.select_related("membership").order_by("pk"):
        if access.works_for_party(place.membership):
            _put(actor, row, place.membership_id, pulls=False)


def look_who_pulls(actor: Actor, row: Initiative) -> None:
    """Busy begins when somebody pulls; without anybody it looks for people again."""
    pulled = InitiativePerson.objects.filter(initiative=row, pulls=True, until_on=None).exists()
    if row.over or pulled == (row.without_since is None):
        return
    row.without_since = None if pulled else clock.today()
    row.state = InitiativeState.BUSY if pulled else InitiativeState.LOOKING
    row.save(update_fields=["without_since", "state"])
    log.record(actor, "voices.initiative_moved", row, to=row.state)


@transaction.atomic
def stop_taking_part(*, actor: Actor, network: Any, initiative: UUID) -> None:
    """Leave an initiative. Without anybody who pulls it looks for people again."""
    found = access.initiative_for(actor, network, initiative)
    if access.place_of(actor, found) is None:
        raise NotFound
    standing = actor.standing_in(network.pk)
    leave(actor, _locked(found), standing.membership_id if standing else 0)


def leave(actor: Actor, row: Initiative, member: int) -> None:
    """End somebody's place in a locked initiative."""
    places = InitiativePerson.objects.filter(initiative=row, membership_id=member, until_on=None)
    for place in places.select_related("membership__person"):
        place.until_on = max(place.from_on, clock.today())
        place.save(update_fields=["until_on"])
        log.record(actor, "voices.initiative_left", row, client=place.membership.person.uuid)
    look_who_pulls(actor, row)
    _changed(row)


@transaction.atomic
def name_supporter(
    *, actor: Actor, network: Any, initiative: UUID, member: UUID | None
) -> Initiative:
    """Say who helps on behalf of the network, without taking over."""
    found = access.initiative_to_change(actor, network, initiative)
    chosen = people.active_member(network, member) if member else None
    locked = _locked(found)
    locked.supporter_id = chosen.pk if chosen else None
    locked.save(update_fields=["supporter"])
    locked.refresh_from_db(fields=["supporter"])
    initiative_needs.supporter_changed(locked)
    whose = chosen.person_id if chosen else None
    log.record(actor, "voices.supporter_named", locked, fields=["supporter"] if whose else [])
    return locked


@transaction.atomic
def move(*, actor: Actor, network: Any, initiative: UUID, to: str, lesson: str = "") -> Initiative:
    """One step of the table. Both ends ask what was learned. WrongStep for what it has not."""
    found = access.initiative_to_change(actor, network, initiative)
    if to in initiative_states.WITH_LESSON:
        initiative_needs.lock_promisers(found)
    locked = _locked(found)
    if not initiative_states.may_go(locked.state, to):
        raise WrongStep
    if to in initiative_states.WITH_LESSON:
        if not lesson.strip():
            raise InvalidInput
        locked.lesson, locked.ended_on = lesson.strip(), clock.today()
        locked.without_since = None
        initiative_needs.close_all(actor, locked)
    else:
        _check_puller(locked, to)
        locked.ended_on = None
    locked.state = to
    locked.save(update_fields=["state", "lesson", "ended_on", "without_since"])
    log.record(actor, "voices.initiative_moved", locked, to=to)
    _changed(locked)
    return locked


def _check_puller(row: Initiative, to: str) -> None:
    """Busy is what somebody pulls; looking is what nobody does."""
    pulled = InitiativePerson.objects.filter(initiative=row, pulls=True, until_on=None)
    if to == InitiativeState.BUSY and not pulled.exists():
        raise WrongStep
    if to == InitiativeState.LOOKING:
        for place in pulled:
            place.pulls = False
            place.save(update_fields=["pulls"])
        row.without_since = clock.today()
