"""Experiments: all of them, one, beginning, changing, and saying what was learned."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access_initiatives as access
from wijknetwerk.voices.forms.initiatives import ExperimentForm, FinishForm
from wijknetwerk.voices.selectors import experiments as read
from wijknetwerk.voices.services import experiments as services
from wijknetwerk.voices.views.initiatives import uuid_or_none
from wijknetwerk.voices.views.showing import add_refusal, show


def crumb(slug: str) -> Crumb:
    """The way back to all experiments."""
    return (_("What we try"), reverse("voices:experiments", args=[slug]))


def at(slug: str, experiment: UUID) -> str:
    """The address of an experiment."""
    return reverse("voices:experiment", args=[slug, experiment])


@page()
def experiments(request: ActorRequest, slug: str) -> HttpResponse:
    """What runs, and what was learned."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    crumbs: list[Crumb] = [(_("What we try"), None)]
    found = read.experiments_of(network)
    return show(request, "experiments_list", network, crumbs, found=found)


@page()
def experiment(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One experiment."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.experiment_for(request.actor, network, uuid)
    crumbs = [crumb(slug), (found.question, None)]
    shown = read.page_of(request.actor, found)
    return show(request, "experiment_show", network, crumbs, shown=shown)


@page(methods=FORM)
def experiment_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Try something, for a while."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    about = uuid_or_none(request.GET.get("initiative", ""))
    form = ExperimentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.begin(
                actor=request.actor, network=network, said=form.said(), initiative=about
            )
            tell(request, _("It begins. On the last day we ask what you learned."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (_("Try something"), None)]
    return show(request, "experiment_form", network, crumbs, form=form, row=None)


@page(methods=FORM)
def experiment_change(request: ActorRequest, slug: str, experiment: UUID) -> HttpResponse:
    """Say it better, or give it another last day."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.experiment_to_change(request.actor, network, experiment)
    now = {name: getattr(found, name) for name in ExperimentForm.base_fields}
    form = ExperimentForm(request.POST if request.method == "POST" else None, initial=now)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.change(
                actor=request.actor,
                network=network,
                experiment=experiment,
                said=form.said(),
                changed=form.changed_data,
            )
            tell(request, _("Saved."))
            return at(slug, experiment)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.question, at(slug, experiment)), (_("Change"), None)]
    return show(request, "experiment_form", network, crumbs, form=form, row=found)


@page(methods=FORM)
def experiment_finish(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What did we learn, and then: go on, change, stop."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.experiment_to_change(request.actor, network, uuid)
    form = FinishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            ended = services.finish(
                actor=request.actor, network=network, experiment=uuid, **form.cleaned_data
            )
            tell(request, _("Kept. A lesson is a result."))
            return at(slug, ended.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.question, at(slug, uuid)), (_("What we learned"), None)]
    return show(request, "experiment_finish", network, crumbs, form=form, row=found)
