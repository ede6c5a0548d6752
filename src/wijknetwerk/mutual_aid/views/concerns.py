"""Niet pluis: telling it, what came of what one told, and the pages of the one who hears it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.mutual_aid import access, access_concerns, limits
from wijknetwerk.mutual_aid.access_concerns import DO, ConcernHand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.forms.concerns import BackForm, SpokenForm, TellForm
from wijknetwerk.mutual_aid.selectors import concern_keepers
from wijknetwerk.mutual_aid.selectors import concerns as selectors
from wijknetwerk.mutual_aid.services import concerns as services
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.selectors.people import choices_of_members

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def _crumbs(slug: str, *more: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    return [
        (_("Help"), reverse("mutual_aid:help", args=[slug])),
        (_("Do you worry?"), reverse("mutual_aid:concerns", args=[slug]) if more else None),
        *more,
    ]


@page()
def concerns(request: ActorRequest, slug: str) -> HttpResponse:
    """What is urgent, who hears it, what happens then."""
    network = network_for(request.actor, slug, to=Act.SEE)
    known = concern_keepers.keepers(network)
    return show(
        request,
        "mutual_aid/concerns",
        network,
        _crumbs(slug),
        guide=selectors.guide(network, known),
        hears=access_concerns.hears(request.actor, known),
    )


@page(methods=FORM, private=True)
def concern_tell(request: ActorRequest, slug: str) -> HttpResponse:
    """Tell it in own words."""
    network = network_for(request.actor, slug, to=Act.SEE)
    guide = selectors.guide(network, concern_keepers.keepers(network))
    form = TellForm(
        request.POST or None,
        hearers=guide.hearers,
        at_desk=access.at_desk(request.actor, network),
    )
    if request.method == "POST" and form.is_valid():
        limits.count_of(request.actor, "concern")

        def do() -> str:
            made = services.tell(actor=request.actor, network=network, told=form.told())
            who = made.keeper.person.name
            tell(request, _("%(who)s hears this, and nobody else. Thank you.") % {"who": who})
            return reverse("mutual_aid:concerns_own", args=[slug])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    return show(
        request,
        "mutual_aid/concern_tell",
        network,
        _crumbs(slug, (_("Tell it"), None)),
        form=form,
        guide=guide,
    )


@page()
def concerns_own(request: ActorRequest, slug: str) -> HttpResponse:
    """What I told, with the answer; and what was talked about with me."""
    network = network_for(request.actor, slug, to=Act.SEE)
    told = selectors.own_told(access_concerns.told_by(request.actor, network))
    talked = selectors.talked(access_concerns.spoken_with(request.actor, network))
    crumbs = _crumbs(slug, (_("What I told"), None))
    return show(request, "mutual_aid/concerns_own", network, crumbs, told=told, talked=talked)


@page(methods=ACT)
def concern_read(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The teller read the answer."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def do() -> str:
        services.read_reply(actor=request.actor, network=network, uuid=uuid)
        return reverse("mutual_aid:concerns_own", args=[slug])

    return once.handle(request, do)


@page(second_factor=True)
def concerns_kept(request: ActorRequest, slug: str) -> HttpResponse:
    """For who hears concerns: which ask something, by day and without words."""
    network = network_for(request.actor, slug, to=Act.SEE)
    rows = selectors.kept(access_concerns.kept_by(request.actor, network))
    crumbs = _crumbs(slug, (_("With me"), None))
    return show(request, "mutual_aid/concerns_kept", network, crumbs, rows=rows)


def _hand(request: ActorRequest, slug: str, uuid: UUID) -> tuple["Network", ConcernHand]:
    network = network_for(request.actor, slug, to=Act.SEE)
    hand = access_concerns.concern_for(request.actor, network, uuid)
    return network, hand


def _inside(slug: str, uuid: UUID, *more: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    here = reverse("mutual_aid:concern", args=[slug, uuid])
    return _crumbs(
        slug,
        (_("With me"), reverse("mutual_aid:concerns_kept", args=[slug])),
        (_("What was told"), here if more else None),
        *more,
    )


@page(looks=Looks.PERSON)
def concern(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One concern, for the one who hears it; each look is on record."""
    network, hand = _hand(request, slug, uuid)
    log.look(request.actor, "mutual_aid.concern_looked_at", hand.concern)
    card = selectors.concern_page(hand)
    return show(request, "mutual_aid/concern_show", network, _inside(slug, uuid), card=card)


@page(looks=Looks.PERSON, methods=FORM, private=True)
def concern_spoken(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """There was a talk with the resident."""
    network, hand = _hand(request, slug, uuid)
    form = SpokenForm(request.POST or None, members=choices_of_members(network))
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.step(hand=hand, act=DO["speak"], spoken=form.spoken())
            tell(request, _("Good. Now tell who worried that you spoke."))
            return reverse("mutual_aid:concern", args=[slug, uuid])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    return _form(request, network, hand, form, _("You spoke with the resident"), _("Keep this"))


@page(looks=Looks.PERSON, methods=FORM, private=True)
def concern_answer(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Tell the teller something back."""
    network, hand = _hand(request, slug, uuid)
    form = BackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.answer(hand=hand, back=form.back())
            tell(request, _("The answer is ready for who told it."))
            return reverse("mutual_aid:concern", args=[slug, uuid])

        return once.handle(request, do)
    return _form(
        request, network, hand, form, _("What does the teller hear?"), _("Give this answer")
    )


@page(looks=Looks.PERSON, methods=FORM, private=True)
def concern_close(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Close it, with an answer to the teller."""
    network, hand = _hand(request, slug, uuid)
    form = BackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.step(hand=hand, act=DO["close"], back=form.back())
            tell(request, _("It is closed."))
            return reverse("mutual_aid:concerns_kept", args=[slug])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    return _form(request, network, hand, form, _("Close this"), _("Close it"))


def _form(
    request: ActorRequest,
    network: "Network",
    hand: ConcernHand,
    form: SpokenForm | BackForm,
    title: str,
    submit: str,
) -> HttpResponse:
    log.look(request.actor, "mutual_aid.concern_looked_at", hand.concern)
    crumbs = _inside(network.slug, hand.concern.uuid, (title, None))
    return show(
        request,
        "mutual_aid/concern_form",
        network,
        crumbs,
        form=form,
        uuid=hand.concern.uuid,
        title=title,
        submit=submit,
    )


# One press each, by the word in the address.
PRESSED = {"oppakken": "take_up", "meldcode": "hand"}


@page(methods=ACT, second_factor=True)
def concern_press(request: ActorRequest, slug: str, uuid: UUID, act: str) -> HttpResponse:
    """An act that is one press."""
    network, hand = _hand(request, slug, uuid)
    if act not in PRESSED and act != "doorgeven":
        raise NotFound

    def do() -> str:
        try:
            return _press(request, network, hand, act)
        except (NotNow, services.NobodyHears) as late:
            tell(request, late.message)
            return reverse("mutual_aid:concern", args=[slug, uuid])

    return once.handle(request, do)


def _press(request: ActorRequest, network: "Network", hand: ConcernHand, act: str) -> str:
    if act == "doorgeven":
        services.give_on(hand=hand)
        tell(request, _("Somebody else hears this now. You can't open it any more."))
        return reverse("mutual_aid:concerns_kept", args=[network.slug])
    services.step(hand=hand, act=DO[PRESSED[act]])
    tell(request, _("Noted."))
    return reverse("mutual_aid:concern", args=[network.slug, hand.concern.uuid])
