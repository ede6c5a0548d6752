"""Help between neighbours in the example networks. What happened lately goes through the services,
each thing on its day; the year before that is stored at once (`example_year`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import translation

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid import access, access_checks, example_worries, example_year
from wijknetwerk.mutual_aid.example_people import FOLDER, Invented, invented, told
from wijknetwerk.mutual_aid.models import (
    FactKind,
    FollowUp,
    HelperFact,
    HelpOffer,
    HelpRequest,
    HelpSettings,
    MatchAct,
    Neighbour,
    OwnKind,
)
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.mutual_aid.services import (
    checks,
    choosing,
    desk_waits,
    help_settings,
    match_steps,
    neighbours,
    offers,
    requests,
    wellbeing,
)
from wijknetwerk.mutual_aid.services.match_steps import Said
from wijknetwerk.mutual_aid.services.neighbours import Outsider, Reach
from wijknetwerk.networks.example_network import LOADER, loaded
from wijknetwerk.networks.people import members_now

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

Told = Mapping[str, Any]
_ASKED = ("words", "kind", "rhythm", "pc4", "urgent", "call_name", "call_phone")
_OFFERED = ("words", "not_words", "rhythm", "reach_m", "room")


def load_all() -> None:
    """Those of every example network that stands in the database and has none yet."""
    with scope.acting(LOADER), translation.override("nl"):
        for network, people in loaded().values():
            there = Neighbour.objects.filter(network=network).exists()
            if (FOLDER / f"{network.slug}.toml").exists() and not there:
                story = _Story(network, people)
                story.tell(told(network.slug))
                if (FOLDER / f"{network.slug}.year.toml").exists():
                    names, keeper = story.names, story.people[story.told["keeper"]]
                    example_year.load(network, keeper, names, told(f"{network.slug}.year"))
                if (FOLDER / f"{network.slug}.worries.toml").exists():
                    story.worries(told(f"{network.slug}.worries"))
                desk_waits.refresh(network)


def _mask(bits: list[int]) -> int:
    return sum(1 << bit for bit in bits)


@dataclass
class _Story:
    """What happened in one network, while it is being told."""

    network: Any
    people: Mapping[str, "Person"]
    today: date = field(default_factory=clock.today)
    told: Told = field(default_factory=dict)
    names: Iterator[Invented] = field(default_factory=lambda: iter(()))
    members: dict[int, UUID] = field(default_factory=dict)
    offers: dict[str, HelpOffer] = field(default_factory=dict)

    def tell(self, told: Told) -> None:
        """Everything, each on its day."""
        self.told = told
        named = [*told.get("helpers", []), *told.get("requests", [])]
        self.names = invented(told["phones"], [row["name"] for row in named if "name" in row])
        self.members = {one.person_id: one.uuid for one in members_now(self.network.pk)}
        if "settings" in told:
            self._settings(dict(told["settings"]))
        for row in told.get("own_kinds", []):
            OwnKind.objects.create(network=self.network, **row)
        for row in told.get("helpers", []):
            self._helper(row)
        for row in told.get("requests", []):
            self._request(row)
        if "new_code" in told:
            self._new_code(told["new_code"])

    def _new_code(self, row: Told) -> None:
        """The code of conduct changes; who agreed with the older text is asked to read it."""
        was = settled.of(self.network).code_of_conduct
        text = {"code_of_conduct": (was, row["text"])}
        self._on(
            row["days_ago"],
            row["by"],
            lambda actor: help_settings.change(actor=actor, network=self.network, changes=text),
        )

    def worries(self, told: Told) -> None:
        """Worries and complaints, and a holiday of the desk."""
        example_worries.Worries(self.network, self.people, self._member, self._on).tell(told)

    def _on(self, days_ago: int, by: str, act: Callable[[Actor], Any]) -> Any:
        """Let somebody do something so many days ago; today's things happened this morning."""
        day = self.today - timedelta(days=days_ago)
        moment = datetime.combine(day, time(9), tzinfo=UTC)
        with clock.frozen(min(moment, clock.now())):
            actor = actor_of(self.people[by])
            with scope.acting(actor):
                return act(actor)

    def _keeper(self, row: Told) -> str:
        return str(row.get("by") or self.told["keeper"])

    def _member(self, key: str) -> UUID:
        return self.members[self.people[key].pk]

    def _settings(self, said: dict[str, Any]) -> None:
        rows = {one.uuid: one.pk for one in members_now(self.network.pk)}
        for name in ("concerns_to", "concerns_else"):
            if name in said:
                said[f"{name}_id"] = rows[self._member(said.pop(name))]
        HelpSettings.objects.create(network=self.network, **said)

    def _neighbour(self, actor: Actor, row: Told) -> Neighbour:
        """The member, or somebody who takes part in nothing."""
        own = row.get("via") == "self"
        said_how = "self" if own else row.get("said_how", "phone")
        reach = Reach(
            row.get("reached_by", "phone"),
            row.get("address", ""),
            row.get("pc4", ""),
            tuple(row.get("languages", ())),
            row.get("handy", ""),
        )
        if "member" in row:
            return neighbours.of_member(
                actor=actor,
                network=self.network,
                member=self._member(row["member"]),
                said_how=said_how,
                reach=reach,
            )
        phone = row.get("phone") or next(self.names).phone
        who = Outsider(row["name"], phone, row.get("email", ""), reach)
        brought = row.get("via") in ("professional", "neighbour")
        return neighbours.note_outsider(
            actor=actor, network=self.network, who=who, said_how=said_how, brought=brought
        )

    def _helper(self, row: Told) -> None:
        words: dict[str, Any] = {name: row[name] for name in _OFFERED if name in row}
        offered = offers.Offered(
            kinds=tuple(row["kinds"]),
            parts=_mask(row.get("parts", [])),
            can=tuple(row.get("can", ())),
            **words,
        )

        def note(actor: Actor) -> HelpOffer:
            helper = self._neighbour(actor, row)
            via = row.get("via", "desk")
            return offers.note(actor=actor, helper=helper, offered=offered, via=via)

        made = self._on(row["days_ago"], self._keeper(row), note)
        self.offers[row.get("key") or row.get("member") or row["name"]] = made
        for kind, ago in row.get("facts", {}).items():
            HelperFact.objects.create(
                network=self.network,
                helper=made.helper,
                kind=kind,
                on=self.today - timedelta(days=ago),
                code_version=1 if kind == FactKind.CODE_SIGNED else None,
                noted_by=self.people[self.told["keeper"]],
            )

    def _request(self, row: Told) -> None:
        words: dict[str, Any] = {name: row[name] for name in _ASKED if name in row}
        asked = requests.Asked(
            parts=_mask(row.get("parts", [])),
            languages=tuple(row.get("languages", ())),
            wishes=tuple(row.get("wishes", ())),
            **words,
        )
        via = row.get("via", "desk")
        said_how = row.get("said_how", "phone")

        def note(actor: Actor) -> HelpRequest:
            asker = self._neighbour(actor, row)
            return requests.note(actor=actor, asker=asker, asked=asked, via=via, said_how=said_how)

        made = self._on(row["days_ago"], self._keeper(row), note)
        self._after(row, made.uuid)

    def _after(self, row: Told, request: UUID) -> None:
        """What came of a request: what is told, a mark, and who was asked."""
        where = {"network": self.network, "request": request}
        if "told" in row:
            how = {"told": row["told"], "said_how": row.get("told_how", "phone")}
            by = row.get("told_by") or self.told["keeper"]
            ago = max(row["days_ago"] - 1, 0)
            self._on(ago, by, lambda actor: requests.approve(actor=actor, **where, **how))
        if "feels" in row:
            self._on(
                row["days_ago"],
                self.told["keeper"],
                lambda actor: wellbeing.say_before(actor=actor, **where, mark=row["feels"]),
            )
        for match in row.get("matches", []):
            self._match(match, request)

    def _match(self, row: Told, request: UUID) -> None:
        found: list[UUID] = []
        offer = self.offers[row["helper"]].uuid
        for name, ago, *how in row["acts"]:
            said = self._said(row, name, how[0] if how else "")

            def act(actor: Actor, name: str = name, said: Said = said) -> None:
                if name == "choose":
                    made = choosing.choose(
                        actor=actor, network=self.network, request=request, offer=offer
                    )
                    found.append(made.uuid)
                    return
                hand = access.hand_for(actor, self.network, found[0])
                match_steps.step(hand=hand, act=MatchAct(name), said=said)

            self._on(ago, row.get("by") or self.told["keeper"], act)
        for answer in row.get("answers", []):
            self._answer(answer, found[0])

    def _answer(self, row: Told, match: UUID) -> None:
        """What one side said at the check, noted at the desk."""
        uuid = next(
            check.uuid
            for check in FollowUp.objects.filter(match__uuid=match, side=row["side"])
            if check.answered_at is None
        )
        said = checks.Answer(row["going"], row["content"], row.get("need", ""), row.get("mark"))

        def answer(actor: Actor) -> None:
            hand = access_checks.check_for(actor, self.network, uuid)
            checks.answer(hand=hand, said=said)

        self._on(row["ago"], self.told["keeper"], answer)

    def _said(self, row: Told, name: str, how: str) -> Said:
        if name == "asker_yes":
            meet = row.get("meet_in_days")
            return Said(
                meet_on=self.today + timedelta(days=meet) if meet is not None else None,
                meet_with=self._member(row["meet_with"]) if "meet_with" in row else None,
            )
        if name == "end":
            return Said(ended_how=row["ended_how"], outcome=row.get("outcome", ""))
        return Said(how=how)
