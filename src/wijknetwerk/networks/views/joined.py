"""Who joined just now: what gives them energy. And who learns along: until when."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access, access_talk
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.joined import EnergiesForm, ExtendForm
from wijknetwerk.networks.selectors import energies as selectors
from wijknetwerk.networks.selectors import learning as learners
from wijknetwerk.networks.services import energies as services
from wijknetwerk.networks.services import learning


@page(methods=FORM)
def my_energies(request: ActorRequest, slug: str) -> HttpResponse:
    """What gives me energy: one friendly question, which may be left alone."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    mine = access.own_membership(request.actor, network)
    posted = request.POST if request.method == "POST" else None
    form = EnergiesForm(posted, initial={"energies": mine.energies})
    if posted is not None and form.is_valid():

        def act() -> str:
            services.say_energies(
                actor=request.actor, network=network, energies=form.cleaned_data["energies"]
            )
            tell(request, _("Thank you. The others see what you like to do."))
            return reverse("networks:home", args=[slug])

        return once.handle(request, act)
    crumbs: list[Crumb] = [(_("What gives you energy?"), None)]
    return show(request, "networks/energies_ask", network, crumbs, form=form)


@page()
def energies(request: ActorRequest, slug: str) -> HttpResponse:
    """What gives us energy: by talent, with the one that is missing."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    return show(
        request,
        "networks/energies_show",
        network,
        [(_("What gives us energy"), None)],
        found=selectors.energies_of_network(network),
    )


@page()
def learner(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who learns along until when: for the learner, the supervisor and who manages members."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = learners.learning_of(request.actor, network, uuid)
    may_extend = access.allows(request.actor, Act.MANAGE_MEMBERS, network)
    if found is None or not (found.mine or found.guided_by_me or may_extend):
        raise NotFound
    crumbs = [(_("Members"), reverse("networks:members", args=[slug])), (found.name, None)]
    return show(
        request, "networks/learner_show", network, crumbs, learning=found, may_extend=may_extend
    )


@page(methods=FORM)
def learner_extend(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Let somebody learn along for longer."""
    role = access_talk.learning_for(request.actor, slug, uuid)
    network = role.network
    found = learners.learning_of(request.actor, network, uuid)
    posted = request.POST if request.method == "POST" else None
    form = ExtendForm(posted)
    if posted is not None and form.is_valid():

        def act() -> str:
            learning.extend(
                actor=request.actor,
                network=network,
                role=uuid,
                until_on=form.cleaned_data["until_on"],
            )
            tell(request, _("Changed. The supervisor hears it again two weeks before."))
            return reverse("networks:learner", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    to_learner = (role.person.name, reverse("networks:learner", args=[slug, uuid]))
    return show(
        request,
        "networks/learner_extend",
        network,
        [to_learner, (_("Longer"), None)],
        form=form,
        learning=found,
        uuid=uuid,
    )
