"""News of the example networks, written by their members as they would, on days before today."""

import io
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.library.models import Page
from wijknetwerk.library.services import moving, pictures, writing
from wijknetwerk.library.services.writing import Said
from wijknetwerk.networks import example_network

FOLDER = Path(__file__).parent / "example"
LOADER = Actor.system("demo.example")


def load_all() -> None:
    """The news of every example network that stands in the database; once."""
    with scope.acting(LOADER):
        for slug, (network, people) in example_network.loaded().items():
            path = FOLDER / f"{slug}.toml"
            if path.exists() and not Page.objects.filter(network=network).exists():
                for told in tomllib.loads(path.read_text(encoding="utf-8"))["texts"]:
                    _load(network, people, told)


def _load(network: Any, people: Any, told: dict[str, Any]) -> None:
    """One text through the services, by who wrote it and who looked."""
    writer, looker = people[told["by"]], people[told["looked"]] if told.get("looked") else None
    where = {"network": network}
    day = told["days_ago"]
    with _at(writer, day, 10) as actor:
        said = _said(told)
        kind = {"kind": told.get("kind", "news"), "language": told.get("language", "nl")}
        made = writing.begin(actor=actor, **where, **kind, said=said, adapts=told.get("adapts", ""))
        page = made.page.uuid
        for one in told.get("pictures", []):
            pictures.add(
                actor=actor, **where, page=page, content=drawn(one["scene"]), alt=one["alt"]
            )
        if told["state"] != "draft":
            moving.send(actor=actor, **where, page=page)
    if told["state"] == "published" and looker is not None:
        with _at(looker, day - 1, 9) as actor:
            edition = 1 + len(told.get("pictures", []))
            moving.publish(actor=actor, **where, page=page, read_edition=edition)


def _said(told: dict[str, Any]) -> Said:
    return Said(
        title=told["title"],
        summary=told["summary"],
        body=told["body"].strip(),
        about=told.get("about", {}),
        success=told.get("success", False),
        audience=told.get("audience", "everybody"),
    )


@contextmanager
def _at(person: Any, days_ago: int, hour: int) -> Iterator[Actor]:
    """Somebody's own scope, so many days ago at this hour."""
    day = clock.today() - timedelta(days=days_ago)
    with clock.frozen(datetime.combine(day, time(hour), tzinfo=UTC)):
        actor = actor_of(person)
        with scope.acting(actor):
            yield actor


def drawn(scene: str) -> bytes:
    """A simple drawing in place of a photo: nobody real stands on it."""
    image = Image.new("RGB", (1200, 750), "#f4ecd8")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 520, 1200, 750), fill="#cfe0c8")
    if scene == "table":
        pen.rectangle((150, 380, 1050, 430), fill="#b1442d")
        for x in (220, 940):
            pen.rectangle((x, 430, x + 30, 620), fill="#7d3322")
        for x in range(260, 960, 160):
            pen.rectangle((x, 320, x + 50, 380), fill="#fffaf0", outline="#17302b", width=4)
    elif scene == "walk":
        pen.polygon([(480, 750), (720, 750), (620, 420), (580, 420)], fill="#e4ddcf")
        for x, colour in ((380, "#2f6f9f"), (560, "#a86f00"), (740, "#0b5d4e")):
            pen.ellipse((x, 270, x + 80, 350), fill="#f0c9a5", outline="#17302b", width=4)
            pen.rounded_rectangle((x - 20, 355, x + 100, 560), 40, fill=colour)
    else:
        for x in (180, 520, 860):
            pen.rectangle((x, 320, x + 180, 520), fill="#fffaf0", outline="#17302b", width=4)
            pen.polygon([(x - 20, 320), (x + 90, 210), (x + 200, 320)], fill="#b1442d")
            pen.rectangle((x + 65, 420, x + 115, 520), fill="#0b5d4e")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
