"""Rows of who may see what, yes by yes; of one thing; of beginning with a witness. Els is in the
circle, and is refused; who leads the network, and the platform, get 404."""

from typing import Any

from tests.access.plans import DECIDES, NOT_THESE, a_plan
from tests.access.row import STRANGERS, Row, in_linde
from tests.cast import Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.plans.services import circle, words
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import do, row
from wijknetwerk.privacy.models import Consent

ACTS = {302: "nobody amina", 404: NOT_THESE, 403: "els"}
ENDS = {302: "nobody amina", 404: f"{NOT_THESE} els"}


def _plan(cast: Cast) -> dict[str, Any]:
    return {"uuid": a_plan(cast)[0].uuid}


def _place(cast: Cast) -> dict[str, Any]:
    plan, els = a_plan(cast)
    return {"uuid": plan.uuid, "place": els.uuid}


def _thing(cast: Cast) -> dict[str, Any]:
    plan, _els = a_plan(cast)
    want = do(cast, plan, "amina", words.write, thing="want", said=Said("Weer fietsen"))
    return {"uuid": plan.uuid, "thing": "want", "row": want.uuid}


def _consent(cast: Cast) -> dict[str, Any]:
    plan, _els = a_plan(cast)
    return {"uuid": plan.uuid, "consent": row(Consent, withdrawal=None).uuid}


def _asked(cast: Cast) -> dict[str, Any]:
    plan, _els = a_plan(cast)
    member = cast.members["bas"].uuid
    asked = do(cast, plan, "els", circle.add, member=member, role="volunteer")
    return {"uuid": plan.uuid, "place": asked.uuid, "act": "ja"}


ROWS = [
    Row(
        "plans:begin_with",
        {302: "nobody", 404: STRANGERS, 403: "amina lena ben priya ad", 200: "els joost dewi"},
        in_linde,
        second_factor=True,
    ),
    Row("plans:sharing_paper", DECIDES, _plan, logs=Looks.PERSON),
    Row("plans:share_team", DECIDES, _plan, logs=Looks.PERSON),
    Row("plans:share_party", DECIDES, _place, logs=Looks.PERSON),
    Row("plans:share_one", DECIDES, _place, logs=Looks.PERSON),
    Row("plans:show_one", DECIDES, _thing, logs=Looks.PERSON),
    # Amina comes before Els, and it ends: then it is not there for Els any more.
    Row("plans:yes_stop", ENDS, _consent, method="POST"),
    Row("plans:yes_again", ACTS, _consent, method="POST"),
    Row("plans:circle_answer", ACTS, _asked, method="POST"),
]
