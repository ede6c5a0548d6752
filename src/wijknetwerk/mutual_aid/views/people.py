"""The desk: who asks and who helps, the page of one of them, and what is known of a helper."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page, require_second_factor
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.forms.people import DetailsForm, FactForm
from wijknetwerk.mutual_aid.selectors import offer_page, people
from wijknetwerk.mutual_aid.selectors.neighbours import client_of, name_of
from wijknetwerk.mutual_aid.selectors.offer_words import fact_choices
from wijknetwerk.mutual_aid.services import details, forgetting, helper_facts
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def crumb(slug: str) -> Crumb:
    """The way back to the list."""
    return (_("Who asks and helps"), reverse("mutual_aid:people", args=[slug]))


def at(slug: str, uuid: UUID) -> str:
    """The address of the desk's page of somebody."""
    return reverse("mutual_aid:person", args=[slug, uuid])


@page(looks=Looks.LIST)
def people_list(request: ActorRequest, slug: str) -> HttpResponse:
    """Who asks and who helps: by name or number, and narrowed by pills."""
    network = network_for(request.actor, slug, to=access.DESK)
    q = request.GET.get("q", "")[:80].replace("\x00", "")
    which = request.GET.get("which", "")
    which = which if which in people.FILTERS else people.ALL
    found = people.people_of(network, q=q, which=which, page=request.GET.get("page", ""))
    log.look(request.actor, "mutual_aid.people_looked_at", network, count=len(found.rows))
    kept = {name: value for name, value in (("q", q), ("which", which)) if value}
    return show(
        request,
        "mutual_aid/people_list",
        network,
        [(_("Who asks and helps"), None)],
        found=found,
        q=q,
        which=which,
        pills=_pills(q, which),
        page_url=f"?{urlencode(kept)}&page=" if kept else "?page=",
    )


def _pills(q: str, which: str) -> list[dict[str, object]]:
    named = {
        people.ALL: _("Everybody"),
        people.HELPERS: _("Who helps"),
        people.ASKERS: _("Who asks"),
        people.QUIET: _("Not asked for long"),
        people.AGAIN: _("To read the new code of conduct"),
    }
    return [
        {
            "label": label,
            "url": "?" + urlencode({"q": q, "which": code}),
            "current": code == which,
        }
        for code, label in named.items()
    ]


@page(looks=Looks.PERSON)
def person(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Both sides of somebody, how to reach them, and what is known of them as a helper."""
    network = network_for(request.actor, slug, to=access.DESK)
    found = access.neighbour_for(request.actor, network, uuid)
    return _person(request, network, found, _fact_form())


def _fact_form(data: Any = None) -> FactForm:
    return FactForm(data, kinds=fact_choices(), initial={"on": clock.today()})


def _person(request: ActorRequest, network: "Network", found: Any, form: FactForm) -> HttpResponse:
    log.look(request.actor, "mutual_aid.neighbour_looked_at", found, client=client_of(found))
    card = offer_page.person_page(network, found)
    return show(
        request,
        "mutual_aid/person_show",
        network,
        [crumb(network.slug), (card.name, None)],
        person=found,
        card=card,
        form=form,
    )


@page(methods=FORM, looks=Looks.PERSON)
def fact_note(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Note what is known of a helper; without a form sent, the page of that person."""
    network = network_for(request.actor, slug, to=access.DESK)
    found = access.neighbour_for(request.actor, network, uuid)
    form = _fact_form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            said = form.cleaned_data
            helper_facts.note(
                actor=request.actor,
                network=network,
                helper=uuid,
                kind=said["kind"],
                on=said["on"],
            )
            tell(request, _("Noted down."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    return _person(request, network, found, form)


@page(methods=ACT)
def fact_remove(request: ActorRequest, slug: str, uuid: UUID, fact: UUID) -> HttpResponse:
    """It was a mistake."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        helper_facts.remove(actor=request.actor, network=network, helper=uuid, fact=fact)
        tell(request, _("Taken away."))
        return at(slug, uuid)

    return once.handle(request, act)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def person_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """How somebody is reached: changed by the desk, or by themselves."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.neighbour_for(request.actor, network, uuid)
    own = access.is_own(request.actor, found)
    require_second_factor(request.actor, own=own)
    after = reverse("mutual_aid:help", args=[slug]) if own else at(slug, uuid)
    form = DetailsForm(
        request.POST if request.method == "POST" else None,
        initial=details.now(found),
        outsider=found.person_id is None,
        own=own,
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            details.change(
                actor=request.actor, network=network, neighbour=uuid, changes=form.changes
            )
            tell(request, _("Saved."))
            return after

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    log.look(request.actor, "mutual_aid.neighbour_looked_at", found, client=client_of(found))
    name = name_of(found)
    crumbs: list[Crumb] = [(_("Help"), after)] if own else [crumb(slug), (name, after)]
    return show(
        request,
        "mutual_aid/person_change",
        network,
        [*crumbs, (_("How we reach you") if own else _("How to reach them"), None)],
        form=form,
        name=name,
        own=own,
        after=after,
    )


@page(looks=Looks.PERSON, methods=FORM)
def person_erase(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Erase somebody who takes part in nothing, at their word. A member does so by themselves."""
    network = network_for(request.actor, slug, to=access.DESK)
    found = access.neighbour_for(request.actor, network, uuid)
    if found.person_id is not None:
        raise NotFound
    if request.method == "POST":

        def act() -> str:
            forgetting.forget(actor=request.actor, network=network, neighbour=uuid)
            tell(request, _("Erased."))
            return reverse("mutual_aid:people", args=[slug])

        return once.handle(request, act)
    log.look(request.actor, "mutual_aid.neighbour_looked_at", found, client=client_of(found))
    name = name_of(found)
    crumbs: list[Crumb] = [crumb(slug), (name, at(slug, uuid)), (_("Erase"), None)]
    return show(request, "mutual_aid/person_erase", network, crumbs, person=found, name=name)
