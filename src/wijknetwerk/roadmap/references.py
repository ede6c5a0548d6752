"""How other apps point at a suggestion or a step of one network: by a reference that follows from
the network's address and the code, because neither is a row of its own."""

from urllib.parse import urlencode
from uuid import NAMESPACE_URL, UUID, uuid5

from wijknetwerk.core.addresses import address

SUGGESTION, STEP = "roadmap.suggestion", "roadmap.step_here"


def reference(kind: str, slug: str, code: str) -> UUID:
    """The reference of a suggestion or step in the network with this address."""
    return uuid5(NAMESPACE_URL, f"{kind}:{slug}:{code}")


def action_url(kind: str, slug: str, code: str, what: str) -> str:
    """Where one makes an action of it, with its words filled in."""
    asked = {"wat": what, "bron": f"{kind}:{reference(kind, slug, code)}"}
    return f"{address('goals:action_new', slug=slug)}?{urlencode(asked)}"
