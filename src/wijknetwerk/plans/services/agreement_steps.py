"""What is kept of an agreement's way: each step, and the words of before; and an address to remind
somebody at."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.plans.models import Agreement, AgreementAct, AgreementStep, EarlierWords


def keep_step(
    row: Agreement,
    act: AgreementAct,
    *,
    words: str = "",
    before: date | None = None,
    by: int | None = None,
    by_link: bool = False,
) -> None:
    """What happened, with the reason or the resident's words beside it."""
    step = AgreementStep.of(
        row.plan,
        agreement=row,
        act=act,
        at=clock.now(),
        due_before=before,
        by_link=by_link,
        written_by_id=by,
    )
    step.words = words
    step.save()


def keep_earlier(row: Agreement) -> None:
    """What stood there before it is said in other words: superseded, never overwritten."""
    earlier = EarlierWords.of(
        row.plan,
        thing=row.THING,
        subject=row.uuid,
        money=row.money,
        version=row.version,
        written_by_id=row.written_by_id,
        replaced_at=clock.now(),
    )
    earlier.text = row.what.read()
    earlier.save()


def address_of(mail: str) -> str:
    """An address as it is kept, or ''. InvalidInput."""
    address = mail.strip()
    try:
        if address:
            validate_email(address)
    except ValidationError as error:
        raise InvalidInput(_("This is no e-mail address. For example: name@example.nl.")) from error
    return address
