"""Reading in the spreadsheet of a desk: give it, look it over, say yes."""

import re
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access, access_sheets, sheet_columns
from wijknetwerk.mutual_aid.forms.sheets import FileForm, ReadForm
from wijknetwerk.mutual_aid.selectors import sheet_in as reading
from wijknetwerk.mutual_aid.services import sheet_in as services
from wijknetwerk.networks.access import network_for


def _crumbs(slug: str, last: str) -> list[Crumb]:
    lists = reverse("mutual_aid:lists", args=[slug])
    return [
        (_("The desk"), reverse("mutual_aid:desk", args=[slug])),
        (_("Lists"), lists),
        (last, None),
    ]


def _at(slug: str, uuid: UUID) -> str:
    return reverse("mutual_aid:sheet", args=[slug, uuid])


@page(methods=FORM, private=True)
def sheet_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Give a file."""
    network = network_for(request.actor, slug, to=access.DESK)
    posted = request.POST if request.method == "POST" else None
    form = FileForm(posted, request.FILES if posted is not None else None)
    if posted is not None and form.is_valid():
        name, content = form.name_and_content()

        def act() -> str:
            run = services.begin(actor=request.actor, network=network, name=name, content=content)
            return _at(slug, run.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error, "file")
    crumbs = _crumbs(slug, _("Read in a list"))
    return show(request, "mutual_aid/sheet_new", network, crumbs, form=form)


@page(looks=Looks.LIST, methods=FORM)
def sheet(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What is good, what must be chosen, what is bad and why; then read it in."""
    network = network_for(request.actor, slug, to=access.DESK)
    run = access_sheets.sheet_for(request.actor, network, uuid)
    form = ReadForm(request.POST or None)
    # 'who-5' is who line 5 is about, 'who-h5' who helps there.
    chosen = {
        name.removeprefix("who-"): str(value)
        for name, value in request.POST.items()
        if re.fullmatch(r"who-h?[0-9]{1,7}", name) and re.fullmatch(r"[a-z0-9:-]{0,50}", str(value))
    }
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            read = services.read_in(
                actor=request.actor,
                network=network,
                run=uuid,
                chosen=chosen,
                said_how=form.cleaned_data["said_how"],
            )
            if read.state == "done":
                said = ngettext("One line was read in.", "%(num)s lines were read in.", read.kept)
                tell(request, said % {"num": read.kept})
            return _at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    log.look(request.actor, "mutual_aid.sheet_looked_at", run, count=run.in_all)
    return show(
        request,
        "mutual_aid/sheet_look",
        network,
        _crumbs(slug, _("Look it over")),
        run=run,
        found=reading.preview_of(run) if run.state == "open" else None,
        form=form,
        fields=[(code, name) for code, (name, _words) in sheet_columns.COLUMNS.items()],
        chosen=chosen,
    )


@page(methods=ACT)
def sheet_match(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say which column is which."""
    network = network_for(request.actor, slug, to=access.DESK)
    chosen = {
        int(name.removeprefix("col-")): str(code)
        for name, code in request.POST.items()
        if re.fullmatch(r"col-[0-9]{1,3}", name)
    }
    try:
        services.match(actor=request.actor, network=network, run=uuid, matching=chosen)
    except InvalidInput as error:
        tell(request, error.message)
    return redirect(_at(slug, uuid))


@page(methods=ACT)
def sheet_stop(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Read nothing in."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        services.stop(actor=request.actor, network=network, run=uuid)
        tell(request, _("Nothing was read in. The file is gone."))
        return reverse("mutual_aid:lists", args=[slug])

    return once.handle(request, act)
