"""What goes from old versions."""

from datetime import datetime

from wijknetwerk.directory.models import ServiceVersion


def forget_names(before: datetime) -> int:
    """Drop what was changed, and by whom, in versions before this instant. The entry stays, and so
    does who keeps it right and who checked it last; how many versions went."""
    count, _by_model = ServiceVersion.objects.filter(at__lt=before).delete()
    return count
