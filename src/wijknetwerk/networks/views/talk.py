"""A team's talk: begin, one question a page, finish, and on paper."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import DomainError, NotFound, Stale
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access_talk, paper_talk
from wijknetwerk.networks.access_talk import Ground
from wijknetwerk.networks.forms.talk import AnswerForm, FinishForm, ThereForm
from wijknetwerk.networks.selectors import talk as selectors
from wijknetwerk.networks.selectors.taking_part import takers
from wijknetwerk.networks.services import talk as services
from wijknetwerk.networks.team_talk import content

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Team


@page(methods=FORM)
def team_talk(request: ActorRequest, slug: str, team: UUID) -> HttpResponse:
    """The talks of a team; begin one, or go on with the one that is going on."""
    ground = access_talk.inner_ground_for(request.actor, slug, team)
    members = takers(ground.network, ground.team)
    talks = selectors.talks_of(_team(ground))
    form = ThereForm(request.POST if request.method == "POST" else None, members=members)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.begin_talk(
                actor=request.actor, network=ground.network, team=_team(ground), there=form.there()
            )
            first = content().questions[0].code
            return reverse("networks:talk_question", args=[slug, made.uuid, first])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    going_on = next((one for one in talks if one.busy), None)
    return show(
        request,
        "networks/talk_list",
        ground.network,
        [_to_team(ground), (_("The talk"), None)],
        ground=ground,
        form=form,
        talks=talks,
        going_on=going_on,
        content=content(),
    )


@page()
def talk(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The whole talk: what was agreed and where the team differs, the time before beside it."""
    ground, found = access_talk.talk_for(request.actor, slug, uuid)
    shown = selectors.talk_page(found, content())
    return show(
        request,
        "networks/talk_show",
        ground.network,
        [_to_team(ground), (_("The talk"), None)],
        ground=ground,
        talk=shown,
        content=content(),
    )


@page(methods=FORM)
def talk_question(request: ActorRequest, slug: str, uuid: UUID, question: str) -> HttpResponse:
    """One question: talk about it, write what is agreed, go on. Skipping is fine."""
    ground, found = access_talk.talk_for(request.actor, slug, uuid)
    shown = selectors.talk_page(found, content())
    line = shown.line(question)
    if line is None:
        raise NotFound
    if request.method != "POST":
        return _question(request, ground, shown, line, AnswerForm.showing(line.said))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _question(request, ground, shown, line, form)
    _before, after = shown.beside(question)

    def act() -> str:
        services.say_answer(
            actor=request.actor,
            network=ground.network,
            talk=found,
            question=question,
            read_number=form.cleaned_data["number"],
            said=form.said(),
        )
        if request.POST.get("next") == "overview" or after is None:
            tell(request, _("Saved."))
            return reverse("networks:talk", args=[slug, uuid])
        return reverse("networks:talk_question", args=[slug, uuid, after.code])

    try:
        return once.handle(request, act)
    except Stale:
        shown = selectors.talk_page(found, content())
        theirs = shown.line(question) or line
        mine = request.POST.copy()
        mine["number"] = str(theirs.said.number)
        form = AnswerForm(mine)
        return _question(request, ground, shown, theirs, form, status=409)
    except DomainError as error:
        add_refusal(form, error)
        return _question(request, ground, shown, line, form)


def _question(
    request: ActorRequest,
    ground: Ground,
    shown: selectors.TalkPage,
    line: selectors.Line,
    form: AnswerForm,
    *,
    status: int = 200,
) -> HttpResponse:
    slug = ground.network.slug
    before, after = shown.beside(line.question.code)
    codes = [one.question.code for one in shown.lines]
    to_talk = (_("The talk"), reverse("networks:talk", args=[slug, shown.uuid]))
    answer = show(
        request,
        "networks/talk_question",
        ground.network,
        [_to_team(ground), to_talk, (line.question.text, None)],
        ground=ground,
        talk=shown,
        line=line,
        part=content().part_of(line.question),
        number=codes.index(line.question.code) + 1,
        total=len(codes),
        previous=before,
        next=after,
        form=form,
        theirs=status == 409,
        may_write=ground.may_write and shown.busy,
    )
    answer.status_code = status
    return answer


@page(methods=FORM)
def talk_finish(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who was there, and when to look again."""
    ground, found = access_talk.talk_for(request.actor, slug, uuid)
    if not (ground.may_write and found.busy):
        raise NotFound
    shown = selectors.talk_page(found, content())
    members = takers(ground.network, ground.team)
    said = {"members": [str(one) for one in shown.members_uuids], "others": shown.others_there}
    posted = request.POST if request.method == "POST" else None
    form = FinishForm(posted, members=members, initial=said)
    if posted is not None and form.is_valid():

        def act() -> str:
            services.finish_talk(
                actor=request.actor,
                network=ground.network,
                talk=found,
                there=form.there(),
                look_again_on=form.cleaned_data["look_again_on"],
            )
            tell(request, _("Kept. On the day that you chose we ask to look again."))
            return reverse("networks:talk", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    to_talk = (_("The talk"), reverse("networks:talk", args=[slug, uuid]))
    crumbs = [_to_team(ground), to_talk, (_("Finish"), None)]
    return show(
        request,
        "networks/talk_finish",
        ground.network,
        crumbs,
        ground=ground,
        form=form,
        talk=shown,
    )


@page(looks=Looks.LIST, second_factor=False)
def talk_print(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The talk on paper: with lines to write on while it goes on, as a summary afterwards. Noted,
    because paper goes further than a screen."""
    ground, found = access_talk.talk_for(request.actor, slug, uuid)
    shown = selectors.talk_page(found, content())
    log.look(request.actor, "networks.talk_printed", found, count=len(shown.members_there))
    lines = request.GET.get("lines") == "1" or (shown.busy and not shown.answered)
    sheet = paper_talk.talk_sheet(ground.name, shown, content(), to_write_on=lines)
    return documents.pdf(sheet, f"gesprek-{slug}")


def _team(ground: Ground) -> "Team":
    if ground.team is None:
        raise NotFound
    return ground.team


def _to_team(ground: Ground) -> Crumb:
    team = _team(ground)
    return (team.name, reverse("networks:team", args=[ground.network.slug, team.uuid]))
