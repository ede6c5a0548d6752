"""What accounts does for higher apps. People, and how they come in."""

from wijknetwerk.accounts.services.closing import close_account
from wijknetwerk.accounts.services.people import (
    confirm_address,
    create_person,
    note_log_name,
    person_for_email,
    rename_person,
    set_language_and_text_size,
    set_phone,
)
from wijknetwerk.accounts.services.signing import (
    has_way_in,
    log_person_in,
    set_up_name_sign_in,
)

__all__ = [
    "close_account",
    "confirm_address",
    "create_person",
    "has_way_in",
    "log_person_in",
    "note_log_name",
    "person_for_email",
    "rename_person",
    "set_language_and_text_size",
    "set_phone",
    "set_up_name_sign_in",
]
