"""What a network or team is for and what not, now and before."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed, Stale
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access_talk
from wijknetwerk.networks.access_talk import Ground
from wijknetwerk.networks.forms.expectations import RemitForm
from wijknetwerk.networks.selectors import remit as selectors
from wijknetwerk.networks.services import remit as services


@page()
def remit(request: ActorRequest, slug: str, team: UUID | None = None) -> HttpResponse:
    """What is ours, what is not, and how that stood before. Every member reads it."""
    ground = access_talk.ground_for(request.actor, slug, team)
    return show(
        request,
        "networks/remit_show",
        ground.network,
        [*_to(ground), (_("What we are for"), None)],
        ground=ground,
        remit=selectors.remit_of(ground.network, ground.team),
        history=selectors.remits_before(ground.network, ground.team),
        may_edit=_may_edit(ground),
        edit_url=_address("remit_edit", ground),
    )


@page(methods=FORM)
def remit_edit(request: ActorRequest, slug: str, team: UUID | None = None) -> HttpResponse:
    """Write it down together."""
    ground = access_talk.inner_ground_for(request.actor, slug, team)
    if not _may_edit(ground):
        raise NotAllowed
    now = selectors.remit_of(ground.network, ground.team)
    of_network = ground.team is None
    if request.method != "POST":
        return _page(request, ground, RemitForm(of_network=of_network, shown=now), now)
    form = RemitForm(request.POST, of_network=of_network, shown=now)
    if not form.is_valid():
        return _page(request, ground, form, now)

    def act() -> str:
        services.say_remit(
            actor=request.actor,
            network=ground.network,
            team=ground.team,
            said=form.said(),
            read_number=form.cleaned_data["number"],
        )
        tell(request, _("Saved. How it stood before is kept."))
        return _address("remit", ground)

    try:
        return once.handle(request, act)
    except Stale:
        now = selectors.remit_of(ground.network, ground.team)
        mine = request.POST.copy()
        mine["number"] = str(now.number)
        form = RemitForm(mine, of_network=of_network, shown=now)
        return _page(request, ground, form, now, status=409)
    except DomainError as error:
        add_refusal(form, error)
        return _page(request, ground, form, now)


def _page(
    request: ActorRequest,
    ground: Ground,
    form: RemitForm,
    now: selectors.RemitPage,
    *,
    status: int = 200,
) -> HttpResponse:
    answer = show(
        request,
        "networks/remit_edit",
        ground.network,
        [*_to(ground), (_("What we are for"), _address("remit", ground)), (_("Change"), None)],
        ground=ground,
        form=form,
        now=now,
        theirs=status == 409,
        back=_address("remit", ground),
    )
    answer.status_code = status
    return answer


def _may_edit(ground: Ground) -> bool:
    """Of a network its leaders, of a team everybody in it; the service asks the same."""
    return ground.may_lead or (ground.team is not None and ground.may_write)


def _address(name: str, ground: Ground) -> str:
    team = [ground.team.uuid] if ground.team else []
    return reverse(f"networks:{name}", args=[ground.network.slug, *team])


def _to(ground: Ground) -> list[Crumb]:
    if ground.team is None:
        return []
    address = reverse("networks:team", args=[ground.network.slug, ground.team.uuid])
    return [(ground.team.name, address)]
