"""What networks keep about a person, and how it goes (rule K3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.networks import words
from wijknetwerk.networks.models import (
    Handover,
    HandoverState,
    Invitation,
    InvitationState,
    JoinRequest,
    Membership,
    MembershipRole,
    Network,
)
from wijknetwerk.networks.selectors.waiting import JOIN_ASKED
from wijknetwerk.networks.services.invitations import close
from wijknetwerk.networks.services.leaving import Reason, end_membership
from wijknetwerk.notices.services import waiting

KEPT_BECAUSE = _("Who had which role when stays on record, without your name.")


class PeopleData:
    """Memberships, roles, invitations, requests to join and handovers of one person."""

    title: str | Promise = _("Networks that you take part in")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All of it, of networks that were left too; of other people only what concerns me."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        for network in networks_of(person):
            yield from _memberships(network, person)
            yield from _roles(network, person)
            yield from _invitations(network, person)
            yield from _requests(network, person)
            yield from _handovers(network, person)

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """End what still runs, and erase the words; periods stay, because others' work hangs on
        them."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        counts = {"memberships": 0, "invitations": 0, "requests": 0, "handovers": 0}
        for network in networks_of(person):
            counts["memberships"] += _erase_memberships(network, person)
            counts["invitations"] += _erase_invitations(network, person)
            counts["requests"] += _erase_requests(network, person)
            counts["handovers"] += _erase_handovers(network, person)
            log.record(actor, "networks.person_erased", network, client=person_uuid)
        return [
            Erasure(_("Memberships and roles"), counts["memberships"], "anonymised", KEPT_BECAUSE),
            Erasure(_("Invitations"), counts["invitations"], "anonymised"),
            Erasure(_("Requests to join"), counts["requests"], "deleted"),
            Erasure(_("Notes at handing over"), counts["handovers"], "anonymised"),
        ]


def forget_invitations(before: datetime) -> int:
    """Delete invitations that were answered or lapsed before this instant."""
    old = Q(answered_at__lt=before) | Q(answered_at=None, lapses_at__lt=before)
    return Invitation.objects.filter(old).delete()[0]


def forget_join_requests(before: datetime) -> int:
    """Delete requests to join that were answered before this instant."""
    return JoinRequest.objects.filter(answered_at__lt=before).delete()[0]


def forget_handover_notes(before: datetime) -> int:
    """Erase the notes of handovers that were answered before this instant."""
    return Handover.objects.filter(answered_at__lt=before).exclude(note="").update(note="")


def networks_of(person: Any) -> Iterator[Network]:
    """Each network that this person took part in or asked to, with its rows in scope meanwhile.

    A person may always have their own data, also of a network that they left.
    """
    ids = set(Membership.objects.filter(person=person).values_list("network_id", flat=True))
    ids |= set(JoinRequest.objects.filter(person=person).values_list("network_id", flat=True))
    if person.email:
        mine = Invitation.objects.filter(email=person.email)
        ids |= set(mine.values_list("network_id", flat=True))
    for network in Network.objects.filter(pk__in=ids).order_by("name", "pk"):
        with scope.including(network.pk, network.uuid):
            yield network


def _memberships(network: Network, person: Any) -> Iterator[Record]:
    rows = Membership.objects.filter(network=network, person=person)
    for row in rows.select_related("organisation").order_by("from_on"):
        yield Record(
            _("Taking part in a network"),
            (
                (_("Network"), network.name),
                (_("From"), row.from_on),
                (_("Until"), row.until_on),
                (_("For"), row.organisation.name if row.organisation else ""),
                (_("Profession"), _named(words.disciplines(), row.discipline)),
                (_("What gives energy"), [_named(words.energies(), code) for code in row.energies]),
                (_("In one sentence"), row.introduction),
                (_("Phone number shown to members"), row.phone_shown),
                (_("Name on the public page"), row.shown_publicly),
            ),
        )


def _named(known: dict[str, words.Word], code: str) -> str:
    """In the reader's words; a code that a list no longer has stays as it is."""
    return known[code].name if code in known else code


