"""The list to take along: on paper and as a file, for members. Each page is noted."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.core import documents, files, log, once, sheets
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import tell
from wijknetwerk.directory import access, paper
from wijknetwerk.directory.selectors import listing, sharing
from wijknetwerk.directory.services import showing
from wijknetwerk.directory.views.common import at, show

NAME = "wat-is-er-al"  # of all these files


@page()
def share(request: ActorRequest, slug: str) -> HttpResponse:
    """What there is to take along."""
    network = access.network_of(request.actor, slug)
    every, public = sharing.counts(network)
    crumbs: list[tuple[str, str | None]] = [(_("On paper, or as a file"), None)]
    return show(
        request,
        "share",
        network,
        crumbs,
        every=every,
        public=public,
        may_show=access.may_show_everybody(request.actor, network),
    )


@page(methods=FORM)
def show_everybody(request: ActorRequest, slug: str) -> HttpResponse:
    """Choose what everybody may read from now on, of what only members read."""
    network = access.network_of(request.actor, slug)
    access.check_show_everybody(request.actor, network)
    if request.method == "POST":
        chosen = [one for text in request.POST.getlist("chosen") if (one := _uuid(text))]

        def act() -> str:
            count = showing.show_everybody(actor=request.actor, network=network, chosen=chosen)
            said = ngettext(
                "Everybody can read one more thing.", "Everybody can read %(num)s more.", count
            )
            tell(request, said % {"num": count})
            return at(slug)

        return once.handle(request, act)
    cards = listing.members_only_cards(access.Reader(network, True))
    crumbs: list[tuple[str, str | None]] = [(_("For everybody"), None)]
    return show(request, "show_everybody", network, crumbs, cards=cards)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@page(looks=Looks.LIST, second_factor=False)
def booklet(request: ActorRequest, slug: str) -> HttpResponse:
    """The booklet in large letters."""
    network = access.network_of(request.actor, slug)
    cards = sharing.for_paper(network)
    log.look(request.actor, "directory.printed", network, count=len(cards))
    return documents.pdf(paper.booklet(network, cards), f"{NAME}-{slug}")


@page(looks=Looks.LIST, second_factor=False)
def sheet(request: ActorRequest, slug: str) -> HttpResponse:
    """Names and numbers on one sheet."""
    network = access.network_of(request.actor, slug)
    cards = sharing.for_paper(network)
    log.look(request.actor, "directory.printed", network, count=len(cards))
    return documents.pdf(paper.sheet(network, cards), f"{NAME}-{slug}")


@page(looks=Looks.LIST, second_factor=False)
def as_csv(request: ActorRequest, slug: str) -> HttpResponse:
    """The table as CSV."""
    table = _table(request, slug)
    made = sheets.write_csv(table.heading, table.rows)
    return documents.document(made, "text/csv", f"{NAME}-{slug}.csv")


@page(looks=Looks.LIST, second_factor=False)
def as_xlsx(request: ActorRequest, slug: str) -> HttpResponse:
    """The table as a workbook."""
    table = _table(request, slug)
    made = sheets.write_xlsx(_("What is there already"), table.heading, table.rows)
    return documents.document(made, files.SHEET, f"{NAME}-{slug}.xlsx")


@page(looks=Looks.LIST, second_factor=False)
def as_hsds(request: ActorRequest, slug: str) -> HttpResponse:
    """What everybody may read, as HSDS."""
    network = access.network_of(request.actor, slug)
    made = sharing.hsds_of(network)
    log.look(request.actor, "directory.downloaded", network, count=made["total_items"])
    text = json.dumps(made, ensure_ascii=False, indent=1)
    return documents.document(text.encode(), "application/json", f"{NAME}-{slug}.json")


def _table(request: ActorRequest, slug: str) -> Any:
    network = access.network_of(request.actor, slug)
    table = sharing.table_of(network)
    log.look(request.actor, "directory.downloaded", network, count=len(table.rows))
    return table
