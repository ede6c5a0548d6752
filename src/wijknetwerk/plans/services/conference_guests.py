"""Who comes to a conference: the resident's yes, person by person. With it goes a permission for
that one conference, for who doesn't have one that covers it; with a no it ends."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import transaction

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.plans import access, access_conferences, access_noting, decision, presets
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.errors import NotYours, TaskNeeded
from wijknetwerk.plans.models import (
    CircleMember,
    Conference,
    ConferenceGuest,
    GuestAct,
    GuestState,
    PlaceState,
    guest_after,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.services import conference_steps as conferences
from wijknetwerk.plans.services import conference_waits as waits
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import OF_A_PLAN, Deed, Given, Ground, PartyKind


@transaction.atomic
def add(*, hand: Hand, conference: UUID, place: UUID) -> ConferenceGuest:
    """Somebody of the circle more: at once at the resident's word, else asked. NotFound."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        seat.require_writing()
        row = seat.conference
        _require_before(row)
        if not (seat.decides or seat.hand.may(Part.CIRCLE)):
            raise NotAllowed
        ask(seat.hand, row, _places(seat.hand, [place]), comes=seat.decides)
        conferences.record(seat.hand, "plans.conference_guest_asked", row)
        waits.refresh(row)
        found: ConferenceGuest = ConferenceGuest.objects.get(conference=row, place__uuid=place)
        return found


@transaction.atomic
def decide(
    *, hand: Hand, conference: UUID, guest: UUID, comes: bool, how: Given = Given.IN_APP
) -> ConferenceGuest:
    """The resident's yes or no to one person, also later; a no counts at once."""
    with access.reach(hand.plan):
        seat = access_conferences.locked_to_answer(hand, conference)
        row = seat.conference
        found = _guest(row, guest)
        conferences.require_decides(seat, how, found.place)
        if comes:
            _require_before(row)
        say(seat.hand, row, found, comes, how)
        event = "plans.conference_guest_yes" if comes else "plans.conference_guest_no"
        conferences.record(seat.hand, event, row)
        waits.refresh(row)
        return found


@transaction.atomic
def stay_away(*, hand: Hand, conference: UUID) -> None:
    """I don't come; from then on it opens no more."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        if seat.guest is None:
            raise NotAllowed
        _require_before(seat.conference)
        conferences.record(seat.hand, "plans.conference_guest_no", seat.conference)
        _step(seat.hand.actor, seat.conference, seat.guest, GuestAct.NO)
        waits.refresh(seat.conference)


@transaction.atomic
def choose_chair(*, hand: Hand, conference: UUID, guest: UUID | None) -> None:
    """Who leads the talk: somebody who comes, or (None) the resident. The resident chooses."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        if not seat.decides:
            raise NotAllowed
        row = seat.conference
        _require_before(row)
        row.guests.filter(is_chair=True).update(is_chair=False)
        if guest is not None:
            found = _guest(row, guest)
            if found.state != GuestState.YES:
                raise conferences.NotNow
            found.is_chair = True
            found.save(update_fields=["is_chair"])
        conferences.record(seat.hand, "plans.conference_chair", row)
        waits.refresh(row)


def wanted(hand: Hand, people: Collection[UUID]) -> list[CircleMember]:
    """Whom the caller would like there, and the caller. NotFound for who is not in the circle, or
    for whoever the caller can't see there."""
    mine = {place.uuid for place in hand.known.places}
    if not (hand.may(Part.CIRCLE) or set(people) <= mine):
        raise NotFound
    return _places(hand, set(people) | mine)


def ask(hand: Hand, row: Conference, places: Iterable[CircleMember], *, comes: bool) -> None:
    """Ask the resident for each; or, at the resident's own word, let them come."""
    for place in places:
        if row.guests.filter(place=place).exists():
            continue
        guest = ConferenceGuest.of(hand.plan, conference=row, place=place, state=GuestState.ASKED)
        guest.save()
        if comes:
            say(hand, row, guest, comes, Given.IN_APP)


def asked(row: Conference) -> list[ConferenceGuest]:
    """Who waits for the resident's yes."""
    rows = row.guests.filter(state=GuestState.ASKED).select_related(
        "place__membership__person", "place__organisation", "place__membership__organisation"
    )
    return list(rows.order_by("pk"))


