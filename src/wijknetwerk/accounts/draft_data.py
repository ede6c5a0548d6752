"""What somebody typed and did not send, as they read it back and as it goes (rule K3)."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import drafts, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record


class DraftData:
    """The words, where they are about themselves; else only that there are some."""

    title: str | Promise = _("What you typed and did not send")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """Asked at the gate of each form, as who they are now."""
        person = Person.objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        actor = actor_of(person)
        with scope.acting(actor):
            return [_record(row, words) for row, words in drafts.of_person(actor)]

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """All of it goes."""
        return [Erasure(self.title, drafts.forget_person(person_uuid), "deleted")]


def _record(row: Any, words: drafts.Pairs | None) -> Record:
    if words is None:
        said: Any = _("They are about somebody else. You read them where you typed them.")
    else:
        said = "\n".join(value for _name, value in words if " " in value.strip())
    fields = (
        (_("Last typed"), row.kept_at),
        (_("Goes on"), row.kept_at + drafts.LASTS),
        (_("Your words"), said),
    )
    return Record(DraftData.title, fields)
