"""What an app for sign-in codes does (RFC 6238), written here once more, apart from the library
that the platform checks it with."""

import base64
import hashlib
import hmac
import time


def code_for(secret: str) -> str:
    """The six digits of this moment, for a secret as the page shows it."""
    key = base64.b32decode(secret.replace(" ", "").upper())
    steps = int(time.time()) // 30
    digest = hmac.new(key, steps.to_bytes(8, "big"), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
