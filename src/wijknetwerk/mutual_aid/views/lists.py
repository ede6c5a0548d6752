"""Lists of the desk, out to a spreadsheet. Each download is on record."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, sheets
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, Looks, page
from wijknetwerk.core.screens import show
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.selectors.lists_out import LISTS
from wijknetwerk.networks.access import network_for

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@page()
def lists(request: ActorRequest, slug: str) -> HttpResponse:
    """What can be taken out to a spreadsheet, and read in from one."""
    network = network_for(request.actor, slug, to=access.DESK)
    crumbs = [(_("The desk"), reverse("mutual_aid:desk", args=[slug])), (_("Lists"), None)]
    return show(request, "mutual_aid/lists", network, crumbs, lists=LISTS)


@page(looks=Looks.LIST)
def list_out(request: ActorRequest, slug: str, what: str, kind: str) -> HttpResponse:
    """One list as a file; with own words only where that was asked for."""
    network = network_for(request.actor, slug, to=access.DESK)
    if what not in LISTS or kind not in KINDS:
        raise NotFound
    chosen, words = LISTS[what], request.GET.get("woorden") == "ja"
    rows = list(chosen.rows(network, words))
    log.look(
        request.actor, "mutual_aid.list_taken_out", network, list=what, count=len(rows), words=words
    )
    heading = [str(name) for name in chosen.heading]
    if kind == "csv":
        content = sheets.write_csv(heading, rows)
    else:
        content = sheets.write_xlsx(str(chosen.title), heading, rows)
    return documents.document(content, KINDS[kind], f"{what}.{kind}")
