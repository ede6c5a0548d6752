"""Reading in a file: give it, look it over, say yes."""

import re
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.directory import access
from wijknetwerk.directory.forms.importing import AddForm, FileForm
from wijknetwerk.directory.selectors import imports
from wijknetwerk.directory.services import importing as services
from wijknetwerk.directory.views.common import at, show

MOST_TICKS = 5_000


@page(methods=FORM)
def begin(request: ActorRequest, slug: str) -> HttpResponse:
    """Give a file, or paste lines."""
    network = access.network_for_files(request.actor, slug)
    posted = request.POST if request.method == "POST" else None
    form = FileForm(posted, request.FILES if posted else None)
    if posted and form.is_valid():
        name, content = form.name_and_content()

        def act() -> str:
            run = services.begin(
                actor=request.actor,
                network=network,
                name=name,
                content=content,
                source=form.cleaned_data["source"],
            )
            return _at(slug, run.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            form.add_error("file", str(error))
    crumbs: list[Crumb] = [(_("Read in a list that you have"), None)]
    return show(request, "import_begin", network, crumbs, form=form)


@page()
def look_over(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What is good, what is known already, what is bad; or how far it is, or what came of it."""
    network = access.network_for_files(request.actor, slug)
    run = access.import_for(request.actor, network, uuid)
    found = imports.preview_of(run) if run.state == "open" else None
    crumbs: list[Crumb] = [
        (_("Read in a list that you have"), reverse("directory:import", args=[slug])),
        (_("Look it over"), None),
    ]
    return show(
        request,
        "import_look",
        network,
        crumbs,
        run=run,
        found=found,
        fields=imports.fields(),
        form=AddForm(),
    )


@page(methods=ACT)
def match(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say which column is which."""
    network = access.network_for_files(request.actor, slug)
    chosen = {
        int(name.removeprefix("col-")): str(code)
        for name, code in request.POST.items()
        if re.fullmatch(r"col-[0-9]{1,3}", name)
    }
    try:
        services.match(actor=request.actor, network=network, run=uuid, matching=chosen)
    except InvalidInput as error:
        tell(request, str(error))
    return redirect(_at(slug, uuid))


@page(methods=ACT)
def add_all(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Put it on the list: all that is good, and what was ticked of what is known."""
    network = access.network_for_files(request.actor, slug)
    ticked = request.POST.getlist("anyway")[:MOST_TICKS]
    anyway = [int(one) for one in ticked if one.isascii() and one.isdigit() and len(one) < 8]
    form = AddForm(request.POST)
    form.is_valid()

    def act() -> str:
        run = services.add_all(
            actor=request.actor,
            network=network,
            run=uuid,
            anyway=anyway,
            checked=form.cleaned_data["checked"],
        )
        if run.state != "done":
            return _at(slug, uuid)
        said = ngettext("One thing is on the list.", "%(num)s things are on the list.", run.added)
        tell(request, said % {"num": run.added})
        return _at(slug, uuid)

    return once.handle(request, act)


@page(methods=ACT)
def stop(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Read nothing in."""
    network = access.network_for_files(request.actor, slug)

    def act() -> str:
        services.stop(actor=request.actor, network=network, run=uuid)
        tell(request, _("Nothing was read in. The file is gone."))
        return at(slug)

    return once.handle(request, act)


def _at(slug: str, uuid: UUID) -> str:
    return reverse("directory:import_look", args=[slug, uuid])
