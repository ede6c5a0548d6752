"""Rows of two neighbours who come together: Amina asks, Els helps, Joost and Dewi keep the desk."""

from datetime import timedelta
from typing import Any

from tests.access.row import ALL_MEMBERS, EVERYBODY, EVERYBODY_SEES, STRANGERS, Row, in_linde
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core import tokens
from wijknetwerk.core.pages import Looks
from wijknetwerk.mutual_aid.access import LINKS, SIDES
from wijknetwerk.mutual_aid.models import HelpOffer, HelpRequest, Match, Neighbour


def neighbour(cast: Cast, name: str) -> Neighbour:
    """A member as somebody who asks or helps."""
    return Neighbour.objects.create(
        network=cast.linde,
        person=cast.people[name],
        membership=cast.members[name],
        said_yes_at=NOW,
        said_how="phone",
        sentence="Mogen wij dit opschrijven?",
        sentence_hash="0" * 64,
    )


def help_request(cast: Cast, name: str = "amina", **more: Any) -> HelpRequest:
    """A request of a member that waits."""
    return HelpRequest.objects.create(
        network=cast.linde,
        asker=neighbour(cast, name),
        words="Wie haalt mijn boodschappen?",
        kind="shopping.groceries",
        told="Iemand zoekt hulp bij de boodschappen.",
        told_approved_at=NOW,
        via="desk",
        said_how="phone",
        noted_at=NOW,
        waits_since=NOW,
        state="waiting",
        **more,
    )


def help_offer(cast: Cast, name: str = "els", **more: Any) -> HelpOffer:
    """An offer of a member."""
    return HelpOffer.objects.create(
        network=cast.linde,
        helper=neighbour(cast, name),
        kinds=["shopping"],
        via="desk",
        noted_at=NOW,
        **more,
    )


def a_match(cast: Cast, state: str) -> Match:
    """Amina and Els, so far."""
    together = {"slot": 1, "agreed_at": NOW} if state in ("agreed", "running") else {}
    return Match.objects.create(
        network=cast.linde,
        request=help_request(cast),
        offer=help_offer(cast),
        state=state,
        told="Iemand zoekt hulp bij de boodschappen.",
        asked_at=NOW,
        lapse_on=TODAY + timedelta(days=7),
        **together,
    )


def _suggested(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": a_match(cast, "suggested").uuid}


def _willing(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": a_match(cast, "willing").uuid}


def _agreed(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": a_match(cast, "agreed").uuid}


def _stops(cast: Cast) -> dict[str, Any]:
    return {**_agreed(cast), "act": "stoppen"}


def _stopped(cast: Cast) -> dict[str, Any]:
    found = a_match(cast, "agreed")
    Match.objects.filter(pk=found.pk).update(state="ended", slot=None, ended_on=TODAY)
    return {"slug": "de-linde", "uuid": found.uuid}


def _letter(cast: Cast) -> dict[str, Any]:
    return {**_agreed(cast), "side": "helper"}


def _asked_for(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": help_request(cast).uuid}


def _next(cast: Cast) -> dict[str, Any]:
    return {**_asked_for(cast), "offer": help_offer(cast).uuid}


def _link(cast: Cast) -> dict[str, Any]:
    found = a_match(cast, "asked")
    secret = tokens.issue_link(
        purpose=LINKS[SIDES["helper"]],
        subject=found.uuid,
        network=(cast.linde.pk, cast.linde.uuid),
        lasts=timedelta(days=7),
    )
    return {"side": "helper", "secret": secret}


OTHERS = "lena ben priya ad"
BOTH = {302: "nobody", 404: f"{STRANGERS} {OTHERS}", 200: "amina els joost dewi"}

ROWS = [
    Row("mutual_aid:help", ALL_MEMBERS, in_linde),
    Row("mutual_aid:match", BOTH, _agreed, logs=Looks.PERSON),
    Row(
        "mutual_aid:match_ask",
        {302: "nobody", 404: f"{STRANGERS} {OTHERS} amina els", 200: "joost dewi"},
        _suggested,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "mutual_aid:match_meet",
        {302: "nobody", 404: f"{STRANGERS} {OTHERS}", 403: "amina els", 200: "joost dewi"},
        _agreed,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "mutual_aid:match_letter",
        {302: "nobody", 404: f"{STRANGERS} {OTHERS}", 403: "amina els", 200: "joost dewi"},
        _letter,
        method="POST",
    ),
    Row(
        "mutual_aid:match_yes",
        {302: "nobody", 404: f"{STRANGERS} {OTHERS} els", 200: "amina joost dewi"},
        _willing,
        logs=Looks.PERSON,
    ),
    Row("mutual_aid:match_end", BOTH, _agreed, logs=Looks.PERSON),
    # Who comes later hears that it has stopped already.
    Row(
        "mutual_aid:match_press",
        {302: "nobody amina els joost dewi", 404: f"{STRANGERS} {OTHERS}"},
        _stops,
        method="POST",
    ),
    Row(
        "mutual_aid:match_told",
        {302: "nobody joost dewi", 404: f"{STRANGERS} {OTHERS}", 403: "amina els"},
        _stopped,
        method="POST",
    ),
    Row(
        "mutual_aid:request_think",
        {302: "nobody", 404: STRANGERS, 403: f"{OTHERS} amina els", 200: "joost dewi"},
        _asked_for,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "mutual_aid:request_ask",
        {302: "nobody joost", 404: STRANGERS, 403: f"{OTHERS} amina els", 409: "dewi"},
        _next,
        method="POST",
    ),
    Row("mutual_aid:answer", EVERYBODY_SEES, _link),
    # Who typed no code goes to where it is typed.
    Row("mutual_aid:answer_opened", {302: " ".join(EVERYBODY)}, sends_on=True),
    Row("mutual_aid:answer_thanks", EVERYBODY_SEES, lambda _cast: {"what": "helper_yes"}),
    Row("mutual_aid:answer_code", {200: " ".join(EVERYBODY)}),
]
