"""Checks on paper: the list of whom to call, and letters with a card that comes back. Each on its
own address, noted before the paper is made."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, documents, log
from wijknetwerk.core.pages import ACT, ActorRequest, Looks, page
from wijknetwerk.core.screens import tell
from wijknetwerk.mutual_aid import access, access_checks
from wijknetwerk.mutual_aid.selectors import checks as selectors
from wijknetwerk.mutual_aid.services import check_asking, check_papers
from wijknetwerk.networks.access import network_for


@page(looks=Looks.LIST)
def check_list(request: ActorRequest, slug: str) -> HttpResponse:
    """Whom to call today, on one sheet."""
    network = network_for(request.actor, slug, to=access.DESK)
    today = clock.today()
    found = selectors.due(network, today)
    count = sum(side.by_phone for pair in found for side in pair.sides)
    log.look(request.actor, "mutual_aid.check_list_printed", network, count=count)
    return documents.pdf(check_papers.call_list_pdf(network, found, today), _("to call"))


@page(methods=ACT)
def check_letters(request: ActorRequest, slug: str) -> HttpResponse:
    """All letters that wait to be printed, in one go; each gets its code now."""
    network = network_for(request.actor, slug, to=access.DESK)
    found = selectors.due(network, clock.today())
    uuids = [side.uuid for pair in found for side in pair.sides if side.to_print]
    return _letters(request, slug, uuids)


@page(methods=ACT)
def check_letter(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One letter; printed again it gets another code, and the first stays good."""
    return _letters(request, slug, [uuid])


def _letters(request: ActorRequest, slug: str, uuids: list[UUID]) -> HttpResponse:
    network = network_for(request.actor, slug, to=access.DESK)
    hands = access_checks.checks_at_desk(request.actor, network, uuids)
    if not hands:
        tell(request, _("There is no letter to print now."))
        return redirect("mutual_aid:checks", slug=slug)
    made = check_asking.codes_for_letters(actor=request.actor, network=network, hands=hands)
    return documents.pdf(check_papers.letters_pdf(network, made), _("how does it go"))
