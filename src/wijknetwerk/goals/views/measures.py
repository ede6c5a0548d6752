"""By what one sees that a goal comes nearer: measures and their values."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, once
from wijknetwerk.core.errors import DomainError, Stale
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.goals import access
from wijknetwerk.goals.forms.goals import MeasureForm, ValueForm
from wijknetwerk.goals.services import goals as services
from wijknetwerk.goals.views.common import short
from wijknetwerk.goals.views.goals import at, crumb
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

NAMES = ("what", "unit", "start", "target", "direction", "how", "source", "version")


@page(methods=FORM)
def measure_new(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Agree by what one sees that it works."""
    network = network_for(request.actor, slug, to=Act.SEE)
    goal = access.goal_to_change(request.actor, network, uuid)
    form = MeasureForm(request.POST or None, initial={"direction": "up"})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.add_measure(actor=request.actor, network=network, goal=uuid, said=form.said())
            tell(request, _("Saved. Note the figure now and then, and you see how it goes."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    return _page(request, network, goal, _("How do we see that it works?"), form)


@page(methods=FORM)
def measure_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say anew what is counted and how."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.measure_to_change(request.actor, network, uuid)
    form = MeasureForm(request.POST or None, initial={name: getattr(found, name) for name in NAMES})
    theirs = None
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.change_measure(
                actor=request.actor,
                network=network,
                measure=uuid,
                said=form.said(),
                read_version=form.cleaned_data["version"] or 0,
            )
            tell(request, _("Saved."))
            return at(slug, found.goal.uuid)

        try:
            return once.handle(request, act)
        except Stale:
            theirs = access.measure_to_change(request.actor, network, uuid)
            mine = request.POST.copy()
            mine["version"] = str(theirs.version)
            form = MeasureForm(mine)
        except DomainError as error:
            add_refusal(form, error)
    answer = _page(request, network, found.goal, _("Change what we count"), form, theirs=theirs)
    answer.status_code = 409 if theirs else 200
    return answer


@page(methods=FORM)
def value_new(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Note what was counted; for a day that has a figure it corrects that one."""
    network = network_for(request.actor, slug, to=Act.SEE)
    measure = access.measure_to_change(request.actor, network, uuid)
    form = ValueForm(request.POST or None, initial={"on": clock.today()})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.note_value(
                actor=request.actor, network=network, measure=uuid, **form.cleaned_data
            )
            tell(request, _("Noted."))
            return at(slug, measure.goal.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    return _page(request, network, measure.goal, measure.what, form)


def _page(
    request: ActorRequest, network: "Network", goal: Any, heading: str, form: Any, **more: Any
) -> HttpResponse:
    slug = network.slug
    crumbs = [crumb(slug), (short(goal.sentence), at(slug, goal.uuid)), (heading, None)]
    context = {"form": form, "goal": goal, "heading": heading, "submit": _("Save"), **more}
    return show(request, "goals/goal_step", network, crumbs, **context)
