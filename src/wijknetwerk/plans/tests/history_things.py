"""What happens in a random history to single things: messages with somebody left out, documents
with readers, talks with a yes for each, referrals, what a carer says; and who sees which."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.cast import SYSTEM
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans import access_agreements, access_carer, access_conferences, access_rest
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import ConferenceGuest
from wijknetwerk.plans.parts import Part, part_of
from wijknetwerk.plans.services import (
    carer,
    conference,
    conference_guests,
    conference_news,
    document,
    message,
    referrals,
    tell,
    words,
)
from wijknetwerk.plans.services.conference import Asked, Slot
from wijknetwerk.plans.services.document import Sent
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.history_model import Given, InCircle, Model
from wijknetwerk.privacy.purposes import PartyKind

TALK = "talk"
YEAR = 366 * 24


@dataclass
class Letter:
    """A message and who was left out, or a document and who reads it."""

    uuid: UUID
    money: bool
    names: set[str]


@dataclass
class Talk:
    """A talk, and by which place and which yes each comes."""

    uuid: UUID
    guests: dict[str, tuple[InCircle, Given | None]]

    @property
    def thing(self) -> str:
        """As a yes names it."""
        return f"conference:{self.uuid}"


@dataclass
class Cares:
    """By which place somebody said how it goes, and who reads that."""

    place: InCircle
    readers: set[str]


@dataclass
class ThingActs(Model):
    """The acts, and what each person should see of what they made."""

    messages: list[Letter] = field(default_factory=list)
    documents: list[Letter] = field(default_factory=list)
    talks: list[Talk] = field(default_factory=list)
    referred: dict[UUID, Given] = field(default_factory=dict)
    cares: Cares | None = None

    # What each should see -----------------------------------------------------------------------

    def seen(self, name: str) -> dict[str, set[UUID]]:
        """Of each kind what somebody sees now."""
        return {
            tell.MESSAGE: {one.uuid for one in self.messages if self.sees_message(name, one)},
            tell.DOCUMENT: {one.uuid for one in self.documents if self.sees_document(name, one)},
            TALK: {one.uuid for one in self.talks if self.sees_talk(name, one)},
            "referral": {uuid for uuid in self.referred if self.sees_referral(name, uuid)},
            tell.CARER: self.sees_carer(name),
        }

    def sees_message(self, name: str, one: Letter) -> bool:
        """By part; not who was left out."""
        reads = self.reads(name)
        if name == "amina":
            return True
        by_money = Part.MESSAGES in reads or self.decides(name, Part.MONEY)
        part = (Part.MONEY in reads and by_money) if one.money else Part.MESSAGES in reads
        return part and name not in one.names

    def sees_document(self, name: str, one: Letter) -> bool:
        """Who decides about that part: all. Of the circle who was chosen, and may read it."""
        part = part_of(Part.DOCUMENTS, money=one.money)
        if self.decides(name, part):
            return True
        return {part, Part.DOCUMENTS} <= self.reads(name) and name in one.names

    def sees_talk(self, name: str, one: Talk) -> bool:
        """Who decides; who comes by a place that holds, with a yes to talks or to this one."""
        if self.decides(name, Part.CONFERENCES):
            return True
        place, _yes = one.guests.get(name, (None, None))
        comes = place is not None and self.holds(name) is place
        return comes and (Part.CONFERENCES in self.reads(name) or one.thing in self.things(name))

    def sees_referral(self, name: str, uuid: UUID) -> bool:
        """Who reads needs, or was asked."""
        return Part.NEEDS in self.reads(name) or f"referral:{uuid}" in self.things(name)

    def sees_carer(self, name: str) -> set[UUID]:
        """Whom the carer chose, while both are of this circle."""
        said = self.cares
        if (
            said is None
            or not self.open
            or self.stopped
            or self.circle.get("bas") is not said.place
        ):
            return set()
        here = name == "amina" or (self.holds(name) is not None and self.opens(name))
        return {said.place.row.uuid} if here and name in said.readers else set()

    def really_seen(self, hand: Hand | None) -> dict[str, set[UUID]]:
        """The same by the gates; of a hand, or of nobody for whom it opens."""
        kinds = (tell.MESSAGE, tell.DOCUMENT, TALK, "referral", tell.CARER)
        if hand is None:
            return {kind: set() for kind in kinds}
        return {
            tell.MESSAGE: set(access_rest.messages(hand).values_list("uuid", flat=True)),
            tell.DOCUMENT: set(access_rest.documents(hand).values_list("uuid", flat=True)),
            TALK: {one.conference.uuid for one in access_conferences.seats(hand)},
            "referral": {uuid for uuid in self.referred if _opens(hand, uuid)},
            tell.CARER: set(access_carer.shown_to(hand).values_list("uuid", flat=True)),
        }

    # The acts -----------------------------------------------------------------------------------

    def anew(self) -> None:
        """Another plan, with nothing in it."""
        self.messages, self.documents, self.talks = [], [], []
        self.referred, self.cares = {}, None

    def no_reader(self, name: str) -> None:
        """Who left reads no document and no word of the carer, also once they are back."""
        for one in self.documents:
            one.names.discard(name)
        if self.cares is not None:
            self.cares.readers.discard(name)
            if name == "bas":
                self.cares = None

    def message(self) -> None:
        """Amina writes, maybe not to everybody; or somebody who may."""
        writer = self.chance.choice(("amina", "amina", "bas", "els"))
        money = self.chance.random() < 0.3
        part = part_of(Part.MESSAGES, money=money)
        out = {n for n in self.circle if self.chance.random() < 0.3} if writer == "amina" else set()
        fields = {"text": "Iets", "money": money}
        fields["without"] = [self.circle[name].row.uuid for name in out]
        may = self.writes(writer, part)
        may = may and (self.decides(writer, part) or self.writes(writer, Part.MESSAGES))
        made = self.act(writer, may, lambda a: message.write(hand=self.hand(a), **fields))
        if made:
            self.messages.append(Letter(made.uuid, money, out))
            self.told.append((tell.MESSAGE, made.uuid, writer))

    def document(self) -> None:
        """Amina adds one, for some of those who may read documents."""
        money = self.chance.random() < 0.3
        part = part_of(Part.DOCUMENTS, money=money)
        names = {n for n in self.circle if part in self.reads(n) and self.chance.random() < 0.7}
        readers = [self.circle[name].row.uuid for name in names]
        sent = Sent("brief.pdf", b"%PDF-1.7", "Een brief", money, readers)
        made = self.act("amina", self.open, lambda a: document.add(hand=self.hand(a), sent=sent))
        if made:
            self.documents.append(Letter(made.uuid, money, names))
            self.told.append((tell.DOCUMENT, made.uuid, "amina"))

    def talk(self) -> None:
        """Amina calls one; each who comes without a yes that covers it gets one for this alone."""
        names = [name for name in sorted(self.circle) if self.chance.random() < 0.7]
        covered = {name for name in names if self.writes(name, Part.CONFERENCES)}
        begins = self.now + timedelta(hours=1)
        people = [self.circle[name].row.uuid for name in names]
        asked = Asked("Hoe nu?", Slot(begins, begins + timedelta(hours=1)), people=people)
        made = self.act(
            "amina", self.open, lambda a: conference.call(hand=self.hand(a), asked=asked)
        )
        if made:
            talk = Talk(made.uuid, {})
            for name in names:
                yes = None if name in covered else self.one_thing(name, talk.thing)
                talk.guests[name] = (self.circle[name], yes)
            self.talks.append(talk)
            self.told.append((TALK, made.uuid, "amina"))

    def one_thing(self, name: str, thing: str) -> Given:
        """A yes for one thing, beside what somebody has."""
        made = Given(PartyKind.PERSON, name, True, (), self.hour + YEAR, thing)
        self.yeses.append(made)
        return made

    def talk_without(self) -> None:
        """Amina says that somebody doesn't come to a talk after all."""
        able = [(talk, name) for talk in self.talks for name in sorted(talk.guests)]
        if not able or not self.open:
            return
        talk, name = self.chance.choice(able)
        place, yes = talk.guests.pop(name)
        with scope.acting(SYSTEM):
            guest = ConferenceGuest.objects.get(conference__uuid=talk.uuid, place=place.row).uuid
        said = {"conference": talk.uuid, "guest": guest, "comes": False}
        self.act("amina", True, lambda a: conference_guests.decide(hand=self.hand(a), **said))
        self.yeses = [one for one in self.yeses if one is not yes]

    def refer(self) -> None:
        """Amina asks somebody of a party for one need; it opens that one thing to them."""
        able = [name for name in sorted(self.circle) if self.circle[name].party is not None]
        if not able or not self.open:
            return
        name = self.chance.choice(able)
        place = self.circle[name].row.uuid

        def do(actor: Any) -> Any:
            need = words.write(hand=self.hand(actor), thing="need", said=Said("Hulp")).uuid
            return referrals.propose(hand=self.hand(actor), need=need, place=place, what="Wilt u?")

        if made := self.act("amina", True, do):
            self.referred[made.uuid] = self.one_thing(name, f"referral:{made.uuid}")

    def refer_no_more(self) -> None:
        """Amina stops it: it shuts at once."""
        able = [uuid for uuid, yes in self.referred.items() if yes in self.yeses]
        if not able or not self.open:
            return
        uuid = self.chance.choice(able)
        self.act("amina", True, lambda a: referrals.stop(hand=self.hand(a), uuid=uuid))
        self.yeses = [one for one in self.yeses if one is not self.referred[uuid]]

    def carer_says(self) -> None:
        """Bas, who cares for her, says how it goes, to her and to the nurse if he may see her."""
        place, seat = self.circle.get("bas"), self.seats.get("bas")
        cares = place is not None and place.role == "carer" and self.open
        if place is None or not cares or seat is None or seat.number != place.seat:
            return
        names = {"amina"}
        if "els" in self.circle and Part.CIRCLE in self.reads("bas"):
            names.add("els")
        who = [self.plan.uuid if n == "amina" else self.circle[n].row.uuid for n in sorted(names)]
        readers = [str(uuid) for uuid in who]

        def do(actor: Any) -> bool:
            carer.say(actor=actor, place=place.row.uuid, holds_up="just", words="Het gaat")
            carer.choose_readers(actor=actor, place=place.row.uuid, readers=readers)
            return True

        self.act("bas", True, do)
        self.cares = Cares(place, names)
        self.told.append((tell.CARER, place.row.uuid, "bas"))

    def work_on_things(self) -> None:
        """The worker tells of single things, to who sees that very thing as things are now."""
        for kind, thing, writer in self.told:
            but = str(self.cast.people[writer].uuid)
            with scope.acting(SYSTEM):
                if kind == TALK:
                    conference_news.tell(actor=SYSTEM, conference=str(thing), but=but)
                else:
                    told = {"plan": str(self.plan.uuid), "kind": kind, "thing": str(thing)}
                    tell.one_thing_new(actor=SYSTEM, but=but, **told)
            for name, place in self.circle.items():
                if name != writer and thing in self.seen(name)[kind]:
                    place.news = True
        self.told = []


def _opens(hand: Hand, referral: UUID) -> bool:
    try:
        access_agreements.referral_for(hand, referral)
    except NotFound:
        return False
    return True
