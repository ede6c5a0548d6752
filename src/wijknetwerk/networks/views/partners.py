"""Parties: who takes part, adding one, ending one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.vary import vary_on_headers

from wijknetwerk.core import clock, once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.networks import access, words
from wijknetwerk.networks.errors_network import OrganisationExists, WrongDay
from wijknetwerk.networks.forms.partners import EndPartnerForm, NewPartnerForm
from wijknetwerk.networks.selectors import partners as selectors
from wijknetwerk.networks.services import partners as service
from wijknetwerk.networks.views.start import uuid_of


@page()
def partners(request: ActorRequest, slug: str) -> HttpResponse:
    """Parties that take part now, and those that did."""
    network = access.network_for(request.actor, slug, to=access.Act.SEE)
    context = {
        "network": network,
        "partners": selectors.partners_of(network),
        "ended": selectors.ended_partners_of(network),
        "kinds": words.kinds(),
        "may_manage": access.allows(request.actor, access.Act.MANAGE_PARTNERS, network),
    }
    return render(request, "networks/partner_list.html", context)


@vary_on_headers("HX-Request")
@page(methods=FORM)
def add(request: ActorRequest, slug: str) -> HttpResponse:
    """Find a party by typing, or make a new one."""
    network = access.network_for(request.actor, slug, to=access.Act.MANAGE_PARTNERS)
    typed = request.GET.get("q", "")[:80]
    context = {
        "network": network,
        "q": typed,
        "found": selectors.find_organisations(typed, network=network),
        "kinds": words.kinds(),
    }
    if request.headers.get("HX-Request"):
        return render(request, "networks/_partners_found.html", context)
    form = NewPartnerForm(request.POST or None, initial={"name": typed})
    if request.method == "POST" and form.is_valid():
        try:
            return once.handle(request, lambda: _made(request, slug, form))
        except OrganisationExists as exists:
            form.add_error("name", str(exists))
    context |= {"form": form, "once_id": once.new()}
    return render(request, "networks/partner_add.html", context)


def _made(request: ActorRequest, slug: str, form: NewPartnerForm) -> str:
    service.add_new_partner(actor=request.actor, slug=slug, **form.cleaned_data)
    messages.success(request, _("%(name)s takes part.") % {"name": form.cleaned_data["name"]})
    return reverse("networks:partners", args=[slug])


@page(methods=ACT)
def choose(request: ActorRequest, slug: str) -> HttpResponse:
    """A party that the platform knows already takes part."""
    chosen = uuid_of(request, "organisation")

    def act() -> str:
        made = service.add_partner(actor=request.actor, slug=slug, organisation=chosen)
        messages.success(request, _("%(name)s takes part.") % {"name": made.organisation.name})
        return reverse("networks:partners", args=[slug])

    return once.handle(request, act)


@page(methods=FORM)
def end(request: ActorRequest, slug: str, partner: UUID) -> HttpResponse:
    """Ask from which day, and what its people do; then end it."""
    network = access.network_for(request.actor, slug, to=access.Act.MANAGE_PARTNERS)
    found = selectors.partner_of(network, partner)
    if found is None:
        raise NotFound
    form = EndPartnerForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            service.end_partner(
                actor=request.actor,
                slug=slug,
                partner=partner,
                until_on=form.cleaned_data["until_on"],
                end_memberships=form.cleaned_data["people"] == "leave",
            )
            messages.success(request, _("The partnership has ended."))
            return reverse("networks:partners", args=[slug])

        try:
            return once.handle(request, act)
        except WrongDay as wrong:
            form.add_error("until_on", str(wrong))
    context = {
        "network": network,
        "partner": found,
        "people": selectors.people_of(found),
        "form": form,
        "once_id": once.new(),
    }
    return render(request, "networks/partner_end.html", context)
