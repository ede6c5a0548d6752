"""What the tests of accounts share."""

import re
from typing import Any

from django.test import Client

from wijknetwerk.core.models import OutgoingMail


def mails_to(address: str) -> list[OutgoingMail]:
    """Mails to this address, oldest first."""
    return list(OutgoingMail.objects.filter(to_address=address).order_by("pk"))


def purposes(address: str) -> list[str]:
    """What the mails to this address are for, oldest first."""
    return [mail.purpose for mail in mails_to(address)]


def newest_code(address: str) -> str:
    """The code in the newest mail to this address."""
    found = re.search(r"^\d{4}-?\d{2,4}$", mails_to(address)[-1].body, re.MULTILINE)
    assert found, mails_to(address)[-1].body
    return found.group()


def link_in(address: str) -> str:
    """The path of the last link in the newest mail to this address."""
    found = re.findall(r"https?://[^/\s]+(/\S+)", mails_to(address)[-1].body)
    return str(found[-1])


def is_signed_in(client: Client) -> bool:
    """Whether a page for people lets this browser in."""
    return bool(client.get("/mijn-account/").status_code == 200)


def sign_in_by_code(address: str, client: Client | None = None, **extra: Any) -> Client:
    """Sign in as a person does, with the code that is mailed."""
    client = client or Client()
    client.post("/inloggen/code/", {"email": address}, **extra)
    client.post("/inloggen/code/invullen/", {"code": newest_code(address)}, **extra)
    return client
