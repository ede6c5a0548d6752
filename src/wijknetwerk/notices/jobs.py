"""Work by the clock."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.notices.services import digest


@every(
    daily_at="07:00", name="notices.ask_digests", title=_("Look who gets a mail about what waits")
)
def ask_digests(*, actor: Actor) -> None:
    """Early in the morning, a job for everybody for whom something waits."""
    digest.ask_all()
