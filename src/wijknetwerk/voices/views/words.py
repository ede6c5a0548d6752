"""Correcting one's own words."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import draw, tell
from wijknetwerk.core.shell import heading
from wijknetwerk.voices import access
from wijknetwerk.voices.forms.stories import WordsForm, WordsForTellerForm
from wijknetwerk.voices.selectors.cards import card_of
from wijknetwerk.voices.services import words as services
from wijknetwerk.voices.views.showing import add_refusal


@page(methods=FORM)
def story_words(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Correct the words; how far they go and the themes stay."""
    with access.own_story(request.actor, uuid) as found:
        services.check_may(request.actor, found)
        card, own = card_of(request.actor, found), access.is_tellers(request.actor, found)
        if not own and found.reach == "own":
            log.look(request.actor, "voices.story_read", found)
    posted = request.POST if request.method == "POST" else None
    kind = WordsForm if own else WordsForTellerForm
    now = {"words": card.words, "read": card.words, "title": card.title if card.own_title else ""}
    form = kind(posted, initial=now)
    if posted is not None and form.is_valid():

        def act() -> str:
            services.correct(actor=request.actor, story=uuid, **form.cleaned_data)
            tell(request, _("Changed. Everybody who may read it, reads this now."))
            return reverse("voices:mine")

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    heading(request).crumbs = [
        (_("My stories"), reverse("voices:mine")),
        (_("Correct the words"), None),
    ]
    return draw(request, "voices/words", card=card, own=own, form=form)
