"""For what a municipality or its team is asked: a task of the law, with its article. There the
resident's yes alone is no ground (standards A1.3)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OTHER = "other"
TASKS: dict[str, tuple[str | Promise, str]] = {
    "support": (_("Help at home, a device or daytime activities"), "Wmo 2015, artikel 2.3.2"),
    "youth": (_("Help for a child or a young person"), "Jeugdwet, artikel 2.3"),
    "debt": (_("Help with debts"), "Wet gemeentelijke schuldhulpverlening, artikel 3"),
    "income": (_("An income, or help to find work"), "Participatiewet, artikel 7"),
}
"""In the words of who asks, with the article as it stands in the ledger."""


def article_of(task: str, other: str) -> str:
    """The article that belongs to what was chosen; '' for none."""
    return other.strip() if task == OTHER else TASKS.get(task, ("", ""))[1]
