"""Where in the platform a step is done, as the content names it."""

from django.urls import NoReverseMatch, reverse

# Content code -> URL name. A link shows only where that page is really there.
EXISTING = {
    "networks.start": "networks:start",
    "networks.invite": "networks:invite",
    "networks.members": "networks:members",
    "networks.partners": "networks:partners",
    "networks.public_page": "networks:edit",
    "roadmap.route": "roadmap:route",
}
ANNOUNCED = frozenset(
    {
        *("agenda", "voices", "neighbourhood", "directory", "goals", "teamwork"),
        *("partners", "evaluation", "mutual_aid", "plans", "paper"),
    }
)


def address_of(place: str, slug: str) -> str | None:
    """The page of this network where the step is done, or None while there is none."""
    name = EXISTING.get(place)
    if name is None:
        return None
    for kwargs in ({"slug": slug}, {}):
        try:
            return reverse(name, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return None
