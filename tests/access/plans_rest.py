"""Rows of messages, documents, the card, the carer and the circle on paper: of Amina's plan, of
which Els sees all but money. Who leads, the platform, and everybody else get 404."""

from typing import Any

from tests.access.plans import NOT_THESE, a_plan
from tests.access.row import ALL_MEMBERS, Row, in_linde
from tests.cast import Cast
from wijknetwerk.core import scope
from wijknetwerk.core.pages import Looks
from wijknetwerk.plans.models import CircleMember, PlanDocument, ResidentPlan
from wijknetwerk.plans.services import carer, circle, document, plans, sharing, words
from wijknetwerk.plans.services.document import Sent
from wijknetwerk.plans.services.words import Card, Said
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do
from wijknetwerk.privacy.purposes import PartyKind

CIRCLE = {302: "nobody", 404: NOT_THESE, 200: "amina els"}
RESIDENT = {302: "nobody", 404: NOT_THESE, 403: "els", 200: "amina"}
ONLY_AMINA = {302: "nobody", 404: f"{NOT_THESE} els", 200: "amina"}


def _plan(cast: Cast) -> dict[str, Any]:
    return {"uuid": a_plan(cast)[0].uuid}


def _card(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    made = do(cast, plan, "amina", words.keep_card, card=Card({"body": 6}))
    return {"uuid": plan.uuid, "card": made.uuid}


def _need(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    made = do(cast, plan, "amina", words.write, thing="need", said=Said("Hulp bij wassen"))
    return {"uuid": plan.uuid, "need": made.uuid}


def _document(cast: Cast) -> dict[str, Any]:
    """A letter that Amina added, for Els too."""
    plan, els = a_plan(cast)
    sent = Sent("brief.pdf", b"%PDF-1.7", "Brief", readers=[els.uuid])
    made: PlanDocument = do(cast, plan, "amina", document.add, sent=sent)
    return {"uuid": plan.uuid, "document": made.uuid}


def _closed(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    do(cast, plan, "amina", plans.close, words="Klaar", taken="not_needed")
    return {"uuid": plan.uuid}


def _carer(cast: Cast) -> tuple[ResidentPlan, CircleMember]:
    """Bas's plan, where Amina is the carer; she shows Els, who is in that circle, how she is."""
    plan = begun(cast, "bas")
    who = {"amina": "carer", "els": "professional"}
    made = {
        name: do(cast, plan, "bas", circle.add, member=cast.members[name].uuid, role=role)
        for name, role in who.items()
    }
    for one in made.values():
        give = {"kind": PartyKind.PERSON, "place": one.uuid, "chosen": BUT_MONEY}
        do(cast, plan, "bas", sharing.give, **give)
    amina = cast.actor("amina")
    with scope.acting(amina):
        mine = made["amina"].uuid
        carer.choose_readers(actor=amina, place=mine, readers=[str(made["els"].uuid)])
        carer.say(actor=amina, place=mine, holds_up="just")
    return plan, made["amina"]


def _own_word(cast: Cast) -> dict[str, Any]:
    return {"uuid": _carer(cast)[1].uuid}


def _word_shown(cast: Cast) -> dict[str, Any]:
    plan, mine = _carer(cast)
    return {"uuid": plan.uuid, "place": mine.uuid}


ROWS = [
    Row("plans:card", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:card_new", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:card_goal", CIRCLE, _card, logs=Looks.PERSON),
    Row("plans:felt", CIRCLE, _need, logs=Looks.PERSON),
    Row("plans:messages", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:documents", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:document_add", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:document", CIRCLE, _document, logs=Looks.PERSON),
    Row("plans:document_readers", RESIDENT, _document, logs=Looks.PERSON),
    # Amina comes before Els, and erases it: then it is not there for Els any more.
    Row(
        "plans:document_remove",
        {302: "nobody amina", 404: f"{NOT_THESE} els"},
        _document,
        method="POST",
    ),
    Row("plans:circle_drawing", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:circle_paper", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:otherwise", ONLY_AMINA, _closed),
    Row("plans:kitchen", ALL_MEMBERS, in_linde),
    Row("plans:carer_own", ONLY_AMINA, _own_word),
    Row("plans:carer_readers", ONLY_AMINA, _own_word, logs=Looks.PERSON),
    Row(
        "plans:carer",
        {302: "nobody", 404: f"{NOT_THESE} amina", 200: "els"},
        _word_shown,
        logs=Looks.PERSON,
    ),
]
