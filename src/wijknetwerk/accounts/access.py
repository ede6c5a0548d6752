"""Who may do what to somebody's account. Everybody to their own; to another's: only help, by two
people together (rule A5). A platform administrator gets nothing here."""

from uuid import UUID

from django.conf import settings

from wijknetwerk.accounts import trust
from wijknetwerk.accounts.models import UNDER_WAY, Person, Recovery
from wijknetwerk.core import clock, registries
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.errors import NotAllowed, NotFound


def may_help_recover(actor: Actor, standing: Standing) -> bool:
    """Whether this membership is one of those who may help somebody sign in again."""
    return (
        actor.is_person
        and not standing.roles.isdisjoint(settings.RECOVERY_ROLES)
        and trust.known_for_weeks(standing.since)
    )


def may_help_with_signing_in(actor: Actor, slug: str) -> bool:
    """Whether to show, in this network, where one helps somebody sign in again."""
    return any(one.slug == slug and may_help_recover(actor, one) for one in actor.standings)


def helper_standing(actor: Actor, slug: str) -> Standing:
    """The membership from which somebody helps. NotFound for strangers, NotAllowed for others."""
    standing = next((one for one in actor.standings if one.slug == slug), None)
    if standing is None:
        raise NotFound
    if not may_help_recover(actor, standing):
        raise NotAllowed
    if not trust.leads_openly(actor.own_id, standing.network_uuid):
        raise trust.NotHere
    return standing


def person_to_help(actor: Actor, standing: Standing, uuid: UUID) -> Person:
    """A present member of the same network, who isn't the helper. NotFound otherwise."""
    person = Person.objects.filter(uuid=uuid, is_active=True).first()
    if person is None or not _shares(person, standing):
        raise NotFound
    if person.pk == actor.person_id:
        raise NotAllowed
    if not trust.is_home_of(person.pk, standing.network_uuid):
        raise trust.NotHere
    return person


def recovery_to_confirm(actor: Actor, standing: Standing, uuid: UUID) -> Recovery:
    """Help under way in this network. NotFound otherwise, also when its person has left."""
    recovery = (
        Recovery.objects.select_related("person", "started_by")
        .filter(UNDER_WAY, uuid=uuid, in_network=standing.network_uuid)
        .first()
    )
    if recovery is None or not _shares(recovery.person, standing):
        raise NotFound
    if actor.person_id == recovery.person_id:
        raise NotAllowed
    return recovery


def steps_of(actor: Actor, recovery: Recovery) -> dict[str, bool]:
    """What somebody who may help can do now: confirm, print the first letter, print the second."""
    told = not recovery.by_letter or recovery.letter_at is not None
    return {
        "may_confirm": told
        and recovery.confirmed_by_id is None
        and recovery.started_by_id != actor.person_id,
        "may_tell": recovery.by_letter and recovery.confirmed_by_id is None,
        "may_let_in": may_let_in(actor, recovery),
    }


def may_let_in(actor: Actor, recovery: Recovery) -> bool:
    """Whether this is one of the two helpers, and the days after the first letter are over."""
    helpers = {recovery.started_by_id, recovery.confirmed_by_id}
    ripe = recovery.ripe_at is not None and recovery.ripe_at <= clock.now()
    return recovery.by_letter and ripe and actor.person_id in helpers


def _shares(person: Person, standing: Standing) -> bool:
    present = registries.standings_of(person.pk)
    return any(
        one.network_id == standing.network_id and trust.known_for_weeks(one.since)
        for one in present
    )
