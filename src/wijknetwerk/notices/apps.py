"""See docs/notices.md."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
