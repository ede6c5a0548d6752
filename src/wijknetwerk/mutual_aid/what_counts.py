"""What a suggestion may look at (rule H4): these columns, and what went before between these two
and how many run. Nothing else is read for matching; a test changes every other column and sees that
no suggestion changes. Whoever adds one here says in docs/matching.md what it is for.
"""

ASKED = (
    *("asker", "kind", "parts", "pc4", "languages", "wishes", "waits_since", "urgent"),
    *("rhythm", "from_on", "until_on"),
)
"""Of a request."""

OFFERED = (
    *("helper", "kinds", "parts", "reach_m", "can", "room"),
    *("rhythm", "from_on", "until_on", "paused_from", "paused_until"),
)
"""Of an offer."""

OF_THE_HELPER = ("pc4", "languages")
"""Of who helps, and of nobody who only asks."""

OPEN = ("state",)
"""Of requests and offers: whether they are open."""

BEFORE = ("state", "ended_how", "going", "content")
"""Of earlier matches between these two, and of the checks on them."""
