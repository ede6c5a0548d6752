"""What was agreed: the list, one of them with what may be done, a copy, and who watches."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import once, presence
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.plans import access_agreements, access_noting
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.agreement import (
    BY_NAME,
    RESIDENT,
    AgreementForm,
    WatcherForm,
    WordsForm,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import agreement_copy as agreement_copy_of
from wijknetwerk.plans.selectors import agreement_watching as watching_of
from wijknetwerk.plans.selectors import agreements as selectors
from wijknetwerk.plans.selectors import chosen
from wijknetwerk.plans.selectors import referrals as referred
from wijknetwerk.plans.services import agreements as services
from wijknetwerk.plans.services import watching
from wijknetwerk.plans.views.common import draw, hand_for, looked, told
from wijknetwerk.privacy.purposes import Deed

TITLE = gettext_lazy("What was agreed")
ACTS: dict[str, tuple[str, str | Promise, str | Promise]] = {
    "klopt": ("agree", gettext_lazy("This is right"), ""),
    "klopt-niet": ("wrong", gettext_lazy("This is not right"), gettext_lazy("What is not right?")),
    "gedaan": ("done", gettext_lazy("Done"), ""),
    "verzetten": ("move", gettext_lazy("To another day"), gettext_lazy("Why another day?")),
    "loslaten": (
        "drop",
        gettext_lazy("Let it go"),
        gettext_lazy("Why is this not needed any more?"),
    ),
}
SPOKEN = {
    "klopt": gettext_lazy("The resident says: this is right"),
    "klopt-niet": gettext_lazy("The resident says: this is not right"),
}
"""The same for who notes what a resident says who can't sign in."""
AT_ONCE = ("klopt", "gedaan")


