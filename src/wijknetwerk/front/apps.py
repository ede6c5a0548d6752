"""See docs/front.md."""

from django.apps import AppConfig


class FrontConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.front"
    label = "front"
    default_auto_field = "django.db.models.BigAutoField"
