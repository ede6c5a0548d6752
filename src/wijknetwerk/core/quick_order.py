"""Ordering by plain names, without comparing them with every column that is selected.

Django looks among the selected columns for the one that an ordering means, and makes a comparable
value of each column for it: half the time of making an ordered statement. Only an ordering by an
expression or by the name of an annotation can be found there; ours name fields (decision 0022).
"""

from typing import Any


class QuickOrder:
    """Before a compiler of Django: the same SQL, made in less time."""

    query: Any
    select: Any

    def _order_by_pairs(self) -> Any:
        if not self._by_fields_only():
            yield from super()._order_by_pairs()  # type: ignore[misc]  # Django's own
            return
        selected, self.select = self.select, None
        try:
            yield from super()._order_by_pairs()  # type: ignore[misc]  # Django's own
        finally:
            self.select = selected

    def _by_fields_only(self) -> bool:
        query = self.query
        if query.combinator or query.extra or query.extra_order_by or query.selected is not None:
            return False
        ordering = query.order_by
        if not ordering and query.default_ordering:
            ordering = query.get_meta().ordering
        named = query.annotations
        return all(
            isinstance(one, str) and one.lstrip("-+").partition("__")[0] not in named
            for one in ordering
        )
