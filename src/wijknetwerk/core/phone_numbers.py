"""Numbers that somebody types to find who calls: only the digits count."""

FEWEST = 4
"""With fewer digits too many numbers fit."""
END = 9
"""Of longer ones the last count: 06..., 00316... and +316... are one number."""


def digits_of(text: str) -> str:
    """The digits of a text."""
    return "".join(sign for sign in text if sign.isdigit())


def typed_number(typed: str) -> str:
    """What was typed as a number to look for; empty when it has too few digits for one."""
    digits = digits_of(typed)
    return digits[-END:] if len(digits) >= FEWEST else ""


def whole_number(phone: str) -> str:
    """What two ways to write one phone number share; empty when it is no whole number."""
    digits = digits_of(phone)
    return digits[-END:] if len(digits) >= END else ""


def fits(number: str, *phones: str) -> bool:
    """Whether a `typed_number` stands in one of these phone numbers."""
    return any(number in digits_of(phone) for phone in phones)
