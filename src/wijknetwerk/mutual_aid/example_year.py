"""A year of help in an example network, stored at once as the services would have stored it: each
match by the table of states, each check when it is due. A test holds the rows against the rules.
"""

import hashlib
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid import example_checks
from wijknetwerk.mutual_aid.example_checks import FIRST
from wijknetwerk.mutual_aid.example_people import Invented
from wijknetwerk.mutual_aid.models import (
    FactKind,
    HelperFact,
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    MatchState,
    MatchStep,
    Neighbour,
    OfferState,
    ReachedBy,
    RequestState,
    SaidHow,
    Via,
    Wellbeing,
)
from wijknetwerk.mutual_aid.services.neighbours import SENTENCE

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

Told = Mapping[str, Any]
_FIRST = 350  # days ago that the first began
_LAST = 10  # days ago that the last began
_VIA = (Via.DESK, Via.DESK, Via.PAPER, Via.PROFESSIONAL, Via.SHEET, Via.NEIGHBOUR, Via.DESK)
_DAYS = {"asked": 17, "willing": 15, "agreed": 12, "began": 0}


def load(
    network: Any, keeper: "Person", names: Iterator[Invented], told: Told
) -> Sequence[HelpRequest]:
    """Everything of a file 'wedde.year.toml'; gives the requests."""
    year = _Year(network, keeper, names, told)
    year.helpers()
    year.requests()
    year.store()
    return year.asked


