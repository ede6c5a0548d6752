"""How are you holding up? The carer's own page, and what somebody sees whom the carer chose."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import drafts, once, presence
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.plans import access_carer
from wijknetwerk.plans.forms.rest import CarerForm, CarerReadersForm
from wijknetwerk.plans.selectors import carer as selectors
from wijknetwerk.plans.services import carer as services
from wijknetwerk.plans.views.common import draw, hand_for


@page(methods=FORM, private=True)
def carer_own(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The carer says it, and reads what was said before."""
    mine = access_carer.own_place(request.actor, uuid)
    form = CarerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.say(actor=request.actor, place=uuid, **form.cleaned_data)
            tell(request, _("Kept. Only you read it, and whom you choose."))
            return reverse("plans:carer_own", args=[uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    names = [name for _uuid, name in selectors.chosen(request.actor, mine)]
    drafts.offer(request, form)
    return show(
        request,
        "plans/carer_own",
        mine.plan.network,
        [(_("How are you holding up?"), None)],
        form=form,
        place=mine,
        said=selectors.said(mine),
        readers=names,
    )


@page(looks=Looks.PERSON, methods=FORM, second_factor=False)
def carer_readers(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Whom the carer shows it."""
    mine = access_carer.own_place(request.actor, uuid)
    presence.require(request, own=not selectors.shows_names(request.actor, mine))
    selectors.note_names(request.actor, mine)
    able = [(one, str(name)) for one, _id, name in selectors.may_choose(request.actor, mine)]
    now = [str(one) for one, _name in selectors.chosen(request.actor, mine)]
    form = CarerReadersForm(request.POST or None, people=able, initial={"readers": now})
    here = reverse("plans:carer_own", args=[uuid])
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            chosen = form.cleaned_data["readers"]
            services.choose_readers(actor=request.actor, place=uuid, readers=chosen)
            return here

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [(_("How are you holding up?"), here), (_("Who may read this?"), None)]
    network = mine.plan.network
    return show(request, "plans/carer_readers", network, crumbs, form=form, place=mine)


@page(looks=Looks.PERSON, second_factor=False)
def carer(request: ActorRequest, uuid: UUID, place: UUID) -> HttpResponse:
    """What a carer shows this reader."""
    hand = hand_for(request, uuid)
    found = access_carer.carer(hand, place)
    selectors.note_look(request.actor, found)
    name = found.membership.person.name if found.membership else ""
    said = selectors.said(found)
    return draw(request, "plans/carer", hand, (name, None), name=name, said=said)
