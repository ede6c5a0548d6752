"""Rows of privacy."""

from typing import Any
from uuid import uuid4

from tests.access.row import ALL_SIGNED_IN, EVERYBODY_SEES, SIGNED_IN, Row
from tests.cast import Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.privacy import services
from wijknetwerk.privacy.purposes import PUBLIC_PAGE, PartyKind


def _aminas_consent(cast: Cast) -> dict[str, Any]:
    consent = services.give_consent(
        actor=cast.actor("amina"),
        person=(cast.amina.pk, cast.amina.uuid),
        network_uuid=cast.linde.uuid,
        purpose=PUBLIC_PAGE,
        party_kind=PartyKind.PUBLIC,
        party_uuid=None,
    )
    return {"consent": consent.uuid}


OTHERS = SIGNED_IN.replace("amina ", "")

ROWS = [
    Row("privacy:my_data", ALL_SIGNED_IN),
    Row(
        "privacy:my_data_kind",
        ALL_SIGNED_IN,
        where=lambda cast: {"kind": "accounts"},
        logs=Looks.PERSON,
    ),
    Row("privacy:my_data_file", ALL_SIGNED_IN, logs=Looks.PERSON),
    Row("privacy:my_data_paper", ALL_SIGNED_IN, logs=Looks.PERSON),
    Row("privacy:who_looked", ALL_SIGNED_IN, logs=Looks.PERSON),
    Row("privacy:consents", ALL_SIGNED_IN),
    Row(
        "privacy:consent_withdraw",
        {302: "nobody amina", 404: OTHERS},
        where=_aminas_consent,
        method="POST",
        data={"form_id": uuid4().hex},
    ),
    Row("privacy:retention", EVERYBODY_SEES),
]
