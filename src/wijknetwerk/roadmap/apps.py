"""See docs/roadmap.md."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.roadmap"
    label = "roadmap"
    default_auto_field = "django.db.models.BigAutoField"
