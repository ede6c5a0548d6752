"""Stories and themes of an example network, as its people would have told them."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.example_network import LOADER, loaded
from wijknetwerk.voices import example_pieces
from wijknetwerk.voices.models import Story
from wijknetwerk.voices.services import diaries, polls, questions, stories, themes

FOLDER: Final = Path(__file__).resolve().parent / "example"


def load_all() -> None:
    """The stories of every example network that stands in the database; once."""
    with scope.acting(LOADER):
        for network, people in loaded().values():
            load(network, people)


def load(network: Any, people: Mapping[str, Any]) -> int:
    """Do what `<slug>.stories.toml` tells; how many stories. Nothing when it was done before."""
    path = FOLDER / f"{network.slug}.stories.toml"
    if not path.exists() or Story.objects.filter(network=network).exists():
        return 0
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    telling = _Telling(network, people)
    for row in told["stories"]:
        telling.tells(row)
    for row in told.get("themes", ()):
        telling.makes_theme(row)
    for row in told.get("polls", ()):
        telling.asks(row)
    for row in told.get("diaries", ()):
        telling.keeps_diary(row)
    return len(told["stories"])


@dataclass
class _Telling:
    """What was told in one network, while it is being told."""

    network: Any
    people: Mapping[str, Any]
    today: date = field(default_factory=clock.today)
    made: dict[str, UUID] = field(default_factory=dict)

    def tells(self, row: Mapping[str, Any]) -> None:
        """One story: by who tells it, or written down by somebody else."""
        told = stories.Told(
            words=row["words"],
            kind=row.get("kind", "story"),
            title=row.get("title", ""),
            reach=row.get("reach", "network"),
            shown_name=row.get("name", ""),
            source=row.get("from", "here" if "by" in row else "talk"),
            photo=example_pieces.bench() if "photo_words" in row else None,
            photo_words=row.get("photo_words", ""),
            sound=example_pieces.ticking() if row.get("ticking") else None,
            sure=True,
        )
        with self._acting(row.get("by") or row["noted_by"], row["days_ago"]) as actor:
            if "by" in row:
                story = stories.tell(actor=actor, network=self.network, told=told)
            else:
                teller = stories.Teller(
                    how=row.get("how", "in_person"), said_yes=True, name=row.get("teller", "")
                )
                story = stories.note_down(
                    actor=actor, network=self.network, told=told, teller=teller
                )
        self.made[row["key"]] = story.uuid
        if "answer" in row:
            with self._acting(row["answered_by"], row["days_ago"] - 3) as actor:
                questions.answer(
                    actor=actor, network=self.network, story=story, words=row["answer"]
                )

    def makes_theme(self, row: Mapping[str, Any]) -> None:
        """A theme, with its stories."""
        with self._acting(row["by"], row["days_ago"]) as actor:
            made = themes.make(
                actor=actor,
                network=self.network,
                title=row["title"],
                about=row["about"],
                stories=[self.made[key] for key in row["stories"]],
            )
            if "brought" in row:
                themes.close(
                    actor=actor, network=self.network, theme=made.uuid, brought=row["brought"]
                )

    def keeps_diary(self, row: Mapping[str, Any]) -> None:
        """Somebody's own diary, day after day; a day may be shared as a story."""
        with self._acting(row["by"], row["days"][0]["days_ago"]) as actor:
            kept = diaries.begin_own(actor=actor, network=self.network)
        for day in row["days"]:
            with self._acting(row["by"], day["days_ago"]) as actor:
                said = diaries.Day(clock.today(), day["words"], day.get("question", ""))
                entry = diaries.add(actor=actor, network=self.network, diary=kept.uuid, day=said)
                if "shared" in day:
                    told = stories.Told(words=day["shared"], title=day["title"], sure=True)
                    diaries.share(
                        actor=actor, network=self.network, entry=entry.uuid, told=told, teller=None
                    )

    def asks(self, row: Mapping[str, Any]) -> None:
        """A poll, with the forms that came back on paper."""
        closes_on = self.today + timedelta(days=row["closes_days_ahead"])
        with self._acting(row["by"], row["days_ago"]) as actor:
            made = polls.ask(
                actor=actor,
                network=self.network,
                question=row["question"],
                choices=row["choices"],
                several=row["several"],
                closes_on=closes_on,
            )
            polls.note_paper(
                actor=actor,
                network=self.network,
                poll=made.uuid,
                forms=row["forms"],
                counts=row["counts"],
                words="\n".join(row["words"]),
            )

    @contextmanager
    def _acting(self, key: str, days_ago: int) -> Iterator[Actor]:
        """Somebody of the example, on a day before today."""
        moment = datetime.combine(self.today - timedelta(days=days_ago), time(13), tzinfo=UTC)
        with clock.frozen(moment):
            actor = actor_of(self.people[key])
            with scope.acting(actor):
                yield actor
