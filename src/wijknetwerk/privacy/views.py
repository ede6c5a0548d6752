"""'Mijn gegevens': see, take along, stop sharing, and read who looked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, once
from wijknetwerk.core.pages import ACT, ActorRequest, Looks, page
from wijknetwerk.privacy import personal_data, selectors, services


def _look_at_myself(request: ActorRequest, event: str) -> None:
    log.look(request.actor, event, None, client=request.actor.person_uuid)


@page()
def my_data(request: ActorRequest) -> HttpResponse:
    """Which kinds of data may be kept about me, and what I can do."""
    return render(request, "privacy/my_data.html", {"kinds": selectors.kinds_of_data()})


@page(looks=Looks.PERSON, second_factor=False)
def my_data_kind(request: ActorRequest, kind: str) -> HttpResponse:
    """What is kept about me of one kind."""
    section = selectors.data_of_kind(kind, person_uuid=_me(request))
    _look_at_myself(request, "privacy.own_data_read")
    return render(request, "privacy/my_data_kind.html", {"section": section})


@page(looks=Looks.PERSON, second_factor=False)
def my_data_paper(request: ActorRequest) -> HttpResponse:
    """The same on one sheet after the other, to print or to keep."""
    _look_at_myself(request, "privacy.own_data_printed")
    return render(request, "privacy/my_data_paper.html", _about(request))


@page(looks=Looks.PERSON, second_factor=False)
def my_data_file(request: ActorRequest) -> HttpResponse:
    """The same as a file that another program can read (GDPR article 20)."""
    _look_at_myself(request, "privacy.own_data_taken")
    answer = JsonResponse(
        personal_data.as_json(selectors.data_about(person_uuid=_me(request)), made=clock.now()),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    answer["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return answer


@page(looks=Looks.PERSON, second_factor=False)
def who_looked(request: ActorRequest) -> HttpResponse:
    """Who looked at my data, when, and what they did (rule P4)."""
    _look_at_myself(request, "privacy.own_log_read")
    number = request.GET.get("pagina", "1")
    rows, looks = selectors.looks_at(actor=request.actor, number=number)
    return render(request, "privacy/who_looked.html", {"page": rows, "looks": looks})


@page()
def consents(request: ActorRequest) -> HttpResponse:
    """What I share, with whom, until when; each can be stopped here."""
    given = selectors.consents_of(actor=request.actor)
    context = {
        "running": [consent for consent in given if consent.holds],
        "over": [consent for consent in given if not consent.holds],
        "once_id": once.new(),
    }
    return render(request, "privacy/consents.html", context)


@page(methods=ACT)
def consent_withdraw(request: ActorRequest, consent: UUID) -> HttpResponse:
    """Stop one sharing, at once."""

    def act() -> str:
        services.withdraw_consent(actor=request.actor, consent=consent)
        messages.success(request, _("Stopped. This is not shared any more."))
        return reverse("privacy:consents")

    return once.handle(request, act)


@page(public=True)
def retention(request: ActorRequest) -> HttpResponse:
    """How long we keep what."""
    return render(request, "privacy/retention.html", {"rows": selectors.retention_register()})


def _about(request: ActorRequest) -> dict[str, object]:
    return {
        "sections": selectors.data_about(person_uuid=_me(request)),
        "made": clock.now(),
    }


def _me(request: ActorRequest) -> UUID:
    uuid = request.actor.person_uuid
    if uuid is None:
        raise RuntimeError("the gate lets only people through")
    return uuid
