"""Expectations and roles said aloud: rounds, one's own words, everybody's side by side."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError, Stale
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access, access_desk, access_talk
from wijknetwerk.networks.access_talk import Ground
from wijknetwerk.networks.forms.expectations import ExpectationForm, OpenRoundForm
from wijknetwerk.networks.selectors import expectations as selectors
from wijknetwerk.networks.selectors.taking_part import Taker
from wijknetwerk.networks.services import expectations as services


@page(methods=FORM)
def expectations(request: ActorRequest, slug: str, team: UUID | None = None) -> HttpResponse:
    """The rounds of a network or team; who leads opens the next one."""
    ground = access_talk.inner_ground_for(request.actor, slug, team)
    posted = request.POST if request.method == "POST" else None
    form = OpenRoundForm(posted)
    if posted is not None and form.is_valid():

        def act() -> str:
            made = services.open_round(
                actor=request.actor,
                network=ground.network,
                team=ground.team,
                closes_on=form.cleaned_data["closes_on"],
            )
            tell(request, _("Everybody is asked."))
            return reverse("networks:expectation_round", args=[slug, made.uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            if error.status != 400:
                raise
            add_refusal(form, error)
    rounds = selectors.rounds_of(ground.network, ground.team)
    return show(
        request,
        "networks/expectations_list",
        ground.network,
        [*_to(ground), (_("What we expect of each other"), None)],
        ground=ground,
        rounds=rounds,
        going_on=next((one for one in rounds if one.is_open), None),
        form=form,
    )


@page()
def expectation_round(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What everybody said, once one said something oneself or the round is closed."""
    ground, found = access_talk.round_for(request.actor, slug, uuid)
    network = ground.network
    return show(
        request,
        "networks/expectations_show",
        network,
        [*_to(ground), _rounds(ground), (_("A round"), None)],
        ground=ground,
        round=found,
        card=selectors.round_page(request.actor, network, found),
        notes=found.is_open and access.allows(request.actor, access.Act.NOTE_FOR, network),
    )


@page(methods=FORM)
def expectation_mine(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """My own words."""
    return _words(request, slug, uuid, None)


@page(methods=FORM, looks=Looks.PERSON)
def expectation_for(request: ActorRequest, slug: str, uuid: UUID, member: UUID) -> HttpResponse:
    """The words of somebody without a computer, noted by the desk on their mandate."""
    return _words(request, slug, uuid, member)


def _words(request: ActorRequest, slug: str, uuid: UUID, member: UUID | None) -> HttpResponse:
    ground, found = access_talk.round_for(request.actor, slug, uuid)
    whose = services.member_for(request.actor, ground.network, found, member)
    now = selectors.words_of(found, whose.pk)
    before = selectors.words_before(found, whose.pk)
    back = reverse("networks:expectation_round", args=[slug, uuid])
    if request.method != "POST":
        form = ExpectationForm.showing(now, before)
        return _words_page(request, ground, whose, form, now, before, back)
    form = ExpectationForm(request.POST)
    if not form.is_valid():
        return _words_page(request, ground, whose, form, now, before, back)

    def act() -> str:
        services.say(
            actor=request.actor,
            network=ground.network,
            round=found,
            said=form.said(),
            read_number=form.cleaned_data["number"],
            for_member=member,
        )
        tell(request, _("Saved. Now you see what the others said."))
        return back

    try:
        return once.handle(request, act)
    except Stale:
        now = selectors.words_of(found, whose.pk)
        mine = request.POST.copy()
        mine["number"] = str(now.number if now else 0)
        form = ExpectationForm(mine)
        return _words_page(request, ground, whose, form, now, before, back, status=409)
    except DomainError as error:
        add_refusal(form, error)
        return _words_page(request, ground, whose, form, now, before, back)


def _words_page(
    request: ActorRequest,
    ground: Ground,
    whose: Taker,
    form: ExpectationForm,
    now: selectors.Card | None,
    before: selectors.Card | None,
    back: str,
    *,
    status: int = 200,
) -> HttpResponse:
    if whose.person_id != request.actor.person_id:
        _note_look(request, ground, whose)
    answer = show(
        request,
        "networks/expectation_edit",
        ground.network,
        [*_to(ground), (_("A round"), back), (_("What I bring and expect"), None)],
        ground=ground,
        whose=whose,
        is_me=whose.person_id == request.actor.person_id,
        form=form,
        now=now,
        before=before,
        theirs=status == 409,
        back=back,
    )
    answer.status_code = status
    return answer


def _note_look(request: ActorRequest, ground: Ground, whose: Taker) -> None:
    """Words that were noted before stand on the page: a look at this person."""
    member = access_desk.member_of_desk(request.actor, ground.network, whose.uuid)
    log.look(request.actor, "networks.desk_person_looked_at", member, client=member.person.uuid)


@page(methods=ACT)
def expectation_close(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """End a round before its last day."""
    ground, found = access_talk.round_for(request.actor, slug, uuid)

    def act() -> str:
        services.close_round(actor=request.actor, network=ground.network, round=found)
        tell(request, _("The round is closed. Everybody sees what was said."))
        return reverse("networks:expectation_round", args=[slug, uuid])

    return once.handle(request, act)


def _to(ground: Ground) -> list[Crumb]:
    if ground.team is None:
        return []
    address = reverse("networks:team", args=[ground.network.slug, ground.team.uuid])
    return [(ground.team.name, address)]


def _rounds(ground: Ground) -> Crumb:
    team = [ground.team.uuid] if ground.team else []
    address = reverse("networks:expectations", args=[ground.network.slug, *team])
    return (_("What we expect of each other"), address)
