"""Letting pages be found, in the transaction of the change."""

from collections.abc import Iterable

from wijknetwerk.library.models import Revision
from wijknetwerk.library.selectors import finding
from wijknetwerk.networks.services import search


def keep(revision: Revision) -> None:
    """A page can be found as it is published now."""
    search.keep(finding.found_as(revision))


def add_all(revisions: Iterable[Revision]) -> None:
    """The same for many pages that could not be found before, in a few statements."""
    search.add_all(finding.found_as(one) for one in revisions)


def forget(revision: Revision) -> None:
    """A page that is published no longer can't be found."""
    search.forget(finding.kind_of(revision), revision.page.uuid)