@page(looks=Looks.PERSON, second_factor=False)
def agreements(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Everything that was agreed and asked of parties, as far as this reader may see."""
    hand = hand_for(request, uuid)
    looked(hand, "plans.agreements_read", Part.AGREEMENTS)
    notes = not hand.is_resident and access_noting.notes_for(hand)
    found = selectors.shown(hand, request.GET.get("bladzijde", ""), notes=notes)
    return draw(
        request,
        "plans/agreement_list",
        hand,
        (str(TITLE), None),
        current=[one for one in found.rows if one.is_open],
        over=[one for one in found.rows if not one.is_open],
        pages=found.page,
        referrals=referred.shown(hand, notes=notes),
        may_add=bool(hand.may(Part.AGREEMENTS, Deed.WRITE)) and hand.plan.is_open,
        may_refer=bool(hand.may(Part.NEEDS, Deed.WRITE)) and hand.plan.is_open,
        names_watcher=hand.decides([Part.AGREEMENTS]) and hand.plan.is_open,
    )


@page(looks=Looks.PERSON, second_factor=False)
def agreement(request: ActorRequest, uuid: UUID, agreement: UUID) -> HttpResponse:
    """One agreement, what happened with it, and what this reader may do."""
    hand = hand_for(request, uuid)
    row = access_agreements.agreement_for(hand, agreement)
    selectors.note(hand, row, "plans.agreement_read")
    notes = not hand.is_resident and access_noting.notes_for(hand)
    shown = selectors.as_shown(hand, row, notes=notes)
    buttons = [(word, *ACTS[word][:2]) for word in ACTS if ACTS[word][0] in shown.acts]
    if notes:
        buttons = [(word, kind, SPOKEN.get(word, title)) for word, kind, title in buttons]
    crumbs = _under(hand, _("One agreement"))
    context = {
        "one": shown,
        "steps": selectors.steps(hand, row),
        "buttons": buttons,
    }
    context["mail"] = selectors.mail_of(hand, row)
    context["need"] = chosen.need_behind(hand, row)
    return draw(request, "plans/agreement_one", hand, *crumbs, at_once=AT_ONCE, **context)


@page(looks=Looks.PERSON, second_factor=False)
def agreement_copy(request: ActorRequest, uuid: UUID, agreement: UUID) -> HttpResponse:
    """As plain text, for somebody's own file; on record by itself."""
    hand = hand_for(request, uuid)
    row = access_agreements.agreement_for(hand, agreement)
    selectors.note(hand, row, "plans.agreement_copied")
    block = agreement_copy_of.block_to_copy(hand, row)
    return draw(request, "plans/agreement_copy", hand, *_under(hand, _("Copy")), block=block)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def agreement_new(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Who does what, by when."""
    hand = hand_for(request, uuid)
    if not hand.may(Part.AGREEMENTS, Deed.WRITE):
        raise NotAllowed if hand.may(Part.AGREEMENTS) else NotFound
    first = {"need": request.GET.get("nodig", "")}
    form = _form(request, hand, needs=referred.choices(hand)[0], initial=first)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.make(hand=hand, deal=form.deal())
            tell(request, _("Written down.") if hand.is_resident else _("The resident reads it."))
            return reverse("plans:agreements", args=[uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.agreements_read", Part.AGREEMENTS)
    return _draw_form(request, hand, form, _("A new agreement"))


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def agreement_change(request: ActorRequest, uuid: UUID, agreement: UUID) -> HttpResponse:
    """Other words, another owner or day. Of two at once the second sees both."""
    hand = hand_for(request, uuid)
    row = access_agreements.agreement_for(hand, agreement)
    shown = selectors.as_shown(hand, row)
    if "change" not in shown.acts:
        raise NotAllowed
    who = str(row.place.uuid) if row.place else BY_NAME if row.owner == "named" else RESIDENT
    first = {"what": shown.what, "who": who, "due_on": row.due_on}
    if who == BY_NAME:
        first |= {"name": shown.who, "mail": selectors.mail_of(hand, row)}
    form = _form(request, hand, initial={**first, "money": row.money})
    version = int(request.POST.get("version") or shown.version)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.change(hand=hand, uuid=agreement, deal=form.deal(), read_version=version)
            return reverse("plans:agreement", args=[uuid, agreement])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    selectors.note(hand, row, "plans.agreement_read")
    now = shown.what if request.method == "POST" else ""
    return _draw_form(request, hand, form, _("Say it in other words"), version=version, now=now)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def agreement_act(request: ActorRequest, uuid: UUID, agreement: UUID, act: str) -> HttpResponse:
    """It is right, it isn't, done, moved, let go. GET asks the words, POST acts."""
    hand = hand_for(request, uuid)
    row = access_agreements.agreement_for(hand, agreement)
    if act not in ACTS:
        raise NotFound
    _kind, title, label = ACTS[act]
    form = WordsForm(request.POST or None, label=label, moves=act == "verzetten")
    if request.method == "POST" and (act in AT_ONCE or form.is_valid()):
        said = {} if act in AT_ONCE else form.cleaned_data

        def do() -> str:
            _act(hand, agreement, act, said)
            tell(request, _("Kept."))
            return reverse("plans:agreements", args=[uuid])

        if act in AT_ONCE:
            return once.handle(request, do)
        try:
            return once.handle(request, do)
        except NotAllowed:
            raise
        except DomainError as error:
            add_refusal(form, error)
    selectors.note(hand, row, "plans.agreement_read")
    one = selectors.as_shown(hand, row)
    crumbs = _under(hand, str(title))
    context: dict[str, Any] = {"form": None if act in AT_ONCE else form, "title": title, "act": act}
    return draw(request, "plans/agreement_words", hand, *crumbs, one=one, **context)


@page(looks=Looks.PERSON)
def watch(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Party, day and done, for the one whom the resident named. Nothing else, also not whose."""
    found = access_agreements.watch_for(request.actor, uuid)
    presence.require(request, own=False)
    rows = watching_of.watched(found)
    crumbs: list[Crumb] = [(_("What was agreed"), None)]
    return show(request, "plans/agreement_watch", found.plan.network, crumbs, rows=rows)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def watcher(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The resident names who watches, or nobody any more."""
    hand = hand_for(request, uuid)
    if not hand.decides([Part.AGREEMENTS]):
        raise NotAllowed
    places, now = watching_of.choices_of_watchers(hand)
    form = WatcherForm(request.POST or None, places=places, initial={"place": now})
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            watching.name_watcher(hand=hand, place=form.chosen())
            tell(request, _("Kept."))
            return reverse("plans:agreements", args=[uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.agreements_read", Part.AGREEMENTS)
    return draw(
        request, "plans/agreement_watcher", hand, *_under(hand, _("Who watches")), form=form
    )


def _act(hand: Hand, uuid: UUID, act: str, said: dict[str, Any]) -> None:
    if act == "klopt":
        services.agree(hand=hand, uuid=uuid)
    elif act == "gedaan":
        services.done(hand=hand, uuid=uuid)
    elif act == "klopt-niet":
        services.wrong(hand=hand, uuid=uuid, words=said["words"])
    elif act == "verzetten":
        services.move(hand=hand, uuid=uuid, to=said["to"], reason=said["words"])
    else:
        services.drop(hand=hand, uuid=uuid, reason=said["words"])


def _form(request: ActorRequest, hand: Hand, **more: Any) -> AgreementForm:
    mine = hand.is_resident
    resident = _("I do this myself") if mine else str(hand.plan.resident.name)
    owners = selectors.choices_of_owners(hand)
    form = AgreementForm(request.POST or None, resident=resident, owners=owners, **more)
    if mine:
        told(form, mail=_("Only for somebody else, by name."))
    return form


def _under(hand: Hand, title: str) -> tuple[Crumb, Crumb]:
    return (str(TITLE), reverse("plans:agreements", args=[hand.plan.uuid])), (title, None)


def _draw_form(
    request: ActorRequest, hand: Hand, form: AgreementForm, title: str, **more: Any
) -> HttpResponse:
    crumbs = _under(hand, title)
    return draw(request, "plans/agreement_form", hand, *crumbs, form=form, title=title, **more)
