"""The one log of the platform: `record`, `look`, `refuse` write it; `verify` checks it."""

from wijknetwerk.core.log.names import names_of, remember_name
from wijknetwerk.core.log.write import Subject, counting_looks, look, record, refuse

__all__ = ["Subject", "counting_looks", "look", "names_of", "record", "refuse", "remember_name"]
