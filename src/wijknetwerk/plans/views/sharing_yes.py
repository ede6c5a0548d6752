"""One permission: stopped, or given anew; the answer to who asked to be in the circle; all of it
on paper."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ACT, ActorRequest, Looks, page
from wijknetwerk.core.screens import tell
from wijknetwerk.plans import paper_sharing
from wijknetwerk.plans.selectors import pages
from wijknetwerk.plans.selectors import sharing as selectors
from wijknetwerk.plans.services import asking_again, circle
from wijknetwerk.plans.services import sharing as services
from wijknetwerk.plans.views.common import looked
from wijknetwerk.plans.views.sharing import back_of, sharing_url, who_shares
from wijknetwerk.privacy.purposes import Given

HOW = {"ja": Given.IN_APP, "gezegd": Given.SPOKEN, "op-papier": Given.ON_PAPER}
"""How a yes was given, by the word of its button."""
PAPER_LOOKS = 60


def _done(
    request: ActorRequest, uuid: UUID, act: Callable[[], object], said: str, back: str = ""
) -> HttpResponse:
    def do() -> str:
        act()
        tell(request, said)
        return back or sharing_url(uuid)

    return once.handle(request, do)


@page(methods=ACT)
def yes_stop(request: ActorRequest, uuid: UUID, consent: UUID) -> HttpResponse:
    """One press: this permission counts no more."""
    hand, _notes = who_shares(request, uuid)
    said = _("Stopped. It counts from this moment.")
    return _done(request, uuid, lambda: services.withdraw(hand=hand, consent=consent), said)


@page(methods=ACT)
def yes_again(request: ActorRequest, uuid: UUID, consent: UUID) -> HttpResponse:
    """One press: the same for another year."""
    hand, _notes = who_shares(request, uuid)
    how = HOW.get(request.POST.get("how", "ja"))
    if how is None:
        raise NotFound
    said = _("Kept. It goes on for a year. You can stop it at any moment.")
    return _done(
        request, uuid, lambda: asking_again.renew(hand=hand, consent=consent, how=how), said
    )


@page(methods=ACT)
def circle_answer(request: ActorRequest, uuid: UUID, place: UUID, act: str) -> HttpResponse:
    """What the resident said of somebody who asked to be in the circle, noted or by themselves."""
    hand, notes = who_shares(request, uuid, place)
    back = back_of(hand)
    if act not in (*HOW, "nee"):
        raise NotFound
    how = HOW.get(act, Given.SPOKEN if notes else Given.IN_APP)
    said = _("Kept. Being in the circle opens nothing by itself.") if act != "nee" else _("Kept.")
    return _done(
        request,
        uuid,
        lambda: circle.answer(hand=hand, place=place, yes=act != "nee", how=how),
        said,
        back,
    )


@page(looks=Looks.PERSON, second_factor=False)
def sharing_paper(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Who may see what and who looked, in large type."""
    hand, _notes = who_shares(request, uuid)
    looked(hand, "plans.sharing_read")
    looks = pages.looks(request.actor, PAPER_LOOKS) if hand.is_resident else None
    made = paper_sharing.sharing_paper(
        hand.plan.resident.name, pages.seeing(hand), selectors.ledger(hand), looks
    )
    return documents.pdf(made, _("who-may-see-what"))