def say(hand: Hand, row: Conference, guest: ConferenceGuest, comes: bool, how: Given) -> None:
    """Yes or no to one person; the caller decided that it may be said. NotYours, TaskNeeded."""
    place = guest.place
    place.network = hand.plan.network
    if comes and not may_note(hand, row, place):
        raise NotYours
    if comes:
        guest.consent = _let_see(hand, row, place, how)
    _step(hand.actor, row, guest, GuestAct.YES if comes else GuestAct.NO)


def may_note(hand: Hand, row: Conference, place: CircleMember) -> bool:
    """Whether this yes is not one to oneself or one's own party. Who decides for the resident about
    talks comes by that: their own yes opens nothing more."""
    place.network = hand.plan.network
    own = place.membership is not None and place.membership.person_id == hand.actor.person_id
    if hand.is_resident or (own and hand.decides([row.part])):
        return True
    if hand.decides([row.part]):
        return not access_noting.is_close_to(hand.actor, place)
    return conferences.notes_about(hand, place)


def came(row: Conference, who: Collection[UUID]) -> None:
    """Who of those who would come were there."""
    for guest in row.guests.filter(state=GuestState.YES):
        guest.was_there = guest.uuid in who
        guest.save(update_fields=["was_there"])


def _let_see(hand: Hand, row: Conference, place: CircleMember, how: Given) -> UUID | None:
    """A permission for this conference alone, unless what they have covers it. Nothing they have
    is replaced."""
    member = place.membership
    if member is None or place.state != PlaceState.IN:
        return None  # only a name in the circle: comes, and sees nothing here
    with scope.acting(reader := actor_of(member.person)):
        if access.may(reader, hand.plan, row.part, Deed.WRITE, row.thing):
            return None
    if place.organisation is not None and place.organisation.kind in decision.NEED_A_TASK:
        raise TaskNeeded
    chosen = presets.sharing(Preset.ONE_THING, thing=row.thing, part=row.part)
    for_resident = how == Given.IN_APP and not hand.is_resident
    made = privacy.give_consent(
        actor=hand.actor,
        person=(hand.plan.resident_id, hand.resident_uuid),
        network_uuid=hand.plan.network.uuid,
        purpose=chosen.purpose(place.role),
        party_kind=PartyKind.PERSON,
        party_uuid=member.person.uuid,
        deeds=chosen.deeds,
        how=how,
        given_by=hand.actor.own_id if for_resident else None,
        parts=chosen.named,
        text=presets.text(chosen, PartyKind.PERSON, Ground.CONSENT, ""),
    )
    return made.uuid


def _end_consent(actor: Actor, row: Conference, guest: ConferenceGuest) -> None:
    if guest.consent is not None:
        privacy.end_decided(
            actor=actor,
            person=(row.resident_id, row.plan.resident.uuid),
            network_uuid=row.plan.network.uuid,
            purposes=OF_A_PLAN,
            consent=guest.consent,
        )
        guest.consent = None


def _step(actor: Actor, row: Conference, guest: ConferenceGuest, act: GuestAct) -> None:
    to = guest_after(guest.state, act)
    if to is None:
        raise conferences.NotNow
    guest.state = to
    if to == GuestState.NO:
        guest.is_chair = False
        _end_consent(actor, row, guest)
    guest.save()


def _guest(row: Conference, uuid: UUID) -> ConferenceGuest:
    rows = row.guests.select_related(
        "place__membership__person", "place__organisation", "place__membership__organisation"
    )
    found: ConferenceGuest | None = rows.filter(uuid=uuid).first()
    if found is None:
        raise NotFound
    return found


def _places(hand: Hand, uuids: Collection[UUID]) -> list[CircleMember]:
    rows = CircleMember.objects.filter(plan=hand.plan, uuid__in=uuids, state=PlaceState.IN)
    found = list(
        rows.select_related(
            "membership__person", "membership__organisation", "organisation"
        ).order_by("pk")
    )
    if len(found) != len(set(uuids)):
        raise NotFound
    return found


def _require_before(row: Conference) -> None:
    if row.state not in ("proposed", "planned"):
        raise conferences.NotNow
