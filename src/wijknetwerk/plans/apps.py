"""See docs/plans.md."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"
