"""A random history of telling, and a small model of who may read what then (rule W3)."""

import random
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import registries, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError
from wijknetwerk.networks.services import leaving
from wijknetwerk.voices.services import reach, stories, themes
from wijknetwerk.voices.services.stories import Teller, Told

TELLERS = ("amina", "bas", "els")
MEMBERS = (*TELLERS, "joost", "dewi")
VIEWERS = (*MEMBERS, "farid", "sam", "")
REACHES = ("own", "network", "everybody")
STEPS = (
    *("tell", "tell", "note", "note", "talk", "go", "go", "go", "back", "slip"),
    *("leave", "erase", "sort", "sort", "merge", "close"),
)
EVENT = ("agenda.event", UUID(int=7))


@dataclass
class One:
    """A story as the model knows it. `voice` is who counts as its teller in a theme."""

    uuid: UUID
    word: str
    teller: str
    noter: str
    reach: str
    voice: object
    from_event: bool = False
    there: bool = True

    def readers(self, here: set[str]) -> set[str]:
        """Who may open it now."""
        if not self.there:
            return set()
        found = {self.teller} - {""}
        if self.noter in here:
            found.add(self.noter)
        if self.reach != "own":
            found |= here
        return set(VIEWERS) if self.reach == "everybody" else found


@dataclass
class History:
    """One network in which people tell and change their minds."""

    cast: Cast
    chance: random.Random
    told: list[One] = field(default_factory=list)
    themes: list[UUID] = field(default_factory=list)
    inside: dict[UUID, set[UUID]] = field(default_factory=dict)
    open: set[UUID] = field(default_factory=set)
    here: set[str] = field(default_factory=lambda: set(MEMBERS))
    slips: dict[UUID, str] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """Somebody as they stand now, or nobody."""
        return self.cast.actor(name) if name else Actor.anonymous()

    def step(self) -> None:
        """One act by somebody; a refusal is an answer too, a fault is none."""
        getattr(self, f"_{self.chance.choice(STEPS)}")()

    def _do(self, name: str, service: Any, **given: Any) -> Any:
        actor = self.actor(name)
        try:
            with scope.acting(actor):
                return service(actor=actor, **given)
        except DomainError:
            return None

    def _told(self, **more: Any) -> Told:
        kind = self.chance.choice(("story", "question", "idea"))
        return Told(
            words=f"woord{len(self.told)} over de wijk",
            kind=kind,
            reach=self.chance.choice(REACHES),
            **more,
        )

    def _tell(self) -> None:
        by, told = self.chance.choice(TELLERS), self._told()
        if made := self._do(by, stories.tell, network=self.cast.linde, told=told):
            self._keep(made, told, by, "", ("person", by))

    def _note(self) -> None:
        by, told = self.chance.choice(MEMBERS), self._told(source="talk")
        teller = Teller(how="in_person", said_yes=True, name="Iemand")
        given = {"network": self.cast.linde, "told": told, "teller": teller}
        if made := self._do(by, stories.note_down, **given):
            self._keep(made, told, "", by, made.uuid)

    def _talk(self) -> None:
        by, told = self.chance.choice(MEMBERS), self._told(source="group")
        given = {"network": self.cast.linde, "lines": [told], "came_from": EVENT}
        for made in self._do(by, stories.note_talk, **given) or ():
            self._keep(made, told, "", by, made.uuid)
            self.told[-1].from_event = True

    def _keep(self, made: Any, told: Told, teller: str, noter: str, voice: object) -> None:
        word = told.words.split()[0]
        self.told.append(One(made.uuid, word, teller, noter, told.reach, voice))

    def _any(self) -> One | None:
        return self.chance.choice(self.told) if self.told else None

    def _go(self) -> None:
        """Mostly by who may, else by anybody."""
        if (one := self._any()) is None:
            return
        by, how = self._steers(one), self.chance.choice(REACHES)
        given = {"story": one.uuid, "reach": how, "how": "phone"}
        if self._do(by, reach.change, **given):
            assert self._may_steer(one, by)
            steps = ["own", "network", "everybody"]
            assert by in self.here or steps.index(how) <= steps.index(one.reach)
            one.reach = how

    def _back(self) -> None:
        if (one := self._any()) is None:
            return
        by = self._steers(one)
        allowed = one.there and self._may_steer(one, by)
        self._do(by, reach.take_back, story=one.uuid)
        one.there = one.there and not allowed

    def _steers(self, one: One) -> str:
        own = one.teller or one.noter
        return own if self.chance.random() < 0.7 and own else self.chance.choice(MEMBERS)

    def _may_steer(self, one: One, name: str) -> bool:
        return name != "" and (name == one.teller or (name == one.noter and name in self.here))

    def _slip(self) -> None:
        """A slip narrows or takes back, whoever holds it."""
        one = self._any()
        if one is None or not one.noter:
            return
        if code := self._do(one.noter, stories.make_slip, story=one.uuid):
            token = self._do("", reach.behind_slip, code=code)
            wanted = self.chance.choice(("", "own", "network"))
            if wanted == "network" and one.reach == "own":
                return
            self._do("", reach.act_by_slip, token=token, reach=wanted)
            one.there, one.reach = wanted != "", wanted or one.reach

    def _leave(self) -> None:
        name = self.chance.choice(TELLERS)
        if self.chance.random() < 0.5 and self._do(name, leaving.leave, network=self.cast.linde):
            self.here.discard(name)

    def _erase(self) -> None:
        """All that a person told goes; what they wrote down stays, without them."""
        name = self.chance.choice(TELLERS)
        if self.chance.random() < 0.6:
            return
        with scope.acting(SYSTEM):
            data = registries.personal_data["voices.stories"]
            list(data.erase(actor=SYSTEM, person_uuid=self.cast.people[name].uuid))
        for one in self.told:
            one.there = one.there and one.teller != name
            one.noter = "" if one.noter == name else one.noter

    def _sort(self) -> None:
        """Into an open theme, or a new one, whatever one tries to put there."""
        wanted = [one for one in self.told if self.chance.random() < 0.7]
        uuids = [one.uuid for one in wanted]
        fits = {one.uuid for one in wanted if one.there and one.reach != "own"}
        given: dict[str, Any] = {"network": self.cast.linde}
        if self.open and self.chance.random() < 0.6:
            theme = self.chance.choice(sorted(self.open))
            self._do("dewi", themes.sort, theme=theme, shown=[], chosen=uuids, **given)
        else:
            made = self._do("dewi", themes.make, title="Thema", about="", stories=uuids, **given)
            theme = made.uuid
            self.themes.append(theme)
            self.open.add(theme)
        self.inside[theme] = self.inside.get(theme, set()) | fits

    def _merge(self) -> None:
        if len(self.open) < 2:
            return
        old, new = self.chance.sample(sorted(self.open), 2)
        self._do("dewi", themes.merge, network=self.cast.linde, theme=old, into=new)
        self.inside[new] |= self.inside.pop(old)
        self.open.discard(old)
        self.themes.remove(old)

    def _close(self) -> None:
        if self.open:
            theme = self.chance.choice(sorted(self.open))
            self._do("dewi", themes.close, network=self.cast.linde, theme=theme, brought="")
            self.open.discard(theme)
