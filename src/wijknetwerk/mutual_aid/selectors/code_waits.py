"""Who agreed with an older text of the code of conduct, and helps: they are asked to read the new
one. It blocks nothing: what runs goes on, and they are asked for help as before."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.mutual_aid.models import HelpOffer, HelpSettings, Neighbour, OfferState
from wijknetwerk.networks.rows import within

SIGN_AGAIN = "mutual_aid.sign_again"
"""The code of conduct changed since this helper agreed with it."""


def older() -> "QuerySet[Neighbour, Any]":
    """Helpers with an open offer whose newest yes is to an older text."""
    helps = HelpOffer.objects.filter(helper=OuterRef("pk"), state=OfferState.OPEN)
    now = HelpSettings.objects.filter(network=OuterRef("network")).values("code_version")
    rows = Neighbour.objects.filter(Exists(helps), network__stopped_on=None)
    signed = rows.annotate(signed=Max("facts__code_version"), now=Subquery(now))
    return signed.filter(signed__lt=F("now"))


def can_answer() -> Q:
    """Who takes part now and can sign in; the desk asks the others."""
    has_account = Q(person__is_active=True) & ~Q(person__email="")
    return has_account & within(clock.today(), "membership__")


def at_desk() -> "QuerySet[Neighbour, Any]":
    """Whom the desk asks."""
    return older().exclude(can_answer())


def wanted(**which: object) -> Iterator[Wanted]:
    """Everything of this kind that should be open now; `which` narrows it. One statement."""
    rows = older().filter(can_answer(), **which).order_by("pk")
    names = ("person_id", "uuid", "network__uuid", "network__slug")
    for person, uuid, network, slug in rows.values_list(*names):
        yield Wanted(person, uuid, network, {"slug": slug})


def still(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these helpers still agreed with an older text only."""
    return set(older().filter(uuid__in=subjects).values_list("uuid", flat=True))
