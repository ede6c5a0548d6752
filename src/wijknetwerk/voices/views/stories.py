"""Telling something, one story, its photo and sound, and an answer to a question."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import files, log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page, to_sign_in
from wijknetwerk.core.registries import linked, panels_of
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access
from wijknetwerk.voices.forms.stories import AnswerForm, TellForm
from wijknetwerk.voices.selectors import stories as read
from wijknetwerk.voices.services import questions
from wijknetwerk.voices.services import stories as services
from wijknetwerk.voices.views.showing import add_refusal, show


def crumb(slug: str) -> Crumb:
    """The way back to all stories."""
    return (_("What was told"), reverse("voices:stories", args=[slug]))


@page(methods=FORM, private=True)
def tell_something(request: ActorRequest, slug: str) -> HttpResponse:
    """Tell a story, ask a question or give an idea, in one's own words."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    kind = request.GET.get("kind", "story")
    posted = request.POST if request.method == "POST" else None
    form = TellForm(posted, request.FILES if posted is not None else None, initial={"kind": kind})
    if posted is not None and form.is_valid():

        def act() -> str:
            made = services.tell(actor=request.actor, network=network, told=form.told())
            tell(request, _("Thank you. It is there. You can change how far it goes, any time."))
            return reverse("voices:story", args=[slug, made.uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    return show(request, "tell", network, [(_("Tell something"), None)], form=form)


@page(public=True)
def story(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One story, for whoever its teller lets read it. A look at what only the teller and who wrote
    it down may read is noted."""
    try:
        with access.story_at(request.actor, slug, uuid) as found:
            network = found.network
            _note_look(request, found)
            shown = read.story_page(request.actor, found)
            came_from = _came_from(request, found)
            thing = ("voices.story", found.uuid)
            # what is for the teller alone is nobody's to act upon
            panels = [] if found.reach == "own" else panels_of(request.actor, network, thing)
    except NotFound:
        if request.actor.is_person:
            raise
        return to_sign_in(request)
    crumbs = [crumb(slug), (shown.card.title, None)] if _member(request, network) else []
    context: dict[str, Any] = {}
    for _template, values in panels:
        context |= values
    return show(
        request,
        "story",
        network,
        crumbs,
        shown=shown,
        card=shown.card,
        came_from=came_from,
        panels=[template for template, _values in panels],
        **context,
    )


def _member(request: ActorRequest, network: Any) -> bool:
    return request.actor.standing_in(network.pk) is not None


def _note_look(request: ActorRequest, found: Any) -> None:
    """What is under 'only you' and was told by somebody else is personal."""
    if found.reach == "own" and not access.is_tellers(request.actor, found):
        client = found.person.uuid if found.person else None
        log.look(request.actor, "voices.story_read", found, client=client)


def _came_from(request: ActorRequest, found: Any) -> Any:
    if found.from_uuid is None:
        return None
    return linked(request.actor, [(found.from_kind, found.from_uuid)]).get(
        (found.from_kind, found.from_uuid)
    )


@page(public=True)
def story_photo(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The photo with a story, for who may read the story."""
    return _piece(request, slug, uuid, "photo")


@page(public=True)
def story_sound(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The recording with a story, the same."""
    return _piece(request, slug, uuid, "sound")


def _piece(request: ActorRequest, slug: str, uuid: UUID, which: str) -> HttpResponse:
    try:
        with access.story_at(request.actor, slug, uuid) as found:
            file = getattr(found, which)
            if file is None:
                raise NotFound
            _note_look(request, found)
            return files.answer(file, as_download=False)
    except NotFound:
        if request.actor.is_person:
            raise
        return to_sign_in(request)


@page(methods=FORM)
def story_answer(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Answer a question."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.story_for(request.actor, network, uuid)
    access.require_looking_after(request.actor, network)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            questions.answer(actor=request.actor, network=network, story=found, **form.cleaned_data)
            tell(request, _("Answered. It stands below the question."))
            return reverse("voices:story", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    card = read.story_page(request.actor, found).card
    crumbs = [crumb(slug), (card.title, reverse("voices:story", args=[slug, uuid]))]
    crumbs.append((_("Answer"), None))
    return show(request, "answer", network, crumbs, form=form, card=card)
