"""One-time form ids: a double click, or a form sent again, does one thing (design 4).

once = once_for(request)             # in the view that shows the form: once.new()
with once.claim() as first: ...      # in the view that handles it, around the service
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect

from wijknetwerk.core import clock
from wijknetwerk.core.models.once import UsedForm

if TYPE_CHECKING:
    from wijknetwerk.core.pages import ActorRequest

FIELD = "form_id"


def new() -> str:
    """An id for a form that is about to be shown."""
    return uuid.uuid4().hex


def handle(request: ActorRequest, act: Callable[[], str]) -> HttpResponse:
    """Run `act` once for this form and go to the address that it returns.

    The form's id is stored in the same transaction as what `act` does. Sent a second time, also
    at the same moment, the answer is the address of the first time and nothing is done again.
    A form without a valid id is handled without this protection (it was not made by us).
    """
    form_id = _given(request)
    if form_id is None:
        with transaction.atomic():
            return redirect(act())
    sent = {"form_id": form_id, "sent_by": str(request.actor.person_uuid or "")}
    try:
        with transaction.atomic():
            used = UsedForm.objects.create(**sent, used_at=clock.now())
            used.went_to = act()
            used.save(update_fields=["went_to"])
            return redirect(used.went_to)
    except IntegrityError:
        first = UsedForm.objects.filter(**sent).first()
        if first is None:
            raise
        return redirect(first.went_to)


def _given(request: ActorRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None
