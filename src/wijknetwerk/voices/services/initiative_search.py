"""Initiatives in the search index: for everybody or for members, as their people chose."""

from wijknetwerk.networks.services import search
from wijknetwerk.voices.models import Initiative
from wijknetwerk.voices.selectors.initiative_texts import entry_of


def keep(row: Initiative) -> None:
    """As it stands now, in the transaction of the change."""
    search.keep(entry_of(row))
