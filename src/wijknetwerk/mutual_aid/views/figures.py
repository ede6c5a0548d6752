"""Help as a whole, in figures about five people or more."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.pages import ACT, ActorRequest, page
from wijknetwerk.core.screens import show, tell
from wijknetwerk.mutual_aid import figure_charts
from wijknetwerk.mutual_aid.selectors import figures as selectors
from wijknetwerk.mutual_aid.services import to_voices
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.voices.access import looks_after_voices


@page()
def figures(request: ActorRequest, slug: str) -> HttpResponse:
    """Who asked, who was helped, how long it took, and what nobody could be found for."""
    network = network_for(request.actor, slug, to=Act.SEE)
    crumbs = [(_("Help"), reverse("mutual_aid:help", args=[slug])), (_("In figures"), None)]
    whole = selectors.whole(network)
    return show(
        request,
        "mutual_aid/figures",
        network,
        crumbs,
        whole=whole,
        charts={year.year: figure_charts.quarters(year) for year in whole.years},
        may_take=looks_after_voices(request.actor, network),
    )


@page(methods=ACT)
def to_meedenken(request: ActorRequest, slug: str, kind: str) -> HttpResponse:
    """Take a kind that too few offer to Meedenken."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        made = to_voices.take(actor=request.actor, network=network, code=kind)
        tell(request, _("It is a theme now. Ask people what they think of it."))
        return reverse("voices:theme", args=[slug, made])

    return once.handle(request, act)
