"""How long the list keeps what it keeps about people, and what a stop does with it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijknetwerk.core import registries
from wijknetwerk.core.registries import EndingPart, Retention
from wijknetwerk.core.templating import phone_words
from wijknetwerk.directory.models import Service
from wijknetwerk.directory.personal_data import ListData
from wijknetwerk.directory.services.importing import forget_files
from wijknetwerk.directory.services.versions import forget_names


def register() -> None:
    """Called once, when the app is ready."""
    registries.personal_data.register("directory", ListData())
    registries.event_words["directory.person_erased"] = _("Your name was taken off the list")
    registries.retention.register(
        "directory.files",
        Retention(
            _("Files for the list that nobody decided about"),
            timedelta(days=30),
            _("Until then somebody can still look them over."),
            forget_files,
        ),
    )
    registries.retention.register(
        "directory.versions",
        Retention(
            _("Who changed what on the list"),
            timedelta(days=3 * 365),
            _("Until then somebody can ask who changed it. What stands there now stays."),
            forget_names,
        ),
    )
    registries.endings.register(
        "directory",
        EndingPart(
            _("What is there already"),
            46,
            _tell,
            None,
            _("Who keeps the list from now on? Take it along as a file or on paper."),
            _keep,
        ),
    )


def _tell(network: Any) -> Sequence[str | Promise]:
    many = _now(network).count()
    if not many:
        return []
    text = ngettext(
        "There is one thing on the list.", "There are %(num)s things on the list.", many
    )
    return [text % {"num": many}]


def _keep(network: Any) -> Mapping[str, Any]:
    """Names with number and place. Who answers is a person, and does not stand in it."""
    found: dict[str, Any] = {}
    for number, row in enumerate(_now(network).prefetch_related("locations"), 1):
        places = sorted(row.locations.all(), key=lambda place: place.pk)
        where = ", ".join(part for part in ([places[0].name, places[0].address_1] if places
                                            else []) if part)  # fmt: skip
        phone = phone_words(row.phone) if row.phone and not row.contact_name else ""
        found[f"{number}. {row.name}"] = " · ".join(part for part in (phone, where) if part)
    return found


def _now(network: Any) -> Any:
    return Service.objects.filter(network=network, ended_on=None).order_by("name_key", "pk")
