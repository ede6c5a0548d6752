"""Forms that were handled."""

from django.db import models


class UsedForm(models.Model):
    """The one-time id of a form that was handled, and where the person went then."""

    form_id = models.UUIDField()
    sent_by = models.CharField(max_length=40)
    used_at = models.DateTimeField(db_index=True)
    went_to = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["form_id", "sent_by"], name="form_is_handled_once"),
        ]

    def __str__(self) -> str:
        return str(self.form_id)
