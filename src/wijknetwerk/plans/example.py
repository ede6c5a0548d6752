"""Six plans in an example network, as their people would have made them: through the services, each
thing on its day. Every word is invented."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import translation

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.example_network import LOADER, loaded
from wijknetwerk.networks.people import members_now
from wijknetwerk.plans import access, presets
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import CircleMember, Conference, ReferralAct, ResidentPlan
from wijknetwerk.plans.presets import Preset
from wijknetwerk.plans.services import (
    agreements,
    circle,
    conference,
    conference_lines,
    conference_report,
    emergency,
    message,
    plans,
    referrals,
    sharing,
    words,
)
from wijknetwerk.plans.services.plans import First
from wijknetwerk.privacy.purposes import PartyKind

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

FOLDER = Path(__file__).parent / "example"
Told = Mapping[str, Any]


def load_all() -> None:
    """Those of every example network that stands in the database and has none yet."""
    with scope.acting(LOADER), translation.override("nl"):
        for network, people in loaded().values():
            path = FOLDER / f"{network.slug}.toml"
            if not path.exists() or ResidentPlan.objects.filter(network=network).exists():
                continue
            told = tomllib.loads(path.read_text(encoding="utf-8"))
            members = {one.person_id: one.uuid for one in members_now(network.pk)}
            here = {key: members.get(one.pk) for key, one in people.items()}
            place = _Place(network, people, here)
            place.switch(told["emergency"])
            for row in told["plans"]:
                _Plan(place).tell(row)


@dataclass
class _Place:
    """One network and its people."""

    network: Any
    people: Mapping[str, "Person"]
    members: Mapping[str, UUID | None]
    today: date = field(default_factory=clock.today)

    def on(self, ago: int, by: str, act: Callable[[Actor], Any]) -> Any:
        """Let somebody do something so many days ago; today's things happened just now."""
        day = self.today - timedelta(days=ago)
        moment = min(datetime.combine(day, time(9), tzinfo=UTC), clock.now())
        with clock.frozen(moment):
            actor = actor_of(self.people[by], second_factor_at=moment)
            with scope.acting(actor):
                return act(actor)

    def member(self, key: str) -> UUID:
        """The membership of somebody, by key."""
        found = self.members[key]
        if found is None:
            raise KeyError(key)
        return found

    def switch(self, row: Told) -> None:
        """Looking in an emergency is on here."""
        self.on(
            row["ago"],
            row["by"],
            lambda actor: emergency.switch(actor=actor, network=self.network, on=True),
        )


