"""Pages that exist in tests only: each does one thing that the safety of the ground is about."""

from django.db import connection, transaction
from django.http import HttpResponse, JsonResponse
from django.urls import include, path

from tests.cast import NOW
from wijknetwerk.conf.urls import urlpatterns as ours
from wijknetwerk.core import log
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models import UsedForm
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page

FORM_ID = "6d0e2b1e-0000-4000-8000-000000000001"


@page(looks=Looks.PERSON, second_factor=False)
def shows_a_person(request: ActorRequest) -> HttpResponse:
    """Notes the look, as it must."""
    log.look(request.actor, "tests.look", None, client=request.actor.person_uuid)
    return HttpResponse("secret")


@page(looks=Looks.PERSON, second_factor=False)
def forgets_to_log(_request: ActorRequest) -> HttpResponse:
    """Shows a person without a line in the log: a fault in our code."""
    return HttpResponse("secret")


@page(public=True)
def fails(_request: ActorRequest) -> HttpResponse:
    """A fault in our code."""
    raise RuntimeError("tests")


@page(public=True)
def breaks_its_transaction(_request: ActorRequest) -> HttpResponse:
    """A fault in the database, in the middle of a transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM no_such_table")
    return HttpResponse()


@page(public=True)
def who_am_i(_request: ActorRequest) -> HttpResponse:
    """What PostgreSQL knows of this request."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, current_setting('wn.person_uuid', true),"
            " current_setting('wn.networks', true), current_setting('wn.every', true)"
        )
        told = zip(("role", "person", "networks", "every"), cursor.fetchone(), strict=True)
        return JsonResponse(dict(told))


@page(public=True)
def loses_its_connection(request: ActorRequest) -> HttpResponse:
    """The database went away for a moment, in the middle of the request."""
    connection.close()
    return who_am_i(request)


@page(methods=FORM)
def is_refused(request: ActorRequest) -> HttpResponse:
    """Stores something and a line in the log, and then is refused."""
    with transaction.atomic():
        UsedForm.objects.create(form_id=FORM_ID, used_at=NOW)
        log.record(request.actor, "tests.half_done", None)
        raise NotAllowed


@page(methods=FORM)
def acts(request: ActorRequest) -> HttpResponse:
    """Stores something and a line in the log."""
    with transaction.atomic():
        UsedForm.objects.create(form_id=FORM_ID, used_at=NOW)
        log.record(request.actor, "tests.done", None)
    return HttpResponse("done")


def without_a_rule(_request: ActorRequest) -> HttpResponse:
    """Somebody forgot `@page`."""
    return HttpResponse("secret")


_views = (
    *(shows_a_person, forgets_to_log, fails, breaks_its_transaction, who_am_i),
    *(loses_its_connection, is_refused, acts, without_a_rule),
)
urlpatterns = [
    path("tests/", include([path(view.__name__, view, name=view.__name__) for view in _views])),
    *ours,
]
handler403 = "wijknetwerk.core.views.forbidden"
handler404 = "wijknetwerk.core.views.not_found"
handler500 = "wijknetwerk.core.views.server_error"
