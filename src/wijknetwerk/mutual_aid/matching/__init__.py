"""Who could help whom: pure counting, without database. See docs/matching.md.

`for_one` gives the best helpers for one request, `for_all` brings all open requests and offers
together. Both use nothing but what stands in `Ask`, `Offer` and `Past` (rule H4). Import them from
`matching.one` and `matching.everybody`: they bring numpy and the solver into the process, which a
page that asks nothing of them needn't carry.
"""

from wijknetwerk.mutual_aid.matching.model import (
    Ask,
    Offer,
    Past,
    Plan,
    Reason,
    Suggestion,
    Unserved,
    Why,
)

__all__ = ["Ask", "Offer", "Past", "Plan", "Reason", "Suggestion", "Unserved", "Why"]
