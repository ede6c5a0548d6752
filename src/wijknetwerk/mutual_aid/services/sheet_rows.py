"""The good lines of a spreadsheet as people, requests, offers, and help that runs already. In the
transaction of `services.sheet_in`: all of it or nothing."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.stems import fold
from wijknetwerk.mutual_aid import access, access_sheets
from wijknetwerk.mutual_aid.errors import NoRoom
from wijknetwerk.mutual_aid.models import (
    HelpOffer,
    HelpRequest,
    Match,
    MatchAct,
    Neighbour,
    SheetImport,
    Via,
)
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors.offers import with_room
from wijknetwerk.mutual_aid.selectors.sheet_lines import Entry
from wijknetwerk.mutual_aid.services import match_steps, neighbours, offers, requests
from wijknetwerk.mutual_aid.services.match_steps import Said
from wijknetwerk.mutual_aid.services.neighbours import Outsider, Reach
from wijknetwerk.mutual_aid.sheet_columns import KINDS_APART


class Rows:
    """What comes of the lines: first people and what they offer, then what is asked and who helps,
    so that a helper may stand below who is helped."""

    def __init__(self, actor: Actor, run: SheetImport, good: Iterable[Entry]) -> None:
        self.actor, self.run, self.good = actor, run, list(good)
        self.kinds = kinds_of.all_of(run.network)
        self.lines: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.good:
            self.lines[entry.who].append(entry)
        self.people: dict[str, Neighbour] = {}
        self.offered: dict[str, list[HelpOffer]] = defaultdict(list)

    def store(self) -> None:
        """All of it."""
        for entry in self.good:
            if entry.offers:
                self._offer(entry.who, self._kinds(entry, entry.offers), entry.offers, entry.room)
        for entry in self.good:
            if entry.asks:
                made = self._request(entry)
                if entry.helper:
                    self._runs(entry, made)

    def _kinds(self, entry: Entry, words: str) -> tuple[str, ...]:
        """The kinds that a line names, else the likeliest by its words."""
        said = {fold(part.strip()) for part in entry.kind.split(KINDS_APART)}
        named = tuple(kind.code for kind in self.kinds.values() if fold(kind.title) in said)
        return named or tuple(kind.code for kind in kinds_of.suggested(self.kinds, words)[:1])

    def _offer(self, who: str, kinds: tuple[str, ...], words: str, room: int) -> HelpOffer:
        offered = offers.Offered(kinds=kinds or ("other",), words=words, room=room or 1)
        made = offers.note(
            actor=self.actor, helper=self._person(who), offered=offered, via=Via.SHEET
        )
        self.offered[who].append(made)
        return made

    def _request(self, entry: Entry) -> HelpRequest:
        who = self._person(entry.who)
        kinds = self._kinds(entry, entry.asks)
        asked = requests.Asked(
            words=entry.asks, kind=kinds[0] if kinds else "", pc4=entry.pc4 or who.pc4
        )
        made = requests.note(
            actor=self.actor, asker=who, asked=asked, via=Via.SHEET, said_how=self.run.said_how
        )
        since = entry.since or entry.began
        if since is not None:
            requests.waits_since(made, since)
        return made

    def _runs(self, entry: Entry, request: HelpRequest) -> None:
        """Both help each other already: one step of the table, in the hand of who reads it in."""
        match = Match.objects.create(
            network=self.run.network,
            request=request,
            offer=self._place(entry.helper_chosen, request.kind),
            by_hand=True,
        )
        hand = access_sheets.hand_for(self.actor, match)
        match_steps.step(hand=hand, act=MatchAct.RAN, said=Said(began_on=entry.began))

    def _place(self, who: str, kind: str) -> HelpOffer:
        """An offer of this helper with a place left, of this kind if there is one. Who offered
        nothing yet offers what they do already. NoRoom."""
        helper = self._person(who)
        rows = with_room(HelpOffer.objects.filter(helper=helper), clock.today())
        free = list(rows.order_by("pk"))
        if not free and not HelpOffer.objects.filter(helper=helper).exists():
            return self._offer(who, (kind,) if kind else (), "", 1)
        if not free:
            raise NoRoom
        fits = [row for row in free if {kind, kind.partition(".")[0]} & set(row.kinds)]
        found = (fits or free)[0]
        found.network, found.helper = self.run.network, helper
        return found

    def _person(self, who: str) -> Neighbour:
        """Who a line is about, made once: somebody known, else somebody new of all their lines."""
        if who not in self.people:
            self.people[who] = self._made(who)
        return self.people[who]

    def _made(self, who: str) -> Neighbour:
        kind, _colon, key = who.partition(":")
        said_how = self.run.said_how
        if kind == "m":
            return neighbours.of_member(
                actor=self.actor, network=self.run.network, member=UUID(key), said_how=said_how
            )
        if kind == "n":
            return access.neighbour_for(self.actor, self.run.network, UUID(key))

        def first(field: str) -> str:
            said = (getattr(entry, field) for entry in self.lines[who])
            return next((value for value in said if value), "")

        reach = Reach(address=first("address"), pc4=first("pc4"), handy=first("handy"))
        outsider = Outsider(first("name"), first("phone"), first("email"), reach)
        return neighbours.note_outsider(
            actor=self.actor, network=self.run.network, who=outsider, said_how=said_how
        )