@dataclass
class _Plan:
    """What happened with one plan, while it is being told."""

    at: _Place
    plan: Any = None
    resident: str = ""
    places: dict[str, UUID] = field(default_factory=dict)
    made: dict[str, UUID] = field(default_factory=dict)

    def tell(self, row: Told) -> None:
        """Begin, then everything in its order."""
        self.resident = row["resident"]
        if "witness" in row:
            self._begin_with(row)
        else:
            self.plan = self.at.on(
                row["ago"],
                self.resident,
                lambda actor: plans.begin(actor=actor, network=self.at.network),
            )
        for thing, text, *more in row["words"]:
            self._write(row["ago"], thing, text, {"money": "money" in more})
        for one in row["circle"]:
            self._place(row["ago"], one)
        for one in row.get("acts", ()):
            self._act(one)

    def _begin_with(self, row: Told) -> None:
        first = row["first"]
        chosen = presets.sharing(Preset(first["sees"]))
        begun = First(self.at.member(first["who"]), first["role"], first["relation"], chosen)
        self.plan = self.at.on(
            row["ago"],
            row["witness"],
            lambda actor: plans.begin_with(
                actor=actor,
                network=self.at.network,
                resident=self.at.member(self.resident),
                how="spoken",
                first=begun,
            ),
        )
        self.resident = first["who"]
        place = CircleMember.objects.get(plan=self.plan)
        self.places[first["who"]] = place.uuid

    def _does(self, ago: int, by: str, act: Callable[..., Any], **fields: Any) -> Any:
        def do(actor: Actor) -> Any:
            return act(hand=self._hand(actor), **fields)

        return self.at.on(ago, by, do)

    def _hand(self, actor: Actor) -> Hand:
        return access.plan_for(actor, self.plan.uuid)

    def _write(self, ago: int, thing: str, text: str, more: dict[str, Any]) -> None:
        back = more.pop("back", None)
        if thing == "goal":
            more["look_back_on"] = self.at.today + timedelta(days=back or 60)
        said = words.Said(text, **more)
        line = self._does(ago, self.resident, words.write, thing=thing, said=said)
        self.made.setdefault(thing, line.uuid)

    def _place(self, ago: int, row: Told) -> None:
        member, by = self.at.member(row["who"]), self.resident
        fields = {"role": row["role"], "relation": row.get("relation", "")}
        place = self._does(ago, by, circle.add, member=member, **fields)
        self.places[row["who"]] = place.uuid
        if row.get("contact"):
            self._does(ago, by, circle.appoint, place=place.uuid)
        if "sees" in row:
            self._share(ago, row["who"], row["sees"])

    def _share(self, ago: int, who: str, sees: str) -> None:
        chosen = presets.sharing(Preset(sees))
        kind = PartyKind.PERSON
        at = self.places[who]
        self._does(ago, self.resident, sharing.give, kind=kind, place=at, chosen=chosen)

    def _act(self, row: Told) -> None:
        by = row.get("by", self.resident)
        getattr(self, f"_{row['do']}")(row["ago"], by, row)

    def _agree(self, ago: int, by: str, row: Told) -> None:
        """An agreement, and what became of it."""
        who = agreements.Who(self.places.get(row.get("who", "")), row.get("name", ""))
        due = self.at.today + timedelta(days=row["due"])
        talk = self.made["talk"] if row.get("at_talk") else None
        deal = agreements.Deal(row["what"], due, who, row.get("money", False), conference=talk)
        made = self._does(ago, by, agreements.make, deal=deal)
        for act, when, who_does, *text in row.get("then", ()):
            name = {"wrong": "words", "drop": "reason"}.get(act)
            more = {name: text[0]} if name else {}
            self._does(when, who_does, getattr(agreements, act), uuid=made.uuid, **more)

    def _refer(self, ago: int, by: str, row: Told) -> None:
        """A need is handed to a party, with the resident's yes."""
        fields = {"need": self.made["need"], "place": self.places[row["to"]], "what": row["what"]}
        made = self._does(ago, by, referrals.propose, **fields)
        if made.state == "proposed":
            self._does(ago, self.resident, referrals.say_yes, uuid=made.uuid)
        says = ReferralAct(row["says"])
        answer = {"says": says, "words": row.get("words", "")}
        self._does(row["said"], row["to"], referrals.answer, uuid=made.uuid, **answer)

    def _talk(self, ago: int, by: str, row: Told) -> None:
        """A talk at home: called, held, told back."""
        day = self.at.today + timedelta(days=row["on"])
        starts = datetime.combine(day, time(13), tzinfo=UTC)
        slot = conference.Slot(starts, starts + timedelta(hours=1))
        people = [self.places[who] for who in row["people"]]
        asked = conference.Asked(row["why"], slot, people=people)
        talk = self._does(ago, by, conference.call, asked=asked).uuid
        self.made["talk"] = talk
        for text in row.get("questions", ()):
            fields = {"kind": "question", "text": text}
            self._does(ago, self.resident, conference_lines.write, conference=talk, **fields)
        if "report" in row:
            self._held(talk, -row["on"] - 1, row)

    def _held(self, talk: UUID, ago: int, row: Told) -> None:
        guests = Conference.objects.get(uuid=talk).guests
        came = list(guests.values_list("uuid", flat=True))
        fields: dict[str, Any] = {"came": came, "resident_came": True, "minutes": 55}
        by = row["writes"]
        self._does(ago, by, conference.hold, conference=talk, **fields)
        version = Conference.objects.get(uuid=talk).report_version
        said = {"text": row["report"], "read_version": version}
        self._does(ago, by, conference_report.write, conference=talk, **said)
        self._does(ago, by, conference_report.send, conference=talk)

    def _tell(self, ago: int, by: str, row: Told) -> None:
        self._does(ago, by, message.write, text=row["text"])

    def _withdraw(self, ago: int, by: str, row: Told) -> None:
        at = self.places[row["who"]]
        self._does(ago, by, sharing.stop, kind=PartyKind.PERSON, place=at)

    def _emergency(self, ago: int, by: str, row: Told) -> None:
        """Somebody who sees nothing of this plan looked in an emergency; it is to be reviewed."""
        why = emergency.Why(row["reason"], row["words"])
        resident = self.at.member(row["whose"])
        self.at.on(
            ago,
            by,
            lambda actor: emergency.open_look(
                actor=actor, network=self.at.network, resident=resident, why=why
            ),
        )
