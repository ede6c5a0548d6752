"""A need handed to somebody of a party: written, the resident's yes, their answer."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.plans import access_agreements, access_noting
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.agreement import ReferralForm, WordsForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import agreements as noting
from wijknetwerk.plans.selectors import chosen
from wijknetwerk.plans.selectors import referrals as selectors
from wijknetwerk.plans.services import referrals as services
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.privacy.purposes import Deed, Given

ACTS: dict[str, tuple[str, str | Promise, str | Promise]] = {
    "ja": ("yes", gettext_lazy("Yes, ask this"), ""),
    "oppakken": ("accept", gettext_lazy("We take this up"), ""),
    "klaar": ("finish", gettext_lazy("Done"), gettext_lazy("What came of it?")),
    "niet": ("refuse", gettext_lazy("We can't take this up"), gettext_lazy("Why not?")),
    "stop": ("stop", gettext_lazy("Stop this"), ""),
}
SPOKEN = {
    "ja": gettext_lazy("The resident says yes"),
    "stop": gettext_lazy("The resident says: stop this"),
}
AT_ONCE = ("ja", "oppakken", "stop")
SHUTS = ("klaar", "niet")


@page(looks=Looks.PERSON, second_factor=False)
def referral(request: ActorRequest, uuid: UUID, referral: UUID) -> HttpResponse:
    """What is asked, and what this reader may do."""
    hand = hand_for(request, uuid)
    row = access_agreements.referral_for(hand, referral)
    noting.note(hand, row, "plans.referral_read")
    notes = not hand.is_resident and access_noting.notes_for(hand)
    shown = selectors.as_shown(hand, row, notes=notes)
    buttons = [(word, *ACTS[word][:2]) for word in ACTS if ACTS[word][0] in shown.acts]
    if notes:
        buttons = [(word, kind, SPOKEN.get(word, title)) for word, kind, title in buttons]
    context = {"one": shown, "buttons": buttons, "at_once": AT_ONCE}
    context["need"] = chosen.need_behind(hand, row)
    return draw(request, "plans/referral_one", hand, (_("Asked of a party"), None), **context)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def referral_new(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """For which need, whom, in which words."""
    hand = hand_for(request, uuid)
    if not hand.may(Part.NEEDS, Deed.WRITE):
        raise NotAllowed if hand.may(Part.NEEDS) else NotFound
    needs, places = selectors.choices(hand)
    form = ReferralForm(
        request.POST or None,
        needs=needs,
        places=places,
        asks_task=selectors.asks_task(hand),
        initial={"need": request.GET.get("nodig", "")},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def do() -> str:
            need, place = UUID(data["need"]), UUID(data["place"])
            said = {"what": data["what"], "task": form.task_of_law()}
            services.propose(hand=hand, need=need, place=place, **said)
            done = _("Asked.") if hand.is_resident else _("We ask the resident first.")
            tell(request, done)
            return _list(hand)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.read", Part.NEEDS)
    title = _("Ask a party")
    context = {"form": form, "title": title, "ready": bool(needs and places)}
    return draw(request, "plans/referral_form", hand, (title, None), **context)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def referral_act(request: ActorRequest, uuid: UUID, referral: UUID, act: str) -> HttpResponse:
    """The resident's yes or stop; taken up, not, or done. GET asks the words, POST acts."""
    hand = hand_for(request, uuid)
    row = access_agreements.referral_for(hand, referral)
    if act not in ACTS:
        raise NotFound
    _kind, title, label = ACTS[act]
    form = WordsForm(request.POST or None, label=label, moves=False)
    if request.method == "POST" and (act in AT_ONCE or form.is_valid()):
        said = "" if act in AT_ONCE else form.cleaned_data["words"]

        def do() -> str:
            _act(hand, row, act, said)
            tell(request, _("Kept."))
            shuts = act in SHUTS  # for who answered nothing may be left to see
            return reverse("front:today") if shuts else _list(hand)

        return once.handle(request, do)
    noting.note(hand, row, "plans.referral_read")
    one = selectors.as_shown(hand, row)
    context: dict[str, Any] = {"form": None if act in AT_ONCE else form, "title": title, "act": act}
    return draw(request, "plans/referral_words", hand, (str(title), None), one=one, **context)


def _act(hand: Hand, row: Any, act: str, said: str) -> None:
    uuid = row.uuid
    if act == "ja":
        notes = not hand.decides([row.part]) and access_noting.notes_for(hand)
        how = Given.SPOKEN if notes else Given.IN_APP
        services.say_yes(hand=hand, uuid=uuid, how=how)
    elif act == "stop":
        services.stop(hand=hand, uuid=uuid)
    else:
        services.answer(hand=hand, uuid=uuid, says=services.DO[ACTS[act][0]], words=said)


def _list(hand: Hand) -> str:
    return reverse("plans:agreements", args=[hand.plan.uuid])
