"""What was counted of a network."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.models.base import NetworkRow


class NetworkFact(NetworkRow):
    """One value of one network as it was last counted; no row means not known, never 0.

    For members of the network. What goes to anybody else hides groups under 5 first.
    """

    code = models.CharField(_("code"), max_length=60)
    value = models.JSONField(_("value"))
    as_of = models.DateTimeField(_("counted"))

    objects: ClassVar[ScopedManager["NetworkFact"]] = ScopedManager()

    class Meta:
        verbose_name = _("fact of a network")
        constraints = [
            models.UniqueConstraint(fields=["network", "code"], name="fact_is_counted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.network_id}"
