"""What is typed is kept while one types, until it is sent (rule P8, design 6).

Per person and form, under lock, on the server: it comes back when the form opens again, also on
another device, and goes when the form is sent or two weeks after the last word. It has no page of
its own: it opens with its form, through the gate of that form. Where that gate shuts (a consent
withdrawn), the words stay under lock for the rest of the two weeks, and nobody reads them.

    drafts.offer(request, form)       # in the view that shows the form; `c.form` does the rest
"""

import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, ResolverMatch, resolve

from wijknetwerk.core import clock, registries
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.models.draft import Draft
from wijknetwerk.core.models.once import UsedForm

FIELD = "draft"
"""The hidden field that holds the address of a form that is kept."""
LASTS = timedelta(days=14)
MOST = 40
LETTERS = 100_000
_NEVER = ("password", "code", "credential", "secret", "csrf")
_OURS = ("csrfmiddlewaretoken", "form_id", FIELD)

NOBODY = UUID(int=0)

Pairs = list[tuple[str, str]]


def typed(request: HttpRequest) -> Pairs | None:
    """All that was sent but what belongs to the form itself; None when something of it may not be
    kept (a password, a code, a file), or it is too long."""
    if request.FILES:
        return None
    found = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", FIELD)
        for value in values
    ]
    if not found or any(word in name.lower() for name, _value in found for word in _NEVER):
        return None
    return found if sum(len(value) for _name, value in found) <= LETTERS else None


def offer(request: HttpRequest, form: forms.BaseForm | None) -> None:
    """Let a form with room for words be kept while one types, and put back what was typed."""
    if form is None or not any(
        isinstance(one.widget, forms.Textarea) for one in form.fields.values()
    ):
        return
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not actor.is_person:
        return
    form.draft_place = request.path  # type: ignore[attr-defined]
    if form.is_bound or request.method == "POST":
        return
    row = _of(actor).filter(place=request.path).first()
    if row is not None:
        _put_back(form, row)
        form.drafted_at = row.kept_at  # type: ignore[attr-defined]


def keep(actor: Actor, *, place: str, pairs: Pairs) -> None:
    """Keep what stands in a form now. NotFound where the form does not open for this person; a form
    that was sent meanwhile stays sent."""
    match = _form_at(place)
    _opens(actor, match)
    said = dict(pairs)
    if _was_sent(actor, said.get("form_id", "")):
        return None
    words = [pair for pair in pairs if pair[0] not in _OURS]
    if not any(value.strip() for _name, value in words):
        return forget(actor, place)
    try:
        with transaction.atomic():
            _store(actor, place, words, _about(match))
    except IntegrityError:  # the same form in two windows, at one moment
        _store(actor, place, words, _about(match))


def forget(actor: Actor, place: str) -> None:
    """It was sent, or is not wanted any more."""
    _of(actor).filter(place=place).delete()


def forget_about(thing: UUID) -> int:
    """The thing itself is erased; what anybody typed about it goes along."""
    return Draft.objects.filter(about=thing).delete()[0]


def forget_person(person_uuid: UUID) -> int:
    """All that this person typed and did not send."""
    return Draft.objects.filter(person_uuid=person_uuid).delete()[0]


def of_person(actor: Actor) -> Iterable[tuple[Draft, Pairs | None]]:
    """What this person typed and did not send; the words where the form is about themselves."""
    for row in _of(actor).order_by("pk"):
        try:
            own = _opens(actor, _form_at(row.place))
        except DomainError:
            own = False
        yield row, json.loads(row.words.read()) if own else None


def _of(actor: Actor) -> "QuerySet[Draft]":
    return Draft.objects.filter(person_uuid=actor.person_uuid or NOBODY)


def _opens(actor: Actor, match: ResolverMatch) -> bool:
    gate = registries.draft_gates.get(match.app_name)
    return True if gate is None else gate(actor, match.url_name or "", match.kwargs)


def _form_at(place: str) -> ResolverMatch:
    try:
        match = resolve(place)
    except Resolver404 as error:
        raise NotFound from error
    if len(place) > 300 or "secret" in match.kwargs:  # a link that opens something is kept nowhere
        raise NotFound
    return match


def _about(match: ResolverMatch) -> UUID | None:
    return next((one for one in match.kwargs.values() if isinstance(one, UUID)), None)


def _was_sent(actor: Actor, form_id: str) -> bool:
    try:
        number = UUID(form_id)
    except ValueError:
        return False
    return UsedForm.objects.filter(form_id=number, sent_by=str(actor.person_uuid)).exists()


def _store(actor: Actor, place: str, words: Pairs, about: UUID | None) -> None:
    mine = _of(actor)
    row = mine.filter(place=place).first()
    if row is None:
        row = Draft(person_uuid=actor.person_uuid or NOBODY, place=place, about=about)
        too_many = mine.order_by("-kept_at", "-pk").values_list("pk", flat=True)[MOST - 1 :]
        Draft.objects.filter(pk__in=list(too_many)).delete()
    row.words, row.kept_at = json.dumps(words), clock.now()
    row.save()


def _put_back(form: forms.BaseForm, row: Draft) -> None:
    said = QueryDict(mutable=True)
    for name, words in json.loads(row.words.read()):
        said.appendlist(name, words)
    form.drafted = said.dict()  # type: ignore[attr-defined]  # also what is no field: a version
    for name, one in form.fields.items():
        value: Any = one.widget.value_from_datadict(said, {}, form.add_prefix(name))
        if not isinstance(one, forms.FileField) and value is not None:
            form.initial[name] = value
