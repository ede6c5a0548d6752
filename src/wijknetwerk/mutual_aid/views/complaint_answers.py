"""The independent person reads and answers a complaint: by the link of a mail with a code by mail,
or signed in as a member. Each look is on record."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.accounts import limits as mail_limits
from wijknetwerk.accounts.services import codes
from wijknetwerk.core import clock, documents, log, once
from wijknetwerk.core.errors import DomainError, NotFound, TooManyTries
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, draw, show, tell
from wijknetwerk.mutual_aid import access_complaints
from wijknetwerk.mutual_aid.access import LinkOver
from wijknetwerk.mutual_aid.access_complaints import DO, INDEPENDENT, ComplaintHand
from wijknetwerk.mutual_aid.forms.complaints import AnswerForm, MailCodeForm
from wijknetwerk.mutual_aid.selectors import complaints as selectors
from wijknetwerk.mutual_aid.services import complaint_follows, complaint_letters
from wijknetwerk.mutual_aid.services import complaints as services
from wijknetwerk.mutual_aid.views.complaints import OPEN_FOR, closed
from wijknetwerk.networks.access import Act, network_for

KIND = "mutual_aid.complaint_to"
READS = "mutual_aid.complaint_reads"


@page(public=True, private=True, methods=FORM)
def complaint_open(request: ActorRequest, secret: str) -> HttpResponse:
    """The link of the mail: nothing of the complaint shows before the code."""
    with access_complaints.complaint_of_link(request.actor, secret, INDEPENDENT) as hand:
        row = hand.complaint
        if request.method == "POST":
            if not mail_limits.may_mail_code(request, row.to_email):
                raise TooManyTries
            token = access_complaints.token_of(request.actor, secret, INDEPENDENT)
            code = codes.start(request.session, KIND, token=str(token))
            complaint_follows.mail_code(row, code)
            return redirect("mutual_aid:complaint_open_code")
        answer = show(request, "mutual_aid/complaint_open", row.network, to_name=row.to_name)
        return closed(answer)


@page(public=True, private=True, methods=FORM)
def complaint_open_code(request: ActorRequest) -> HttpResponse:
    """Type the code of the mail."""
    if codes.pending(request.session, KIND) is None and request.method != "POST":
        raise LinkOver
    form = MailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = codes.check(request.session, KIND, form.cleaned_data["code"])
        except DomainError as error:
            add_refusal(form, error, "code")
        else:
            read = {"token": kept["token"], "at": clock.now().isoformat()}
            request.session[READS] = read
            return redirect("mutual_aid:complaint_read")
    return draw(request, "mutual_aid/complaint_open_code", form=form)


def _token(request: ActorRequest) -> UUID:
    kept = request.session.get(READS)
    if kept is None or datetime.fromisoformat(kept["at"]) + OPEN_FOR < clock.now():
        raise LinkOver
    return UUID(kept["token"])


@page(public=True, private=True, methods=FORM)
def complaint_read(request: ActorRequest) -> HttpResponse:
    """The complaint, for who typed the code a moment ago."""
    token = _token(request)
    with access_complaints.opened_before(request.actor, token, INDEPENDENT) as hand:
        here = reverse("mutual_aid:complaint_read")
        return _page(request, hand, here, reverse("mutual_aid:complaint_read_letter"))


@page(public=True, private=True)
def complaint_read_letter(request: ActorRequest) -> HttpResponse:
    """The answer as a letter."""
    token = _token(request)
    with access_complaints.opened_before(request.actor, token, INDEPENDENT) as hand:
        return _letter(hand)


def _member(request: ActorRequest, slug: str, uuid: UUID) -> ComplaintHand:
    network = network_for(request.actor, slug, to=Act.SEE)
    hand = access_complaints.complaint_for(request.actor, network, uuid)
    if not hand.is_independent:
        raise NotFound
    return hand


@page(looks=Looks.PERSON, methods=FORM, private=True)
def complaint_answer(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The same for an independent person who takes part in the network."""
    hand = _member(request, slug, uuid)
    here = reverse("mutual_aid:complaint_answer", args=[slug, uuid])
    return _page(request, hand, here, reverse("mutual_aid:complaint_letter", args=[slug, uuid]))


@page(looks=Looks.PERSON)
def complaint_letter(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The answer as a letter."""
    return _letter(_member(request, slug, uuid))


def _page(request: ActorRequest, hand: ComplaintHand, here: str, letter: str) -> HttpResponse:
    form = AnswerForm(request.POST if "answer" in request.POST else None)
    looks_into = request.method == "POST" and "answer" not in request.POST
    if looks_into or (request.method == "POST" and form.is_valid()):

        def do() -> str:
            if looks_into:
                services.step(hand=hand, act=DO["look_into"])
                tell(request, _("Noted. Who complained sees that you look at it."))
            else:
                answer = form.cleaned_data["answer"]
                services.step(hand=hand, act=DO["answer"], answer=answer)
                tell(request, _("Your answer is ready for who complained."))
            return here

        try:
            return once.handle(request, do)
        except DomainError as error:
            if looks_into:
                tell(request, str(error.message))
                return redirect(here)
            add_refusal(form, error)
    row = hand.complaint
    client = row.person.uuid if row.person else None
    log.look(hand.actor, "mutual_aid.complaint_looked_at", row, client=client)
    card = selectors.complaint_page(hand)
    shown = show(
        request,
        "mutual_aid/complaint_read",
        row.network,
        card=card,
        here=here,
        letter=letter,
        form=form,
    )
    return closed(shown)


def _letter(hand: ComplaintHand) -> HttpResponse:
    row = hand.complaint
    if not row.answer:
        raise NotFound
    client = row.person.uuid if row.person else None
    log.look(hand.actor, "mutual_aid.complaint_letter_made", row, client=client)
    content = complaint_letters.answer(row, language=get_language() or "nl")
    return closed(documents.pdf(content, _("answer")))
