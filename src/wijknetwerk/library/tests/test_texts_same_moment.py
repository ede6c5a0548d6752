"""Two at the same moment, on real connections: nobody's words are lost, one version is in use."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.library.models import Revision
from wijknetwerk.library.services import moving, writing
from wijknetwerk.library.services.writing import Said
from wijknetwerk.library.tests.texting import begin, by, publish
from wijknetwerk.networks.tests.test_same_moment import at_once, shared

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["shared"]


def saying(cast: Cast, name: str, act: Callable[..., Any], page: Any, **extra: Any) -> Any:
    said = Said(title=f"Van {name}", body=name, what_changed="De tijd")
    return lambda: by(cast, name, act, page=page, said=said, **extra)


def refused(found: list[Any]) -> list[str]:
    assert None not in found, "a fault, not a refusal"
    return [one for one in found if isinstance(one, str)]


def test_of_two_who_save_or_begin_a_version_one_gets_the_others_words(shared: Cast) -> None:
    made = begin(shared)
    page = made.page.uuid
    two = [saying(shared, name, writing.save, page, read_edition=1) for name in ("amina", "dewi")]
    assert refused(at_once(*two)) == ["written_meanwhile"]
    with scope.acting(SYSTEM):
        made = Revision.objects.select_related("page").get(page__uuid=page)
    assert made.edition == 2
    publish(shared, made)
    two = [saying(shared, name, writing.next_version, page) for name in ("amina", "dewi")]
    assert refused(at_once(*two)) == ["written_meanwhile"]


def test_of_two_who_publish_one_does_and_the_version_before_is_kept(shared: Cast) -> None:
    made = begin(shared)
    page = made.page.uuid
    by(shared, "amina", moving.send, page=page)

    def act(name: str) -> Any:
        return lambda: by(shared, name, moving.publish, page=page, read_edition=1)

    assert refused(at_once(act("dewi"), act("ad"))) == ["text_moved_on"]
    with scope.acting(SYSTEM):
        assert [row.state for row in Revision.objects.filter(page__uuid=page)] == ["published"]
