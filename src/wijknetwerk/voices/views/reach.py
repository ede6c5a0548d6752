"""How far one's own story goes, taking it back; and the same with a slip of paper."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import heading
from wijknetwerk.voices import access
from wijknetwerk.voices.forms.stories import ReachForm, ReachForTellerForm, SlipForm
from wijknetwerk.voices.selectors.cards import card_of
from wijknetwerk.voices.services import reach as services
from wijknetwerk.voices.views.showing import add_refusal

SLIP_OPENED = "voices_slip"  # in the session: the token that the code opened


@page(methods=FORM)
def story_reach(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Say anew how far it goes."""
    with access.own_story(request.actor, uuid) as found:
        card, own = card_of(request.actor, found), access.is_tellers(request.actor, found)
        if not own and found.reach == "own":
            client = found.person.uuid if found.person else None
            log.look(request.actor, "voices.story_read", found, client=client)
    kind = ReachForm if own else ReachForTellerForm
    posted = request.POST if request.method == "POST" else None
    form = kind(posted, initial={"reach": card.reach, "shown_name": card.name})
    if posted is not None and form.is_valid():

        def act() -> str:
            services.change(actor=request.actor, story=uuid, **form.cleaned_data)
            tell(request, _("Changed. It counts from now on."))
            return reverse("voices:mine")

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    return _show(request, "reach", _("How far may it go?"), card=card, own=own, form=form)


@page(methods=FORM)
def story_take_back(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Take it back: the words go for good."""
    with access.own_story(request.actor, uuid) as found:
        card, own = card_of(request.actor, found), access.is_tellers(request.actor, found)
        if not own and found.reach == "own":
            client = found.person.uuid if found.person else None
            log.look(request.actor, "voices.story_read", found, client=client)
    if request.method == "POST":

        def act() -> str:
            services.take_back(actor=request.actor, story=uuid)
            tell(request, _("Taken back. Nobody can read it any more."))
            return reverse("voices:mine")

        return once.handle(request, act)
    return _show(request, "take_back", _("Take it back"), card=card, own=own)


def _show(request: ActorRequest, template: str, title: str, **context: object) -> HttpResponse:
    mine = (_("My stories"), reverse("voices:mine"))
    heading(request).crumbs = [mine, (title, None)]
    return render(request, f"voices/{template}.html", {"once_id": once.new(), **context})


@page(public=True, methods=FORM)
def slip(request: ActorRequest) -> HttpResponse:
    """Type the code of a slip of paper. Without signing in, also by somebody at the phone."""
    form = SlipForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            token = services.behind_slip(actor=request.actor, code=form.cleaned_data["code"])
        except DomainError as error:
            form.add_error("code", str(error.message))
        else:
            request.session[SLIP_OPENED] = str(token)
            return redirect("voices:slip_choice")
    return render(request, "voices/slip.html", {"form": form})


@page(public=True, methods=FORM)
def slip_choice(request: ActorRequest) -> HttpResponse:
    """What to do with what was told. The words are not shown: a slip can be lost."""
    opened = request.session.get(SLIP_OPENED, "")
    if not opened:
        return redirect("voices:slip")
    if request.method == "POST":
        chosen = request.POST.get("act", "")
        if chosen not in _SAID:
            raise NotFound
        reach = "" if chosen == "gone" else chosen
        services.act_by_slip(actor=request.actor, token=UUID(opened), reach=reach)
        if chosen == "gone":
            del request.session[SLIP_OPENED]
        tell(request, _SAID[chosen]())
        return redirect("voices:slip")
    about = services.about_slip(token=UUID(opened))
    return render(request, "voices/slip_choice.html", {"about": about, "once_id": once.new()})


_SAID = {
    "own": lambda: _("Done. Only you can read it now, and who wrote it down."),
    "network": lambda: _("Done. Only who takes part in the network can read it now."),
    "gone": lambda: _("Taken back. Nobody can read it any more."),
}
