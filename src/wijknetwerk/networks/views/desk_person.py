"""One call: who it is, what they say, and what is done for them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.registries import DeskAsk, desk_asks
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access, access_desk
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms import desk as forms
from wijknetwerk.networks.selectors import desk_more
from wijknetwerk.networks.services import calls, mandates
from wijknetwerk.networks.services import desk_letter as letters
from wijknetwerk.networks.views.desk import desk_crumb

SERVICES: dict[str, Callable[..., Any]] = {
    "consent": mandates.give,
    "call": calls.note_call,
    "phone": calls.set_phone_for,
    "energies": calls.set_energies_for,
    "leave": calls.leave_for,
    "end": mandates.end_for,
}


@page(methods=FORM, looks=Looks.PERSON)
def desk_person(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The page of one call. Each entry asks the mandate again."""
    member = access_desk.member_who_calls(request.actor, slug, uuid)
    network = member.network
    asked = request.POST.get("act", "")
    posted = request.POST if request.method == "POST" else None
    card = desk_more.call_page(member, noter=_noter(request, network))
    shown = _forms(card.colleagues, member, asked, posted)
    if request.method == "POST":
        if asked not in SERVICES:
            raise NotFound
        form = shown.get(asked)
        if form is None or form.is_valid():
            try:
                return _handled(request, network, member, asked, form)
            except DomainError as error:
                if form is None:
                    raise
                add_refusal(form, error)
    log.look(request.actor, "networks.desk_person_looked_at", member, client=member.person.uuid)
    name = member.person.name
    crumbs: list[Crumb] = [desk_crumb(slug), (name, None)]
    return show(
        request,
        "networks/desk_person",
        network,
        crumbs,
        name=name,
        member=member,
        phone=member.person.phone,
        mandate=card.mandate,
        teams=card.teams,
        asks=_asks(network, member, card.rounds) if card.mandate else [],
        sentence=mandates.SENTENCE,
        forms=shown,
        noted=card.noted,
    )


@page(looks=Looks.PERSON)
def desk_letter(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What we noted down, and how to stop it, on paper. Noted as a look."""
    network = access.network_for(request.actor, slug, to=Act.NOTE_FOR)
    member = access_desk.member_of_desk(request.actor, network, uuid)
    log.look(request.actor, "networks.desk_person_looked_at", member, client=member.person.uuid)
    letter = letters.make_letter(actor=request.actor, member=member)
    return documents.pdf(letter, f"genoteerd-{slug}")


def _noter(request: ActorRequest, network: Any) -> int | None:
    """The membership of who notes; None for who leads, who may note in every team."""
    standing = request.actor.standing_in(network.pk)
    leads = access.allows(request.actor, Act.EDIT_NETWORK, network)
    return None if leads or standing is None else standing.membership_id


def _asks(network: Any, member: Any, rounds: list[desk_more.OpenRound]) -> list[DeskAsk]:
    """What waits for the words of this member, here and in higher apps."""
    found = []
    for one in rounds:
        title = _("What we expect of each other")
        url = reverse("networks:expectation_for", args=[network.slug, one.uuid, member.uuid])
        found.append(DeskAsk(f"{title}: {one.team}" if one.team else title, url))
    for asks in desk_asks:
        found.extend(asks(network, (member.pk, member.uuid)))
    return found


def _forms(
    colleagues: list[tuple[UUID, str]], member: Any, asked: str, posted: Any
) -> dict[str, Any]:
    def given(act: str) -> Any:
        return posted if act == asked else None

    return {
        "consent": forms.SaidForm(given("consent"), auto_id="said_%s"),
        "call": forms.CallForm(given("call"), colleagues=colleagues, auto_id="call_%s"),
        "phone": forms.PhoneForm(
            given("phone"), initial={"phone": member.person.phone}, auto_id="number_%s"
        ),
        "energies": forms.EnergiesForm(
            given("energies"), initial={"energies": member.energies}, auto_id="energy_%s"
        ),
        "leave": forms.LeaveForm(given("leave"), auto_id="leave_%s"),
    }


def _handled(
    request: ActorRequest, network: Any, member: Any, asked: str, form: Any
) -> HttpResponse:
    def act() -> str:
        filled = form.cleaned_data if form is not None else {}
        SERVICES[asked](actor=request.actor, member=member, **filled)
        tell(request, _("Noted down for %(name)s.") % {"name": member.person.name})
        if asked in ("call", "leave"):
            return reverse("networks:desk", args=[network.slug])
        return reverse("networks:desk_person", args=[network.slug, member.uuid])

    return once.handle(request, act)