@dataclass
class _Year:
    """The rows while they are being made."""

    network: Any
    keeper: "Person"
    names: Iterator[Invented]
    told: Told
    chance: random.Random = field(default_factory=lambda: random.Random(5))  # noqa: S311
    today: date = field(default_factory=clock.today)
    people: list[Neighbour] = field(default_factory=list)
    women: set[Any] = field(default_factory=set)
    offers: list[HelpOffer] = field(default_factory=list)
    asked: list[HelpRequest] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    steps: list[MatchStep] = field(default_factory=list)
    facts: list[HelperFact] = field(default_factory=list)
    marks: list[Wellbeing] = field(default_factory=list)
    taken: dict[Any, int] = field(default_factory=dict)

    def _at(self, day: date, hour: int = 9) -> datetime:
        return min(datetime.combine(day, time(hour), tzinfo=UTC), clock.now())

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def _neighbour(self, days_ago: int, languages: Sequence[str] = (), woman: Any = None) -> Any:
        """Somebody new who takes part in nothing; a woman or a man where the words say so."""
        who = next(one for one in self.names if woman is None or one.woman == woman)
        chance, sentence = self.chance, str(SENTENCE)
        by = chance.choices(ReachedBy.values, (7, 2, 1))[0]
        made = Neighbour(
            network=self.network,
            pc4=chance.choice(self.told["pc4"]),
            languages=sorted(set(languages) or {"nl"}),
            reached_by=by,
            said_yes_at=self._at(self._ago(days_ago)),
            said_how=chance.choice((SaidHow.PHONE, SaidHow.PHONE, SaidHow.IN_PERSON)),
            sentence=sentence,
            sentence_hash=hashlib.sha256(sentence.encode()).hexdigest(),
            noted_by=self.keeper,
        )
        made.name, made.phone = who.name, who.phone
        made.email = who.email if by == ReachedBy.MAIL else ""
        made.address = f"{chance.choice(self.told['streets'])} {chance.randint(1, 140)}"
        self.people.append(made)
        if who.woman:
            self.women.add(made.uuid)
        return made

    def helpers(self) -> None:
        """Each line of the file for as many people as it says."""
        lines = [row for row in self.told["offers"] for _again in range(row["as"])]
        self.chance.shuffle(lines)
        for number, row in enumerate(lines):
            days = 380 - number * 3
            helper = self._neighbour(days, ["nl", *row.get("languages", ())])
            self.offers.append(self._offer(helper, row, days))
            self._know(helper, number, days)
        for number in range(0, 40, 10):  # some stopped with something else before
            first = self.offers[number]
            stopped = self._offer(first.helper, lines[number + 1], 400)
            stopped.state, stopped.ended_on = OfferState.ENDED, self._ago(90 + number)
            self.offers.append(stopped)

    def _offer(self, helper: Neighbour, row: Told, days_ago: int) -> HelpOffer:
        chance = self.chance
        made = HelpOffer(
            network=self.network,
            helper=helper,
            kinds=sorted(row["kinds"]),
            parts=self._parts(chance.choice((0, 0, 2, 4, 5))),
            rhythm=chance.choice(("weekly", "weekly", "fortnightly", "now_and_then")),
            reach_m=row.get("reach"),
            room=chance.choices((1, 2, 3), (6, 3, 1))[0],
            can=[*row.get("can", ()), "woman" if helper.uuid in self.women else "man"],
            via=chance.choice((Via.DESK, Via.DESK, Via.PAPER, Via.SHEET)),
            noted_by=self.keeper,
            noted_at=self._at(self._ago(days_ago)),
        )
        made.words = f"{row['words']} {chance.choice(self.told['why'])}"
        made.not_words = row.get("not", "")
        return made

    def _parts(self, count: int) -> int:
        """So many mornings and afternoons of working days; 0 is any time."""
        bits = [day * 3 + part for day in range(5) for part in range(2)]
        return sum(1 << bit for bit in self.chance.sample(bits, count))

    def _know(self, helper: Neighbour, number: int, days_ago: int) -> None:
        """Of most it is known that somebody met them; of some more than that."""
        seen = (
            (FactKind.MET, number % 8 != 0),
            (FactKind.CODE_SIGNED, number % 4 != 0),
            (FactKind.INSURED, number % 3 == 0),
            (FactKind.REFERENCE, number % 3 == 1),
            (FactKind.VOG_SEEN, number % 5 == 2),
        )
        for later, (kind, is_so) in enumerate(seen):
            if is_so:
                on = self._ago(max(days_ago - 2 * later, 0))
                self.facts.append(
                    HelperFact(
                        network=self.network,
                        helper=helper,
                        kind=kind,
                        on=on,
                        code_version=1 if kind == FactKind.CODE_SIGNED else None,
                        noted_by=self.keeper,
                    )
                )

    def requests(self) -> None:
        """What runs, the oldest first; what ended; what nobody needed any more."""
        running, ended = self.told["running"], self.told["ended"]
        step = (_FIRST - _LAST) / (len(running) - 1)
        for number, row in enumerate(running):
            days = round(_FIRST - number * step)
            began = self._ago(FIRST.days if abs(days - FIRST.days) <= step / 2 else days)
            request = self._request(row, began, number)
            request.state = RequestState.HELPED
            self._together(request, row, began)
        for number, row in enumerate(ended):
            began = self._ago(330 - number * 25)
            request = self._request(row, began, number)
            match = self._together(request, row, began)
            self._end(match, row, min(began + timedelta(days=40 + 9 * number), self._ago(3)))
        for number, row in enumerate(self.told["withdrawn"]):
            request = self._request(row, self._ago(100 + number * 60), number)
            request.state, request.ended_on = RequestState.WITHDRAWN, self._ago(90 + number * 60)

    def _request(self, row: Told, began: date, number: int) -> HelpRequest:
        woman = {"Mevrouw": True, "Moeder": True, "Meneer": False, "Vader": False}
        first_word = row["told"].split(" ", 1)[0]
        noted = began - timedelta(days=self.chance.choice((20, 20, 21, 22, 24, 27, 31, 40)))
        days = (self.today - noted).days
        asker = self._neighbour(days, row.get("languages", ()), woman.get(first_word))
        made = HelpRequest(
            network=self.network,
            asker=asker,
            kind=row["kind"],
            parts=sum(1 << bit for bit in row["parts"]) if "parts" in row else self._parts(2),
            rhythm=row.get("rhythm", "once"),
            pc4=asker.pc4,
            languages=list(row.get("languages", ())),
            wishes=list(row.get("wishes", ())),
            via=_VIA[number % len(_VIA)],
            said_how=asker.said_how,
            noted_by=self.keeper,
            noted_at=self._at(noted),
            waits_since=self._at(noted),
        )
        made.words, made.told = row["words"], row["told"]
        if row["told"]:
            made.told_approved_at = self._at(noted + timedelta(days=2))
            made.told_approved_how = SaidHow.PHONE
        self.asked.append(made)
        if number % 4 == 0:
            self._mark(made, Wellbeing.When.BEFORE, 4 + number % 3, noted)
        return made

    def _mark(self, request: HelpRequest, when: str, mark: int, on: date) -> None:
        self.marks.append(
            Wellbeing(network=self.network, request=request, when=when, mark=mark, said_on=on)
        )

    def _together(self, request: HelpRequest, row: Told, began: date) -> Match:
        """A helper who would be suggested for this, with a place free."""
        offer = self._who(request)
        days = {name: began - timedelta(days=ago) for name, ago in _DAYS.items()}
        asked_at = self._at(days["asked"])
        match = Match(
            network=self.network,
            request=request,
            offer=offer,
            state=MatchState.RUNNING,
            asked_at=asked_at,
            asked_how=offer.helper.reached_by,
            lapse_on=days["willing"] + timedelta(days=7),
            willing_at=self._at(days["willing"], 10),
            agreed_at=self._at(days["agreed"]),
            began_on=began,
            by_hand=True,
        )
        match.told = row["told"]
        if offer.last_asked_at is None or asked_at > offer.last_asked_at:
            offer.last_asked_at = asked_at
        self.matches.append(match)
        acts = (
            (MatchAct.ASK, asked_at),
            (MatchAct.HELPER_YES, match.willing_at),
            (MatchAct.ASKER_YES, match.agreed_at),
            (MatchAct.BEGIN, self._at(began, 13)),
        )
        for act, at in acts:
            self._step(match, act, at)
        if row.get("how") is None:
            self.taken[offer.uuid] = match.slot = self.taken.get(offer.uuid, 0) + 1
        return match

    def _step(self, match: Match, act: MatchAct, at: Any) -> None:
        how = match.asked_how if act == MatchAct.ASK else ""
        self.steps.append(
            MatchStep(network=self.network, match=match, act=act, by=self.keeper, how=how, at=at)
        )

    def _who(self, request: HelpRequest) -> HelpOffer:
        first = request.kind.split(".", 1)[0]

        def fits(offer: HelpOffer) -> bool:
            if self.taken.get(offer.uuid, 0) >= offer.room or offer.state == OfferState.ENDED:
                return False
            sex = {"woman", "man"} & set(request.wishes)
            return {request.kind, first} & set(offer.kinds) != set() and sex <= set(offer.can)

        found = self.chance.choice([offer for offer in self.offers if fits(offer)])
        found.can = sorted({*found.can, *request.wishes})
        if found.parts and request.parts:
            found.parts |= request.parts
        # Nobody helps before they said that they would like to.
        earlier = request.noted_at - timedelta(days=4)
        found.noted_at = min(found.noted_at, earlier)
        found.helper.said_yes_at = min(found.helper.said_yes_at, earlier)
        return found

    def _end(self, match: Match, row: Told, on: date) -> None:
        match.state, match.ended_on, match.ended_how = MatchState.ENDED, on, row["how"]
        match.outcome = row["outcome"]
        self._step(match, MatchAct.END, self._at(on, 15))
        request = match.request
        request.state, request.ended_on = RequestState.ENDED, on
        request.outcome, request.elsewhere = row["outcome"], row["elsewhere"]
        if any(mark.request is request for mark in self.marks):
            self._mark(request, Wellbeing.When.AFTER, 7, on)

    def store(self) -> None:
        """Everything in the order of its keys, and then the checks."""
        self._pauses()
        Neighbour.objects.bulk_create(self.people)
        HelpOffer.objects.bulk_create(self.offers)
        HelpRequest.objects.bulk_create(self.asked)
        Match.objects.bulk_create(self.matches)
        MatchStep.objects.bulk_create(self.steps)
        HelperFact.objects.bulk_create(self.facts)
        made = example_checks.of(self.matches, self.told, self.keeper)
        self.marks += made.marks
        Wellbeing.objects.bulk_create(self.marks)

    def _pauses(self) -> None:
        """Some rest now, some will, some did."""
        free = [offer for offer in self.offers if offer.uuid not in self.taken]
        for offer, (start, end) in zip(
            free, ((20, 25), (10, 40), (60, None), (-14, 35), (80, -30), (200, -150)), strict=False
        ):
            offer.paused_from = self._ago(start)
            if end is not None:
                offer.paused_until = self.today + timedelta(days=end)
