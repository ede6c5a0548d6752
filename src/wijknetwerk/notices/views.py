"""What one does with what waits, besides doing it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from wijknetwerk.core.addresses import address
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.notices.services import away


@page(methods=("POST",))
def put_away(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Good to know, and read."""
    away.put_away(actor=request.actor, uuid=uuid)
    return redirect(address("front:today"))
