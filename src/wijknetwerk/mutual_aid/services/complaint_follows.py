"""Who hears what about a complaint: mail that says only that something is ready, what waits on
Vandaag, and reminders before and after the day of the answer."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from wijknetwerk.core import clock, outbox, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.access_complaints import INDEPENDENT, OWN
from wijknetwerk.mutual_aid.limits import may_mail_receipt
from wijknetwerk.mutual_aid.models import OPEN_COMPLAINTS, Complaint, ComplaintAct
from wijknetwerk.mutual_aid.selectors import complaint_waits
from wijknetwerk.notices.services import waiting

SYSTEM = Actor.system("mutual_aid.complaints")
LASTS = timedelta(days=365)
REMIND = timedelta(days=7)


def received(row: Complaint) -> None:
    """It came in: the independent person hears it, and who complains gets a receipt."""
    _mail(row, row.to_email, "to_answer", _link(row, INDEPENDENT))
    for wanted in complaint_waits.for_independent(row):
        waiting.wait(actor=SYSTEM, kind=complaint_waits.TO_ANSWER, wanted=wanted)
    own = _own_address(row)
    if own and may_mail_receipt(own):
        _mail(row, own, "received", _link(row, OWN))


def after_step(row: Complaint, act: ComplaintAct) -> None:
    """Tell the other, and close what waited."""
    if row.state not in OPEN_COMPLAINTS:
        waiting.done(kind=complaint_waits.TO_ANSWER, subject=row.uuid)
    if act == ComplaintAct.ANSWER:
        _mail(row, _own_address(row), "answered", _link(row, OWN))
        for wanted in complaint_waits.for_complainer(row):
            waiting.wait(actor=SYSTEM, kind=complaint_waits.ANSWERED, wanted=wanted)
    if act == ComplaintAct.WITHDRAW:
        tokens.end_tokens(purpose=INDEPENDENT, subject=row.uuid)
        _mail(row, row.to_email, "withdrawn", "")


def mail_code(row: Complaint, code: str) -> None:
    """The code that proves that this is the mailbox of the independent person."""
    _mail(row, row.to_email, "code", "", code=code)


def remind() -> int:
    """A week before the day of the answer, and the day after it; how many mails."""
    count = 0
    rows = Complaint.objects.filter(state__in=OPEN_COMPLAINTS)
    for row in rows.select_related("network", "person").order_by("pk"):
        due = int(row.answer_by - REMIND <= clock.today()) + int(row.answer_by < clock.today())
        if row.reminded >= due:
            continue
        with transaction.atomic():
            Complaint.objects.filter(pk=row.pk).update(reminded=due)
            what = "late" if due == 2 else "remind"
            _mail(row, row.to_email, what, _link(row, INDEPENDENT))
            count += 1
    return count


def _own_address(row: Complaint) -> str:
    return row.email.read() or ((row.person.email or "") if row.person else "")


def _link(row: Complaint, purpose: str) -> str:
    secret = tokens.issue_link(
        purpose=purpose,
        subject=row.uuid,
        network=(row.network.pk, row.network.uuid),
        lasts=LASTS,
    )
    name = "complaint_open" if purpose == INDEPENDENT else "complaint_link"
    return settings.SITE_URL + reverse(f"mutual_aid:{name}", args=[secret])


def _mail(row: Complaint, to: str, what: str, link: str, code: str = "") -> None:
    if not to:
        return
    own = what in ("received", "answered") and row.person is not None
    outbox.queue(
        purpose="mutual_aid.complaint",
        to=to,
        template="mutual_aid/mail/complaint.txt",
        context={
            "what": what,
            "link": link,
            "code": code,
            "to_name": row.to_name,
            "answer_by": row.answer_by,
            "network": row.network.name,
            "phone": row.network.phone,
        },
        language=(row.person.language if own and row.person else "") or "nl",
        # What goes to who complains by link needs no membership: leaving drops no answer.
        person=None,
        network=None,
    )
