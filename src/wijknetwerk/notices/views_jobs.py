"""For the platform's administrator: work in the background that was given up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import jobs, once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.notices import access


@page(methods=FORM)
def jobs_failed(request: ActorRequest) -> HttpResponse:
    """What was given up, of nobody in particular; and trying it once more."""
    actor = request.actor
    access.must_manage_work(actor)
    if request.method == "POST":

        def act() -> str:
            jobs.retry_failed(actor=actor, job_id=_number(request.POST.get("job", "")))
            messages.success(request, _("It is tried again now. Does it fail? Then it comes back."))
            return reverse("notices:jobs_failed")

        return once.handle(request, act)
    context = {"failed": [(job, once.new()) for job in jobs.failed_jobs(actor=actor)]}
    return render(request, "notices/jobs_failed.html", context)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise NotFound
    return int(text)
