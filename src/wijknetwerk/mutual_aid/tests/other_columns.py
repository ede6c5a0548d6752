"""Rule H4 on real rows: every column that no suggestion may look at is changed."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import models, transaction

from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock
from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.mutual_aid import what_counts
from wijknetwerk.mutual_aid.models import HelpOffer, HelpRequest, Neighbour, Postcode
from wijknetwerk.mutual_aid.selectors import matching
from wijknetwerk.networks.models import Membership

# Of each column of `what_counts` a value that changes what matching gets to know.
COUNTS: dict[type[models.Model], dict[str, Any]] = {
    HelpRequest: {
        "asker": None,
        "kind": "",
        "parts": 1 << 20,
        "pc4": "9551",
        "languages": ["zh"],
        "wishes": ["smoke"],
        "urgent": True,
        "waits_since": datetime(2026, 3, 1, tzinfo=clock.AMSTERDAM),
        "rhythm": "monthly",
        "from_on": date(2027, 3, 1),
        "until_on": date(2027, 3, 2),
        "state": "busy",
    },
    HelpOffer: {
        "helper": None,
        "kinds": ["other"],
        "parts": 1 << 20,
        "reach_m": 17,
        "can": ["smoke"],
        "room": 9,
        "state": None,
        "rhythm": "weekly",
        "from_on": date(2027, 3, 1),
        "until_on": date(2026, 3, 1),
        "paused_from": date(2026, 3, 1),
        "paused_until": None,
    },
    Neighbour: {"pc4": "9551", "languages": ["zh"]},
    Person: {},
    Membership: {},
}
LISTED = {
    HelpRequest: {*what_counts.ASKED, *what_counts.OPEN},
    HelpOffer: {*what_counts.OFFERED, *what_counts.OPEN},
    Neighbour: set(what_counts.OF_THE_HELPER),
    Person: set[str](),
    Membership: set[str](),
}
# Which row it is, in which network; and what a constraint ties to the state.
TIED = {"id", "network", "ended_on", "person", "membership", "unhappy_at", "closed_at", "is_active"}
TIED_OF = {Membership: ("from_on", "until_on", "partner", "organisation")}


def nothing_else_counts(network: Any) -> int:
    """Change each column that does not count, in rows by chance, and look that matching is asked
    the very same; and each column that counts, and look that it is not. How many were changed."""
    for number, pc4 in enumerate(("9698", "9699", "9697", "9566", "9551", "9695")):
        Postcode.objects.update_or_create(
            pc4=pc4, defaults={"x": 268_000 + 900 * number, "y": 566_000, "source": "test"}
        )
    before, changed = _asked(network), 0
    chance = random.Random(2026)  # noqa: S311
    for model, counts in COUNTS.items():
        assert set(counts) == LISTED[model], "the list of what counts is this one"
        every = {field.name: field for field in model._meta.concrete_fields}
        for name, value in counts.items():
            assert value is None or _counting(network, every[name], value) != before, name
        tied = {*counts, *TIED, *TIED_OF.get(model, ())}
        others = [field for name, field in every.items() if name not in tied]
        if _changed(network, others, chance) != before:  # then say which one
            for field in others:
                assert _changed(network, [field], chance) == before, field
        changed += len(others)
    assert _of_who_only_asks(network) == before
    return changed


def _of_who_only_asks(network: Any) -> Any:
    """The same when whoever offers nothing lives elsewhere and speaks another language: a request
    says itself where it is, and which language somebody must speak."""
    with _undone():
        rows = Neighbour.objects.filter(network=network, offers=None)
        assert rows.update(pc4="9551", languages=["zh"]) > 1
        return _asked(network)


def _asked(network: Any) -> Any:
    """Everything that matching gets to know; it is a function of this alone (import rules). In what
    order rows come changes nothing (test_matching), so that they are compared by key."""
    one = HelpRequest.objects.filter(network=network, state="waiting").order_by("pk")[:4]
    questions = [matching.of_all(network), *(matching.of_one(network, row) for row in one)]
    return [
        (
            sorted(question.asks, key=lambda row: row.key),
            sorted(question.offers, key=lambda row: row.key),
            sorted(question.past, key=repr),
        )
        for question in questions
    ]


def _rows(network: Any, model: Any) -> Any:
    return model.objects.all() if model is Person else model.objects.filter(network=network)


def _counting(network: Any, field: Any, value: Any) -> Any:
    """What matching gets to know when all that is open has this value."""
    rows = _rows(network, field.model)
    with _undone():
        still = rows if field.model is Neighbour else rows.filter(ended_on=None)
        still.update(**{field.name: value})
        return _asked(network)


def _changed(network: Any, fields: list[Any], chance: random.Random) -> Any:
    """The same when these columns hold something else, in some rows."""
    with _undone():
        rows = list(_rows(network, fields[0].model))
        for row in chance.sample(rows, min(25, len(rows))):
            for field in fields:
                setattr(row, field.name, _other(field, row, chance))
            row.save(update_fields=[field.name for field in fields])
        return _asked(network)


@contextmanager
def _undone() -> Iterator[None]:
    """Puts everything back as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _other(field: Any, row: Any, chance: random.Random) -> Any:
    """Another value that this column may hold."""
    now = getattr(row, field.attname)
    if field.choices:
        return chance.choice([code for code, _title in field.choices if code != now])
    if field.is_relation:
        return chance.choice(list(field.related_model.objects.exclude(pk=now)[:20]))
    if isinstance(field, EncryptedTextField):
        return f"Anders {chance.random()}"
    if isinstance(field, models.UUIDField):
        return uuid4()
    if isinstance(field, models.BooleanField):
        return not now
    if isinstance(field, models.DateTimeField):
        return clock.now() - timedelta(days=chance.randint(1, 900))
    if isinstance(field, models.DateField):
        return date(2020, 1, chance.randint(1, 28))
    if isinstance(field, models.IntegerField):
        return chance.randint(2, 99)
    if isinstance(field, models.JSONField):
        return [f"x{chance.randint(1, 99)}"]
    if isinstance(field, models.EmailField):
        return f"{uuid4().hex}@voorbeeld.example"
    return uuid4().hex[: field.max_length or 40]
