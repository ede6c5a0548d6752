"""Rounds of dots: all of them, one to vote in or to read, opening and closing."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access_rounds
from wijknetwerk.voices.bars import with_bars
from wijknetwerk.voices.errors_rounds import VotedAlready
from wijknetwerk.voices.forms.rounds import DotsForm, RoundForm
from wijknetwerk.voices.selectors import rounds as read
from wijknetwerk.voices.services import rounds as services
from wijknetwerk.voices.views.showing import add_refusal, show


def crumb(slug: str) -> Crumb:
    """The way back to all rounds."""
    return (_("Dots"), reverse("voices:rounds", args=[slug]))


def at(slug: str, round: UUID) -> str:
    """The address of a round."""
    return reverse("voices:round", args=[slug, round])


@page()
def rounds(request: ActorRequest, slug: str) -> HttpResponse:
    """All rounds: those where one can vote, and results."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    return show(
        request,
        "rounds_list",
        network,
        [(_("Dots"), None)],
        found=read.rounds_of(network),
        may_arrange=access_rounds.may_arrange(request.actor, network),
    )


@page(methods=FORM)
def round(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Put one's dots; after closing, the result. No count shows while it runs."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access_rounds.round_for(request.actor, network, uuid)
    open_now = access_rounds.is_open(found)
    voted = open_now and read.voted(request.actor, found)
    form = None
    if open_now and not voted:
        form = _dots_form(request, found)
        if request.method == "POST" and form.is_valid():
            try:
                services.vote(
                    actor=request.actor,
                    network=network,
                    round=uuid,
                    group=form.cleaned_data["group"],
                    dots=form.dots(),
                )
                tell(request, _("Your dots are counted. Thank you."))
                return redirect(at(slug, uuid))
            except DomainError as error:
                add_refusal(form, error)
    elif request.method == "POST":
        return _answered_already(request, slug, uuid, voted=voted)
    return show(
        request,
        "round_show",
        network,
        [crumb(slug), (found.question, None)],
        round=found,
        form=form,
        voted=voted,
        open_now=open_now,
        soon=read.is_coming(found),
        last_on=read.last_on(found),
        result=with_bars(read.result_of(found)),
        may_arrange=access_rounds.may_arrange(request.actor, network),
    )


def _answered_already(request: ActorRequest, slug: str, uuid: UUID, *, voted: bool) -> HttpResponse:
    """A second click on the same button: it was counted the first time."""
    if voted:
        tell(request, VotedAlready.message)
    return redirect(at(slug, uuid))


def _dots_form(request: ActorRequest, found: Any) -> DotsForm:
    posted = request.POST if request.method == "POST" else None
    standing = request.actor.standing_in(found.network_id)
    return DotsForm(
        posted,
        options=read.options_of(found),
        dots=found.dots,
        most_on_one=found.most_on_one,
        group=read.group_of(standing),
    )


@page(methods=FORM)
def round_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Ask what weighs most."""
    network = networks.network_for(request.actor, slug, to=access_rounds.ARRANGES)
    posted = request.POST if request.method == "POST" else None
    form = RoundForm(posted, themes=read.themes_to_choose(network))
    if posted is not None and form.is_valid():

        def act() -> str:
            made = services.open_round(actor=request.actor, network=network, said=form.said())
            tell(request, _("The round is there. Print the sheet and the ballots."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (_("A new round"), None)]
    return show(request, "round_new", network, crumbs, form=form)


@page(methods=FORM)
def round_close(request: ActorRequest, slug: str, round: UUID) -> HttpResponse:
    """Close it and show the result, for good."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access_rounds.round_for(request.actor, network, round, to=access_rounds.ARRANGES)
    if request.method == "POST":

        def act() -> str:
            services.close_round(actor=request.actor, network=network, round=round)
            tell(request, _("The round is closed. This is the result."))
            return at(slug, round)

        return once.handle(request, act)
    crumbs = [crumb(slug), (found.question, at(slug, round)), (_("Close"), None)]
    return show(request, "round_close", network, crumbs, round=found, last_on=read.last_on(found))
