"""Rows of starting a network, its first page, settings, parties and approval."""

from typing import Any

from tests.access.row import (
    ALL_MEMBERS,
    ALL_SIGNED_IN,
    EVERYBODY,
    EVERYBODY_SEES,
    MEMBERS,
    SIGNED_IN,
    STRANGERS,
    Row,
    in_linde,
)
from tests.cast import NOW, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.networks.models import Area, Network, Partner, Visibility

LEADERS = "ad dewi"
LED = " ".join(name for name in MEMBERS.split() if name not in LEADERS.split())
FOR_LEADERS = {302: "nobody", 404: STRANGERS, 403: LED, 200: LEADERS}
DONE_BY_LEADERS = {302: f"nobody {LEADERS}", 404: STRANGERS, 403: LED}
ONLY_SAM = {302: "nobody", 200: "sam", 404: SIGNED_IN.replace("sam ", "")}
DONE_BY_SAM = {302: "nobody sam", 404: SIGNED_IN.replace("sam ", "")}
ONLY_VERA = {302: "nobody", 200: "vera", 404: SIGNED_IN.replace("vera ", "")}


def sams_draft(cast: Cast) -> dict[str, Any]:
    """A network that Sam is starting."""
    draft = Network.objects.create(
        name="Nieuw", slug="concept-a", place_text="Nieuw", started_by=cast.sam
    )
    return {"draft": draft.uuid}


def asked(cast: Cast) -> dict[str, Any]:
    """A network that asked to be public."""
    Network.objects.create(
        name="Veerdorp",
        slug="veerdorp",
        started_by=cast.sam,
        visibility=Visibility.ASKED,
        asked_at=NOW,
    )
    return {"slug": "veerdorp"}


def closed(cast: Cast) -> dict[str, Any]:
    """De Linde for members only, so that its leaders can ask."""
    Network.objects.filter(pk=cast.linde.pk).update(visibility=Visibility.MEMBERS)
    return {"slug": "de-linde"}


def a_partner(cast: Cast) -> dict[str, Any]:
    """A party of De Linde."""
    return {"slug": "de-linde", "partner": Partner.objects.get(network=cast.linde).uuid}


AREA = "3f1f4b1e-7a57-4a4c-9a35-2f2d7d7b6a11"


def an_area(cast: Cast) -> None:
    """An area with a known reference."""
    Area.objects.create(
        uuid=AREA,
        code="WK020204",
        year=2024,
        kind="WK",
        name="Presikhaaf-West",
        municipality_code="GM0202",
        municipality_name="Arnhem",
        search_name=" presikhaaf west / arnhem",
    )


def linde_and_area(cast: Cast) -> dict[str, Any]:
    """De Linde, and an area to choose."""
    an_area(cast)
    return in_linde(cast)


def draft_and_area(cast: Cast) -> dict[str, Any]:
    """Sam's draft, and an area to choose."""
    an_area(cast)
    return sams_draft(cast)


NAME = {"name": "Anders", "summary": "Omdat het kan", "why": ""}

ROWS = [
    Row("networks:start", ALL_SIGNED_IN),
    Row("networks:start", {302: " ".join(EVERYBODY)}, method="POST", data=NAME),
    Row("networks:start_name", ONLY_SAM, sams_draft),
    Row("networks:start_name", DONE_BY_SAM, sams_draft, method="POST", data=NAME),
    Row("networks:start_place", ONLY_SAM, sams_draft),
    Row("networks:start_place", DONE_BY_SAM, sams_draft, method="POST", data={"place_text": "A"}),
    Row("networks:start_area", DONE_BY_SAM, draft_and_area, method="POST", data={"area": AREA}),
    Row("networks:start_people", ONLY_SAM, sams_draft),
    Row(
        "networks:start_people",
        DONE_BY_SAM,
        sams_draft,
        method="POST",
        data={"as_coordinator": "yes"},
    ),
    Row("networks:start_check", ONLY_SAM, sams_draft),
    Row("networks:start_check", DONE_BY_SAM, sams_draft, method="POST", data={"go": "1"}),
    Row("networks:start_drop", DONE_BY_SAM, sams_draft, method="POST", data={"go": "1"}),
    Row("networks:approval_list", ONLY_VERA),
    Row("networks:approval_decide", ONLY_VERA, asked, logs=Looks.PERSON, second_factor=True),
    Row(
        "networks:approval_decide",
        {302: "nobody vera", 404: SIGNED_IN.replace("vera ", "")},
        asked,
        method="POST",
        data={"decision": "yes", "reason": ""},
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row("networks:home", EVERYBODY_SEES, in_linde),
    Row("networks:about", EVERYBODY_SEES, in_linde),
    Row("networks:publish", FOR_LEADERS, in_linde),
    Row(
        "networks:publish",
        {302: "nobody dewi", 404: STRANGERS, 403: LED, 409: "ad"},
        closed,
        method="POST",
        data={"act": "ask"},
    ),
    Row("networks:settings", FOR_LEADERS, in_linde),
    Row(
        "networks:settings",
        DONE_BY_LEADERS,
        in_linde,
        method="POST",
        data={"name": "De Linde", "place_text": "De Linde"},
    ),
    Row("networks:settings_place", FOR_LEADERS, in_linde),
    Row(
        "networks:settings_area",
        DONE_BY_LEADERS,
        linde_and_area,
        method="POST",
        data={"area": AREA},
    ),
    Row("networks:settings_role_names", FOR_LEADERS, in_linde),
    Row(
        "networks:settings_role_names",
        DONE_BY_LEADERS,
        in_linde,
        method="POST",
        data={"coordinator": "kwartiermaker"},
    ),
    Row("networks:partners", ALL_MEMBERS, in_linde),
    Row("networks:partner_add", FOR_LEADERS, in_linde),
    Row(
        "networks:partner_choose",
        {302: "nobody", 404: f"{STRANGERS} {LEADERS}", 403: LED},
        in_linde,
        method="POST",
        data={"organisation": AREA},
    ),
    Row("networks:partner_end", FOR_LEADERS, a_partner),
]
