"""Whether the example stands in this database."""

from django.db import models

from wijknetwerk.core import clock


class DemoMark(models.Model):
    """One row once the example network was loaded, so that it is loaded once."""

    loaded_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return str(self.loaded_at)