def _roles(network: Network, person: Any) -> Iterator[Record]:
    for row in MembershipRole.objects.filter(network=network, person=person).order_by("from_on"):
        yield Record(
            _("Role in a network"),
            (
                (_("Network"), network.name),
                (_("Role"), row.get_role_display()),
                (_("From"), row.from_on),
                (_("Until"), row.until_on),
                (_("Who pays"), row.paid_by),
                (_("Hours a week"), row.hours_a_week),
                (_("How members agreed"), row.assent_text),
            ),
        )


def _invitations_to(network: Network, person: Any) -> Any:
    mine = Q(membership__person=person)
    if person.email:
        mine |= Q(email=person.email)
    return Invitation.objects.filter(mine, network=network)


def _invitations(network: Network, person: Any) -> Iterator[Record]:
    for row in _invitations_to(network, person).order_by("sent_at"):
        yield Record(
            _("Invitation to you"),
            (
                (_("Network"), network.name),
                (_("Name"), row.name),
                (_("E-mail address"), row.email),
                (_("Address"), row.address_lines),
                (_("Own words"), row.message),
                (_("Sent"), row.sent_at),
                (_("Answer"), row.get_state_display()),
            ),
        )
    for row in Invitation.objects.filter(network=network, invited_by=person).order_by("sent_at"):
        yield Record(
            _("Invitation that you sent"),
            (
                (_("Network"), network.name),
                (_("Sent"), row.sent_at),
                (_("Your own words"), row.message),
            ),
        )


def _requests_of(network: Network, person: Any) -> Any:
    return JoinRequest.objects.filter(network=network, person=person)


def _requests(network: Network, person: Any) -> Iterator[Record]:
    for row in _requests_of(network, person).order_by("created_at"):
        yield Record(
            _("Request to join"),
            (
                (_("Network"), network.name),
                (_("Asked"), row.created_at),
                (_("Your words"), row.words),
                (_("Answered"), row.answered_at),
                (_("Accepted"), row.accepted),
            ),
        )


def _handovers_of(network: Network, person: Any) -> Any:
    two = Q(from_membership__person=person) | Q(to_membership__person=person)
    return Handover.objects.filter(two, network=network)


def _handovers(network: Network, person: Any) -> Iterator[Record]:
    for row in _handovers_of(network, person).order_by("asked_at"):
        yield Record(
            _("Handing over a role"),
            (
                (_("Network"), network.name),
                (_("Role"), row.get_role_display()),
                (_("What to know"), row.note),
                (_("Asked"), row.asked_at),
                (_("Answer"), row.get_state_display()),
            ),
        )


def _erase_requests(network: Network, person: Any) -> int:
    rows = _requests_of(network, person)
    for uuid in rows.values_list("uuid", flat=True):
        waiting.done(kind=JOIN_ASKED, subject=uuid)
    count: int = rows.delete()[0]
    return count


def _erase_memberships(network: Network, person: Any) -> int:
    rows = Membership.objects.select_for_update(of=("self",)).filter(network=network, person=person)
    count = 0
    for row in rows:
        row.network = network
        if row.until_on is None or row.until_on > clock.today():
            end_membership(row, Reason.LEFT)
        row.introduction, row.energies = "", []
        row.phone_shown = row.shown_publicly = False
        row.save(update_fields=["introduction", "energies", "phone_shown", "shown_publicly"])
        count += 1
    return count


def _erase_invitations(network: Network, person: Any) -> int:
    rows = _invitations_to(network, person)
    for row in rows.filter(state=InvitationState.OPEN):
        close(row, InvitationState.WITHDRAWN)
    return int(rows.update(name="", email="", address_lines="", message=""))


def _erase_handovers(network: Network, person: Any) -> int:
    rows = _handovers_of(network, person)
    rows.filter(state=HandoverState.ASKED).update(
        state=HandoverState.WITHDRAWN, answered_at=clock.now()
    )
    return int(rows.exclude(note="").update(note=""))
