"""The protocol of personal data, for the data that privacy itself keeps, and its file form."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import PURPOSES
from wijknetwerk.privacy.selectors import Section

READER = Actor.system("privacy.personal_data")


class ConsentData:
    """What a person allowed and stopped. Kept as proof; it holds no more than their number."""

    title = _("What you allow")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """Each consent with its exact text."""
        with scope.acting(READER):
            rows = list(
                Consent.objects.filter(person__uuid=person_uuid)
                .select_related("text", "withdrawal")
                .order_by("valid_from")
            )
        for row in rows:
            ended = row.withdrawal.withdrawn_at if hasattr(row, "withdrawal") else None
            yield Record(
                PURPOSES[row.purpose].title if row.purpose in PURPOSES else row.purpose,
                (
                    (_("Text"), row.text.text),
                    (_("From"), row.valid_from),
                    (_("Until"), row.valid_until),
                    (_("stopped"), ended),
                    (_("How"), row.get_how_display()),
                ),
            )

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Nothing to erase: the ledger is the proof that sharing was allowed, without a name."""
        with scope.acting(READER):
            count = Consent.objects.filter(person__uuid=person_uuid).count()
        if count:
            yield Erasure(self.title, count, "kept", _("proof of what you allowed, without name"))


def as_json(sections: list[Section], *, made: datetime) -> dict[str, Any]:
    """A person's data as a plain structure: title -> records -> field -> value."""
    return {
        "made": made.isoformat(),
        "sections": [
            {
                "title": str(section.title),
                "records": [
                    {
                        "title": str(record.title),
                        "fields": {str(name): _plain(value) for name, value in record.fields},
                    }
                    for record in section.records
                ],
            }
            for section in sections
        ],
    }


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
