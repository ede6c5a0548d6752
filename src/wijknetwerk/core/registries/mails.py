"""Mail that is asked about once more at the moment it leaves."""

from collections.abc import Callable
from uuid import UUID

mails_that_ask: dict[str, Callable[[UUID | None, UUID | None], bool]] = {}
"""By purpose: whether a mail to this person, of this network, goes still. If not, it is taken back:
what somebody could read when it was written may have shut since."""

links_that_ask: dict[str, Callable[[str, str], bool]] = {}
"""The same for a mail with a link to who has no account: by its address and its text."""
