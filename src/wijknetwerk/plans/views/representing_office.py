"""Who may decide for whom, for the privacy officer: who sees the proof, and nothing of a plan."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once, presence
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.selectors.people import choices_of_members
from wijknetwerk.plans import access
from wijknetwerk.plans.forms.representing import ClaimForm
from wijknetwerk.plans.selectors import representing
from wijknetwerk.plans.services import representatives as services

ACTS = {"gezien": services.see_proof, "stoppen": services.end_by_officer}


def _list(slug: str) -> Crumb:
    return _("Who may decide for whom"), reverse("plans:proofs", args=[slug])


@page(looks=Looks.LIST)
def proofs(request: ActorRequest, slug: str) -> HttpResponse:
    """Everybody who may decide for somebody here; what waits for a look at the proof first."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = representing.of_office(request.actor, network)
    representing.note_list(request.actor, network)
    crumbs: list[Crumb] = [(_("Who may decide for whom"), None)]
    return show(request, "plans/proofs", network, crumbs, found=found)


@page(looks=Looks.PERSON)
def proof(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One: what the proof is said to be, to lay beside the paper."""
    network = network_for(request.actor, slug, to=Act.SEE)
    one, may_see = representing.for_office(request.actor, network, uuid)
    presence.require(request, own=False)
    representing.note_office(request.actor, network, uuid)
    crumbs: list[Crumb] = [_list(slug), (one.whose, None)]
    return show(request, "plans/proof", network, crumbs, one=one, may_see=may_see)


@page(second_factor=True, methods=ACT)
def proof_act(request: ActorRequest, slug: str, uuid: UUID, act: str) -> HttpResponse:
    """The proof was seen; or it is over, or was wrong."""
    network = network_for(request.actor, slug, to=Act.SEE)
    if act not in ACTS:
        raise NotFound

    def do() -> str:
        ACTS[act](actor=request.actor, network=network, uuid=uuid)
        tell(request, _("It counts from now on.") if act == "gezien" else _("It ended."))
        return reverse("plans:proofs", args=[slug])

    return once.handle(request, do)


@page(looks=Looks.LIST, methods=FORM, private=True)
def proof_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Written down by the privacy officer, for who can't; another officer sees the proof."""
    network = network_for(request.actor, slug, to=Act.SEE)
    access.require_officer(request.actor, network)
    members = choices_of_members(network)
    form = ClaimForm(request.POST or None, members=members, residents=members)
    if request.method == "POST" and form.is_valid():
        resident = UUID(form.cleaned_data["resident"])

        def do() -> str:
            made = services.note_by_officer(
                actor=request.actor, network=network, resident=resident, claim=form.claim()
            )
            tell(request, _("Written down. It doesn't count yet."))
            return reverse("plans:proof", args=[slug, made.uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    representing.note_list(request.actor, network)
    crumbs: list[Crumb] = [_list(slug), (_("Somebody who may decide"), None)]
    return show(request, "plans/proof_new", network, crumbs, form=form)
