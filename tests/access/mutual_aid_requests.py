"""Rows of requests: Amina asks, Els helps, Joost and Dewi keep the desk."""

from typing import Any

from tests.access.mutual_aid_matches import help_request
from tests.access.row import ALL_MEMBERS, EVERYBODY, EVERYBODY_SEES, STRANGERS, Row, in_linde
from tests.cast import Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.mutual_aid.models import OwnKind

OTHERS = "els lena ben priya ad"
MEMBERS = f"amina {OTHERS}"
AT_DESK = {302: "nobody", 404: STRANGERS, 403: MEMBERS, 200: "joost dewi"}
OWN = {302: "nobody", 404: f"{STRANGERS} {OTHERS}", 200: "amina joost dewi"}


def _asked(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": help_request(cast).uuid}


def _of_outsider(cast: Cast) -> dict[str, Any]:
    asked = help_request(cast)
    asked.asker.person = asked.asker.membership = None
    asked.asker.save()
    return {"slug": "de-linde", "uuid": asked.uuid}


def _own_kind(cast: Cast) -> dict[str, Any]:
    OwnKind.objects.create(network=cast.linde, code="home.hoezen", title="Hoezen")
    return in_linde(cast)


ROWS = [
    Row("mutual_aid:request_new", AT_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:request_who", AT_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:request_kind", AT_DESK, in_linde, method="POST"),
    Row("mutual_aid:request_forms", AT_DESK, in_linde),
    Row("mutual_aid:kinds", AT_DESK, in_linde),
    Row(
        "mutual_aid:kind_end",
        {302: "nobody joost dewi", 404: STRANGERS, 403: MEMBERS},
        _own_kind,
        method="POST",
        data={"code": "home.hoezen"},
    ),
    Row("mutual_aid:request_code", EVERYBODY_SEES),
    Row("mutual_aid:request_by_code", {302: " ".join(EVERYBODY)}, sends_on=True),
    Row("mutual_aid:ask", ALL_MEMBERS, in_linde),
    Row("mutual_aid:request_bring", ALL_MEMBERS, in_linde),
    Row("mutual_aid:request", OWN, _asked, logs=Looks.PERSON),
    Row("mutual_aid:request_told", OWN, _asked, logs=Looks.PERSON),
    Row("mutual_aid:request_change", OWN, _asked, logs=Looks.PERSON),
    Row("mutual_aid:request_end", OWN, _asked, logs=Looks.PERSON),
    Row(
        "mutual_aid:request_forget",
        {302: "nobody", 404: f"{STRANGERS} {MEMBERS}", 200: "joost dewi"},
        _of_outsider,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "mutual_aid:request_owner",
        {302: "nobody", 404: STRANGERS, 403: MEMBERS, 200: "joost dewi"},
        _of_outsider,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "mutual_aid:request_owner_back",
        {302: "nobody", 404: STRANGERS, 403: MEMBERS, 409: "joost dewi"},
        _of_outsider,
        method="POST",
    ),
    # Who comes later hears that somebody was first.
    Row(
        "mutual_aid:request_withdraw",
        {302: "nobody amina", 404: f"{STRANGERS} {OTHERS}", 409: "joost dewi"},
        _asked,
        method="POST",
    ),
]
