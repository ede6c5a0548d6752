"""Finding areas by typing."""

from django.db.models import Case, F, IntegerField, Max, QuerySet, Value, When

from wijknetwerk.networks.areas.folding import MARK, fold
from wijknetwerk.networks.models import Area


def any_loaded() -> bool:
    """Whether there is anything to find; until then a place is free text."""
    return Area.objects.exists()


def search(text: str, limit: int = 12) -> list[Area]:
    """Areas of the newest year whose name or municipality has a word that begins with each word
    of the text. Best first: the exact name, then names that begin so, then the larger. One query.
    """
    wanted = fold(text)
    if len(wanted) < 2:
        return []
    found = _newest()
    for word in wanted.split():
        found = found.filter(search_name__contains=f" {word}")
    rank = Case(
        When(search_name__startswith=f" {wanted} {MARK}", then=Value(0)),
        When(search_name__startswith=f" {wanted}", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    order = (rank, F("population").desc(nulls_last=True), "code")
    return list(found.order_by(*order)[:limit])


def _newest() -> QuerySet[Area]:
    """The areas of the newest division that is loaded."""
    newest = Area.objects.order_by().values("kind").annotate(last=Max("year")).values("last")
    return Area.objects.filter(year=newest.order_by("-last")[:1])
