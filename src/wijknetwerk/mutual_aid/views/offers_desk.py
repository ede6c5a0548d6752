"""The desk notes an offer down: by phone, or typed in from a form on paper; and that form."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.mutual_aid import access, paper_offers
from wijknetwerk.mutual_aid.forms.offers import Both, ByDeskForm, OfferForm
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors import who as calling
from wijknetwerk.mutual_aid.selectors.neighbours import name_of
from wijknetwerk.mutual_aid.selectors.offer_words import LIMITS
from wijknetwerk.mutual_aid.services import helping, neighbours
from wijknetwerk.mutual_aid.services.neighbours import Outsider, Reach
from wijknetwerk.mutual_aid.views import people
from wijknetwerk.mutual_aid.views.offers import at
from wijknetwerk.networks.access import network_for
from wijknetwerk.networks.people import members_now

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@page(looks=Looks.LIST, methods=FORM)
def offer_note(request: ActorRequest, slug: str) -> HttpResponse:
    """Who offers, and what. `wie` in the address is who was chosen; else somebody new, after the
    desk saw who looks the same."""
    network = network_for(request.actor, slug, to=access.DESK)
    who, name = _chosen(request, network)
    posted = request.POST if request.method == "POST" else None
    by = ByDeskForm(posted, known_person=name != "", initial={"said_how": "phone"})
    form = OfferForm(posted, known=kinds_of.all_of(network))
    same: list[calling.Found] = []
    if posted is not None and by.is_valid() and form.is_valid():
        said = by.cleaned_data
        if not name and not said["sure"]:
            same = calling.same(network, said["name"], said["phone"])
        if same:
            by.ask_if_sure()
        else:
            try:
                return _noted(request, network, who or _new(said), by, form)
            except DomainError as error:
                add_refusal(form, error)
    q = request.GET.get("q", "")[:80].replace("\x00", "")
    found = same or ([] if name else calling.find(network, q))
    log.look(request.actor, "mutual_aid.people_looked_at", network, count=len(found))
    return show(
        request,
        "mutual_aid/offer_note",
        network,
        [people.crumb(slug), (_("Somebody wants to help"), None)],
        form=form,
        by=by,
        both=Both(by, form),
        name=name,
        q=q,
        found=found,
        same=bool(same),
        limits=LIMITS,
        sentence=neighbours.SENTENCE,
    )


def _chosen(request: ActorRequest, network: "Network") -> tuple[helping.Who | None, str]:
    kind, _colon, text = request.GET.get("wie", "").partition(":")
    uuid = _uuid(text)
    if uuid is not None and kind == "n":
        return helping.Who(known=uuid), name_of(access.neighbour_for(request.actor, network, uuid))
    for one in members_now(network.pk) if kind == "m" else []:
        if one.uuid == uuid:
            return helping.Who(member=uuid), one.name
    return None, ""


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _new(said: dict[str, Any]) -> helping.Who:
    reach = Reach(pc4=said["pc4"], address=said["address"], languages=tuple(said["languages"]))
    return helping.Who(new=Outsider(said["name"], said["phone"], reach=reach))


def _noted(
    request: ActorRequest, network: "Network", who: helping.Who, by: ByDeskForm, form: OfferForm
) -> HttpResponse:
    def act() -> str:
        made = helping.offer_by_desk(
            actor=request.actor,
            network=network,
            who=who,
            said_how=by.cleaned_data["said_how"],
            offered=form.offered(),
        )
        tell(request, _("Noted down. Thank them from all of us."))
        return at(network.slug, made.uuid)

    return once.handle(request, act)


@page()
def offer_paper(request: ActorRequest, slug: str) -> HttpResponse:
    """A form on paper on which somebody offers help, empty; nobody's data stand in it."""
    network = network_for(request.actor, slug, to=access.DESK)
    known = kinds_of.all_of(network)
    return documents.pdf(paper_offers.form(network, known), f"ik-wil-helpen-{slug}")
