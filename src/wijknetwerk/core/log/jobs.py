"""The log's job in the worker."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.core.log import anchors


@every(
    seconds=60,
    name="core.anchor_log",
    atomic=False,
    title=_("Keep proof of the log outside the database"),
)
def anchor_log(*, actor: Actor) -> None:
    """Write down outside the database what the log holds; nothing happens when nothing moved."""
    anchors.write()
