"""Rows of members, roles, invitations, joining, handing over and leaving."""

from typing import Any

from tests.access.row import (
    ALL_MEMBERS,
    ALL_SIGNED_IN,
    EVERYBODY,
    EVERYBODY_SEES,
    MEMBERS,
    STRANGERS,
    Row,
    in_linde,
)
from tests.cast import SYSTEM, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.pages import Looks
from wijknetwerk.networks.models import (
    Handover,
    Invitation,
    JoinRequest,
    Membership,
    MembershipRole,
    Network,
)
from wijknetwerk.networks.services import letters
from wijknetwerk.networks.services.invitations import LASTS

DESK = "joost ad dewi"
NOT_DESK = "amina els lena ben priya"
LEADERS = "ad dewi"
NOT_LEADERS = "amina els lena ben priya joost"
FOR_DESK = {302: "nobody", 404: STRANGERS, 403: NOT_DESK, 200: DESK}
FOR_LEADERS = {302: "nobody", 404: STRANGERS, 403: NOT_LEADERS, 200: LEADERS}
NOBODY_FINDS = {404: " ".join(EVERYBODY)}


def _bas(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": cast.members["bas"].uuid}


def _role_of_joost(cast: Cast) -> dict[str, Any]:
    role = MembershipRole.objects.get(membership=cast.members["joost"])
    return {"slug": "de-linde", "uuid": role.uuid}


def _invitation(cast: Cast, way: str = "mail") -> Invitation:
    now = clock.now()
    with scope.acting(SYSTEM):
        return Invitation.objects.create(
            network=cast.linde,
            name="Nel Bos",
            email="" if way == "letter" else "nel@voorbeeld.example",
            way=way,
            invited_by=cast.dewi,
            sent_at=now,
            lapses_at=now + LASTS,
        )


def _letter(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _invitation(cast, "letter").uuid}


def _mail(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _invitation(cast).uuid}


def _link(cast: Cast) -> dict[str, Any]:
    made = _invitation(cast)
    with scope.acting(SYSTEM):
        return {"secret": letters.issue_link(made, LASTS)}


def _handover(cast: Cast) -> dict[str, Any]:
    made = Handover.objects.create(
        network=cast.linde,
        role="coordinator",
        from_membership=cast.members["dewi"],
        to_membership=cast.members["amina"],
        asked_at=clock.now(),
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _request(cast: Cast) -> dict[str, Any]:
    made = JoinRequest.objects.create(network=cast.linde, person=cast.sam)
    return {"slug": "de-linde", "uuid": made.uuid}


def _open_linde(cast: Cast) -> dict[str, Any]:
    Network.objects.filter(pk=cast.linde.pk).update(open_for_joining=True)
    assert Membership.objects.filter(network=cast.linde).exists()
    return in_linde(cast)


ROWS = [
    Row("networks:join", EVERYBODY_SEES),
    Row("networks:join_link", EVERYBODY_SEES, _link),
    Row("networks:join_answer", NOBODY_FINDS),
    Row("networks:join_confirm", NOBODY_FINDS),
    Row("networks:join_password", NOBODY_FINDS),
    Row("networks:join_done", EVERYBODY_SEES),
    Row("networks:join_declined", EVERYBODY_SEES),
    Row("networks:left", ALL_SIGNED_IN),
    Row("networks:members", ALL_MEMBERS, in_linde),
    Row(
        "networks:members_manage",
        FOR_DESK,
        in_linde,
        logs=Looks.LIST,
        second_factor=True,
    ),
    Row("networks:member", FOR_DESK, _bas, logs=Looks.PERSON, second_factor=True),
    Row("networks:role_give", FOR_LEADERS, _bas),
    Row("networks:member_remove", FOR_LEADERS, _bas),
    Row(
        "networks:role_end",
        {302: "nobody", 404: STRANGERS, 403: NOT_DESK, 200: DESK},
        _role_of_joost,
    ),
    Row(
        "networks:handover_ask",
        {302: "nobody", 404: f"{STRANGERS} {LEADERS}", 403: NOT_DESK, 200: "joost"},
        _role_of_joost,
    ),
    Row(
        "networks:handover",
        {
            302: "nobody",
            404: f"{STRANGERS} els lena ben priya joost ad",
            200: "amina dewi",
        },
        _handover,
    ),
    Row("networks:my_membership", ALL_MEMBERS, in_linde),
    Row("networks:leave", ALL_MEMBERS, in_linde),
    Row("networks:invitations", FOR_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("networks:invite", FOR_DESK, in_linde),
    Row("networks:invite_many", FOR_DESK, in_linde),
    Row("networks:invitation_letter", FOR_DESK, _letter, logs=Looks.PERSON),
    Row(
        "networks:invitation_send_again",
        {302: f"nobody {DESK}", 404: STRANGERS, 403: NOT_DESK},
        _mail,
        method="POST",
    ),
    Row(
        "networks:invitation_withdraw",
        {302: "nobody joost", 404: STRANGERS, 403: NOT_DESK, 409: LEADERS},
        _mail,
        method="POST",
    ),
    Row("networks:join_requests", FOR_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row(
        "networks:join_request_answer",
        {302: "nobody joost", 404: STRANGERS, 403: NOT_DESK, 409: LEADERS},
        _request,
        method="POST",
        data={"answer": "no"},
    ),
    Row("networks:join_ask", {302: f"nobody {MEMBERS}", 200: STRANGERS}, _open_linde),
]
