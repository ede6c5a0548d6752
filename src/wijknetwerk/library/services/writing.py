"""Writing: beginning a page, saving a version, writing the next one. Two who save at the same time
both keep their words: the second hears it and sees both texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, texts
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.library import access
from wijknetwerk.library.errors import WrittenMeanwhile
from wijknetwerk.library.models import Audience, Page, PageKind, Revision, State

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

MOST_SIGNS = 20_000
AUDIENCES = Audience.choices


@dataclass(frozen=True, slots=True)
class Said:
    """All that a writer fills in."""

    title: str
    summary: str = ""
    body: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    success: bool = False
    audience: str = Audience.EVERYBODY
    what_changed: str = ""
    leave_out: Sequence[int] = ()
    """The numbers of pictures that this version shows no longer."""

    def fields(self, page: Page) -> dict[str, Any]:
        """What is stored, with the words alone for searching. A network's tool is for its members;
        what is of no network is for everybody."""
        audience = self.audience if page.kind == PageKind.NEWS else Audience.MEMBERS
        return {
            "title": self.title.strip(),
            "summary": self.summary.strip(),
            "body": self.body,
            "words": texts.plain(self.body),
            "about": dict(self.about),
            "success": self.success,
            "audience": audience if page.network_id else Audience.EVERYBODY,
            "what_changed": self.what_changed.strip(),
        }


@transaction.atomic
def begin(
    *,
    actor: Actor,
    network: "Network | None",
    kind: str,
    language: str,
    said: Said,
    adapts: str = "",
    translation_of: UUID | None = None,
) -> Revision:
    """Begin a page with its first draft. Only who writes it and who publishes here see it."""
    desk = access.check_desk(actor, network)
    if not access.may_write(actor, desk, kind):
        raise NotAllowed
    _check(said)
    original = access.page_at(actor, desk, translation_of) if translation_of else None
    if original is not None and (original.kind != kind or original.language == language):
        raise InvalidInput(_("This is no translation of that text."))
    page = Page(network=network, kind=kind, language=language, adapts=adapts)
    page.translation_of = original
    if network is None:
        page.code = original.code if original else _free_code(kind, said.title)
    try:
        with transaction.atomic():
            page.save(force_insert=True)
    except IntegrityError:
        raise InvalidInput(_("This text has a translation already.")) from None
    made = _store(actor, page, 1, said, pictures=[])
    log.record(actor, "library.text_begun", made, action=Action.CREATE, kind=kind)
    return made


@transaction.atomic
def next_version(*, actor: Actor, network: "Network | None", page: UUID, said: Said) -> Revision:
    """Write a next version of a published page; the one in use stays until this one is published.

    WrittenMeanwhile when somebody began one already.
    """
    desk = access.check_desk(actor, network)
    found = access.page_at(actor, desk, page, lock=True)
    if not access.may_begin_version(actor, desk, found):
        raise NotAllowed
    _check(said)
    if not said.what_changed.strip():
        raise InvalidInput(_("Say in one sentence what changed."))
    rows = Revision.objects.filter(page=found)
    busy = rows.filter(state__in=[State.DRAFT, State.REVIEW]).first()
    if busy is not None:
        raise WrittenMeanwhile(busy)
    last = rows.order_by("-number").first()
    shown = rows.filter(state=State.PUBLISHED).first() or last
    pictures = [number for number in _pictures(shown) if number not in said.leave_out]
    made = _store(actor, found, (last.number if last else 0) + 1, said, pictures=pictures)
    log.record(actor, "library.version_begun", made, action=Action.CREATE, number=made.number)
    return made


@transaction.atomic
def save(
    *, actor: Actor, network: "Network | None", page: UUID, said: Said, read_edition: int
) -> Revision:
    """Save the version that is being written. WrittenMeanwhile, with what stands there, when
    somebody saved it after `read_edition` was read; nothing is overwritten then."""
    desk = access.check_desk(actor, network)
    found = access.open_version(actor, desk, page, lock=True)
    if found is None:
        raise NotAllowed
    if found.state == State.REVIEW and not desk.publishes:
        raise NotAllowed(_("This text waits for a look. Take it back first, to change it."))
    _check(said)
    new = said.fields(found.page)
    new["pictures"] = [number for number in found.pictures if number not in said.leave_out]
    changed = sorted(name for name, value in new.items() if getattr(found, name) != value)
    if found.edition != read_edition and changed:
        raise WrittenMeanwhile(found)
    if not changed:
        return found
    for name, value in new.items():
        setattr(found, name, value)
    found.edition += 1
    found.saved_by_id = actor.person_id
    found.saved_at = clock.now()
    found.save()
    log.record(actor, "library.text_saved", found, fields=changed)
    return found


def _store(
    actor: Actor, page: Page, number: int, said: Said, *, pictures: Sequence[int]
) -> Revision:
    made = Revision(
        page=page,
        network=page.network,
        number=number,
        pictures=list(pictures),
        written_by_id=actor.person_id,
        saved_by_id=actor.person_id,
        saved_at=clock.now(),
        **said.fields(page),
    )
    made.save(force_insert=True)
    return made


def _pictures(revision: Revision | None) -> list[int]:
    return list(revision.pictures) if revision else []


def _check(said: Said) -> None:
    if not said.title.strip():
        raise InvalidInput(_("Give the text a title."))
    if len(said.body) > MOST_SIGNS:
        raise InvalidInput(_("This text is too long. Make two of it."))


def _free_code(kind: str, title: str) -> str:
    """An address from the title, with a number when it is taken."""
    plain = slugify(title)[:50].strip("-") or kind
    taken = set(
        Page.objects.filter(network=None, kind=kind, code__startswith=plain).values_list(
            "code", flat=True
        )
    )
    numbers = (f"{plain}-{number}" for number in range(2, 1000))
    return plain if plain not in taken else next(one for one in numbers if one not in taken)
