"""What waits for people: Vandaag's rows, the digest, jobs that failed. See docs/notices.md."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Keeps the waiting things of all apps; knows none of their subjects."""

    name = "wijknetwerk.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
