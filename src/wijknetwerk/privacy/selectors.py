"""What is read of consents, retention, personal data, and of who looked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Expression, Q, QuerySet
from django.utils.functional import Promise

from wijknetwerk.core import clock, log, registries
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.privacy import access, words
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import OF_A_PLAN, PURPOSES, Purpose

PER_PAGE = 50


def in_force(now: "datetime | Expression") -> Q:
    """The condition that a consent counts at this instant: begun, not over, not withdrawn."""
    return Q(valid_from__lte=now, valid_until__gt=now) & (
        Q(withdrawal=None) | Q(withdrawal__withdrawn_at__gt=now)
    )


def is_allowed(
    *, person_id: int, network_uuid: UUID, purpose: Purpose, party_uuid: UUID | None = None
) -> bool:
    """Whether this person allows it at this moment. Asked at the moment of access, never kept."""
    return (
        Consent.objects.filter(
            in_force(clock.now()),
            person_id=person_id,
            network_uuid=network_uuid,
            purpose=purpose.code,
        )
        .filter(Q(party_uuid=party_uuid) | Q(party_uuid=None))
        .exists()
    )


def consents_in_force(purpose: Purpose) -> QuerySet[Consent]:
    """The consents for a purpose that count now, to look for in a query of an app above."""
    return Consent.objects.filter(in_force(clock.now()), purpose=purpose.code)


def of_a_plan(at: "datetime | Expression | None" = None) -> QuerySet[Consent]:
    """The consents about plans that count now, or `at` an instant, for the gate of plans."""
    codes = [purpose.code for purpose in OF_A_PLAN]
    return Consent.objects.filter(in_force(at or clock.now()), purpose__in=codes)


def ledger_of_a_plan() -> QuerySet[Consent]:
    """Every consent about plans, over or not, with its text and who noted it."""
    codes = [purpose.code for purpose in OF_A_PLAN]
    rows = Consent.objects.filter(purpose__in=codes)
    return rows.select_related("text", "given_by", "recorded_by", "withdrawal")


@dataclass(frozen=True, slots=True)
class ConsentShown:
    """A consent as its giver reads it."""

    uuid: UUID
    title: str | Promise
    text: str
    valid_from: datetime
    valid_until: datetime
    ended_at: datetime | None
    holds: bool


def consents_of(*, actor: Actor) -> list[ConsentShown]:
    """What I allow and allowed, newest first; one query."""
    rows: QuerySet[Consent] = access.own_consents(actor).select_related("text", "withdrawal")
    return [_shown(row) for row in rows.order_by("-valid_from", "-id")]


def _shown(row: Consent) -> ConsentShown:
    now = clock.now()
    withdrawal = getattr(row, "withdrawal", None)
    ended = withdrawal.withdrawn_at if withdrawal else None
    holds = row.valid_from <= now < row.valid_until and (ended is None or ended > now)
    return ConsentShown(
        row.uuid,
        PURPOSES[row.purpose].title if row.purpose in PURPOSES else row.purpose,
        row.text.text,
        row.valid_from,
        row.valid_until,
        ended,
        holds,
    )


@dataclass(frozen=True, slots=True)
class PlanConsent:
    """A consent about a plan, in force or over, with the id of whom it was for."""

    party_kind: str
    party: UUID | None
    shown: ConsentShown


def plan_consents(*, person_id: int, network_uuid: UUID, since: datetime) -> list[PlanConsent]:
    """All that somebody allowed about a plan since it began, oldest first; one query."""
    rows = Consent.objects.filter(
        person_id=person_id,
        network_uuid=network_uuid,
        purpose__in=[purpose.code for purpose in OF_A_PLAN],
        valid_from__gte=since,
    )
    found = rows.select_related("text", "withdrawal").order_by("valid_from", "id")
    return [PlanConsent(row.party_kind, row.party_uuid, _shown(row)) for row in found]


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of data about me."""

    title: str | Promise
    records: list[registries.Record]


def kinds_of_data() -> list[tuple[str, str | Promise]]:
    """The kinds that apps keep, as (code, title); no query."""
    return [(code, source.title) for code, source in registries.personal_data.items()]


def data_of_kind(code: str, *, person_uuid: UUID) -> Section:
    """What is kept about a person of one kind. NotFound for a kind that does not exist."""
    source = registries.personal_data.get(code)
    if source is None:
        raise NotFound
    return Section(source.title, list(source.export(person_uuid=person_uuid)))


def data_about(*, person_uuid: UUID) -> list[Section]:
    """Everything that is kept about a person, from every app; kinds without a record left out."""
    sections = [
        Section(source.title, list(source.export(person_uuid=person_uuid)))
        for source in registries.personal_data
    ]
    return [section for section in sections if section.records]


@dataclass(frozen=True, slots=True)
class LookShown:
    """One line of 'who looked', in plain words (NEN 7513:2018, chapter 9)."""

    at: datetime
    who: str | Promise
    what: str | Promise
    outcome: str | Promise


def looks_at(*, actor: Actor, number: int | str = 1) -> tuple[Page[LogEntry], list[LookShown]]:
    """A page of what happened with my data, newest first; two queries and a count. NotAllowed
    while one notes for somebody else."""
    if actor.noting_for is not None:
        raise NotAllowed
    rows = LogEntry.objects.filter(client_uuid=actor.person_uuid).order_by("-occurred_at")
    page = Paginator(rows, PER_PAGE).get_page(number)
    names = log.names_of({row.user_uuid for row in page if row.user_uuid})
    return page, [_look(row, names, actor) for row in page]


def _look(row: LogEntry, names: dict[UUID, str], actor: Actor) -> LookShown:
    who: str | Promise
    if row.user_uuid == actor.person_uuid:
        who = words.YOU
    elif row.user_uuid:
        who = names.get(row.user_uuid, words.SOMEONE_WHO_LEFT)
        if row.on_behalf_of_uuid == actor.person_uuid:
            who = words.for_you(who)
    else:
        who = words.THE_PLATFORM
    return LookShown(row.occurred_at, who, words.of_line(row), words.of_outcome(row.outcome))


@dataclass(frozen=True, slots=True)
class Kept:
    """How long one kind of record is kept, and why."""

    title: str | Promise
    keep: timedelta
    ground: str | Promise


def retention_register() -> Iterable[Kept]:
    """What the retention job acts on, for the page that tells everybody."""
    return [Kept(entry.title, entry.keep, entry.ground) for entry in registries.retention]
