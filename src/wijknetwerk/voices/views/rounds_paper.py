"""Rounds on paper: ballots, the sheet on the wall, the result; and typing paper over.

A ballot's link is used without signing in; whoever holds it votes once.
"""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import heading
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access_rounds, paper_rounds
from wijknetwerk.voices.access_rounds import ARRANGES
from wijknetwerk.voices.errors_rounds import StillOpen
from wijknetwerk.voices.forms.rounds import BallotForm, BallotsForm, DotsForm, TableForm
from wijknetwerk.voices.selectors import rounds as read
from wijknetwerk.voices.services import rounds as services
from wijknetwerk.voices.views.rounds import at, crumb
from wijknetwerk.voices.views.showing import add_refusal, show


def _arranged(request: ActorRequest, slug: str, round: UUID) -> tuple[Any, Any]:
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    return network, access_rounds.round_for(request.actor, network, round, to=ARRANGES)


def _asked(found: Any) -> dict[str, Any]:
    return {
        "options": read.options_of(found),
        "dots": found.dots,
        "most_on_one": found.most_on_one,
    }


@page(methods=FORM)
def round_table(request: ActorRequest, slug: str, round: UUID) -> HttpResponse:
    """Type over what one group put on the sheet."""
    network, found = _arranged(request, slug, round)
    form = TableForm(request.POST or None, **_asked(found))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.enter_table(
                actor=request.actor,
                network=network,
                round=round,
                group=form.cleaned_data["group"],
                people=form.cleaned_data["people"],
                dots=form.dots(),
            )
            tell(request, _("Counted. Do the same for the next group."))
            return reverse("voices:round_table", args=[slug, round])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.question, at(slug, round)), (_("From the wall"), None)]
    return show(request, "round_table", network, crumbs, round=found, form=form)


@page(methods=FORM)
def round_paper(request: ActorRequest, slug: str, round: UUID) -> HttpResponse:
    """Type over a ballot."""
    network, found = _arranged(request, slug, round)
    form = BallotForm(request.POST or None, **_asked(found))
    if request.method == "POST" and form.is_valid():
        where = {"actor": request.actor, "network": network, "round": round}

        def act() -> str:
            services.enter_ballot(
                **where,
                ballot=typed,
                group=form.cleaned_data["group"],
                dots=form.dots(),
            )
            tell(request, _("The ballot is counted. Take the next one."))
            return reverse("voices:round_paper", args=[slug, round])

        try:
            typed = services.ballot_of(**where, code=form.cleaned_data["code"])
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.question, at(slug, round)), (_("Type over ballots"), None)]
    return show(request, "round_paper", network, crumbs, round=found, form=form)


@page(methods=FORM)
def round_ballots(request: ActorRequest, slug: str, round: UUID) -> HttpResponse:
    """Print ballots, each with its own code; or make one link to send to somebody. A code is shown
    once and kept nowhere, so the paper is the answer itself."""
    network, found = _arranged(request, slug, round)
    form = BallotsForm(request.POST if request.POST.get("act") == "print" else None)
    crumbs = [crumb(slug), (found.question, at(slug, round)), (_("Ballots"), None)]
    link = ""
    try:
        if request.POST.get("act") == "link":
            made = services.make_ballots(
                actor=request.actor, network=network, round=round, number=1
            )
            link = paper_rounds.link_of(made[0].secret)
        elif form.is_bound and form.is_valid():
            number = form.cleaned_data["number"]
            ballots = services.make_ballots(
                actor=request.actor, network=network, round=round, number=number
            )
            return documents.pdf(paper_rounds.ballots(found, ballots), f"stembriefjes-{slug}")
    except DomainError as error:
        add_refusal(form, error)
    return show(request, "round_ballots", network, crumbs, round=found, form=form, link=link)


@page()
def round_sheet(request: ActorRequest, slug: str, round: UUID) -> HttpResponse:
    """The sheet for the wall, on which people put their dots. Nobody stands in it."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access_rounds.round_for(request.actor, network, round)
    return documents.pdf(paper_rounds.wall_sheet(found), f"stippenvel-{slug}")


@page()
def round_result(request: ActorRequest, slug: str, round: UUID) -> HttpResponse:
    """The result on paper, for the wall of the community centre. Nobody stands in it."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access_rounds.round_for(request.actor, network, round)
    result = read.result_of(found)
    if result is None:
        raise StillOpen
    return documents.pdf(paper_rounds.result_sheet(found, result), f"uitslag-{slug}")


@page(public=True, methods=FORM)
def ballot(request: ActorRequest, secret: str) -> HttpResponse:
    """Vote with the link of a ballot, without signing in. Looking changes nothing."""
    with access_rounds.ballot_behind(secret, address=request.actor.address) as found:
        round = found.round
        heading(request).network_name = round.network.name
        open_now = access_rounds.is_open(round)
        form = None
        if open_now and not found.used:
            form = DotsForm(request.POST or None, **_asked(round))
            if request.method == "POST" and form.is_valid():
                try:
                    services.vote_with_ballot(
                        ballot=found, group=form.cleaned_data["group"], dots=form.dots()
                    )
                    return redirect("voices:ballot", secret=secret)
                except DomainError as error:
                    add_refusal(form, error)
        context = {
            "network": round.network,
            "round": round,
            "used": found.used,
            "open_now": open_now,
            "last_on": read.last_on(round),
            "form": form,
            "once_id": once.new(),
        }
        return render(request, "voices/ballot.html", context)
