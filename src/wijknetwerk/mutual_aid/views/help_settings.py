"""What a network settled for help, its code of conduct, and how volunteers are insured."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, once, texts
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access, access_settings, paper_offers
from wijknetwerk.mutual_aid.forms.people import CodeForm, SettingsForm, settings_values
from wijknetwerk.mutual_aid.selectors import help_settings as selectors
from wijknetwerk.mutual_aid.selectors import settled
from wijknetwerk.mutual_aid.services import help_settings, helper_facts
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.people import members_now


def crumb(slug: str) -> Crumb:
    """The way back to one's own help."""
    return (_("Help"), reverse("mutual_aid:help", args=[slug]))


@page()
def settings_show(request: ActorRequest, slug: str) -> HttpResponse:
    """What is settled, and what nobody does yet."""
    network = network_for(request.actor, slug, to=Act.SEE)
    access_settings.require_reading(request.actor, network)
    return show(
        request,
        "mutual_aid/settings_show",
        network,
        [crumb(slug), (_("How we arrange help"), None)],
        card=selectors.settings_page(network),
        may_change=access_settings.may_settle(request.actor, network),
    )


@page(methods=FORM)
def settings_change(request: ActorRequest, slug: str) -> HttpResponse:
    """Settle it, for who leads."""
    network = network_for(request.actor, slug, to=access_settings.SETTLE)
    members = [(one.uuid, one.name) for one in members_now(network.pk)]
    stands = help_settings.now(settled.of(network))
    form = SettingsForm(
        request.POST if request.method == "POST" else None,
        initial=settings_values(stands),
        members=members,
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            help_settings.change(actor=request.actor, network=network, changes=form.changes)
            tell(request, _("Saved."))
            return reverse("mutual_aid:settings", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    here = reverse("mutual_aid:settings", args=[slug])
    crumbs: list[Crumb] = [crumb(slug), (_("How we arrange help"), here), (_("Change"), None)]
    return show(request, "mutual_aid/settings_change", network, crumbs, form=form)


@page(methods=FORM)
def code(request: ActorRequest, slug: str) -> HttpResponse:
    """The code of conduct, to read; who helps can agree with it."""
    network = network_for(request.actor, slug, to=Act.SEE)
    me = access.own_neighbour(request.actor, network)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            helper_facts.sign_code(actor=request.actor, network=network)
            tell(request, _("Thank you. It is noted that you agree."))
            return reverse("mutual_aid:code", args=[slug])

        return once.handle(request, act)
    return show(
        request,
        "mutual_aid/code_show",
        network,
        [crumb(slug), (_("Our code of conduct"), None)],
        text=texts.markdown(selectors.code_of_conduct(network), top=2),
        form=form,
        helps=me is not None,
        signed=selectors.signed_by(me) if me else None,
    )


@page()
def code_paper(request: ActorRequest, slug: str) -> HttpResponse:
    """The same on paper, with a line to sign on."""
    network = network_for(request.actor, slug, to=Act.SEE)
    text = selectors.code_of_conduct(network)
    return documents.pdf(paper_offers.code(network, text), f"gedragscode-{slug}")


@page()
def insurance(request: ActorRequest, slug: str) -> HttpResponse:
    """How volunteers are insured, and whom to ask."""
    network = network_for(request.actor, slug, to=Act.SEE)
    crumbs: list[Crumb] = [crumb(slug), (_("Insurance"), None)]
    text = texts.markdown(selectors.insurance(network), top=2)
    return show(request, "mutual_aid/insurance_show", network, crumbs, text=text)
