"""Questions that residents ask: the public entrance."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.library.selectors import questions as selectors
from wijknetwerk.library.selectors import shown, tools
from wijknetwerk.library.views.common import show


@page(public=True)
def questions(request: ActorRequest) -> HttpResponse:
    """All questions, each with its answer in one sentence."""
    return show(
        request,
        "questions_list",
        None,
        [(_("Questions of residents"), None)],
        lines=selectors.questions(),
        may_write=request.actor.is_platform_administrator,
    )


@page(public=True)
def question(request: ActorRequest, code: str) -> HttpResponse:
    """One question with its answer, and tools that help further."""
    found, _other = tools.tool(code, "question")
    answer = shown.reading(found)
    return show(
        request,
        "question_show",
        None,
        [(_("Questions of residents"), reverse("library:questions")), (found.title, None)],
        answer=answer,
        page_uuid=found.page.uuid,
        cards=tools.coded(answer.about.tools),
    )
