"""Finding a person's name in what members of a network wrote, and taking it out (rule K3)."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor

EVENT = "roadmap.person_taken_out"
READER = Actor.system("roadmap.personal_data")

Named = Mapping[type[Any], str]
"""Models with the field in which members write."""


def person_of(uuid: UUID) -> Any:
    """The person, if there still is an account."""
    return get_user_model().objects.filter(uuid=uuid).first()


def spelled(person: Any) -> str:
    """The whole name, if it is one that can be looked for: a first name alone fits too many."""
    parts = (person.given_name, person.prefix, person.family_name)
    return " ".join(part for part in parts if part) if person.family_name else ""


def without(text: str, person: Any) -> str:
    """The text with 'someone who left' for the whole name of this person."""
    name = spelled(person)
    if not name:
        return text
    with translation.override("nl"):
        return text.replace(name, _("someone who left"))


def rows_with_name(person: Any, named: Named) -> Iterator[tuple[str, Any]]:
    """Each row that holds the person's whole name, with the field that holds it."""
    if name := spelled(person):
        for model, field in named.items():
            for row in model._default_manager.filter(**{f"{field}__contains": name}).order_by("pk"):
                yield field, row


def take_out(actor: Actor, person: Any, named: Named) -> int:
    """Take the person's name out of these texts, each with a line in the log; how many."""
    count = 0
    for field, row in rows_with_name(person, named):
        text = without(getattr(row, field), person)
        setattr(row, field, text[: row._meta.get_field(field).max_length])
        row.save(update_fields=[field])
        log.record(actor, EVENT, row, client=person.uuid, fields=[field])
        count += 1
    return count
