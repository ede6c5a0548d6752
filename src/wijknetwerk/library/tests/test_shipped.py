"""Loading texts, what is kept about a writer, what a stop does, and what others may find."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models import PrivateFile
from wijknetwerk.library.models import Page, Picture, Revision, State
from wijknetwerk.library.services import moving, pictures, shipped, writing
from wijknetwerk.library.services.writing import Said
from wijknetwerk.library.tests.test_content_files import GOOD, folder_with
from wijknetwerk.library.tests.texting import begin, by, photo, publish
from wijknetwerk.networks.models import SearchEntry


def load(folder: Path) -> Any:
    with scope.acting(SYSTEM):
        return shipped.load(actor=SYSTEM, folder=folder)


def states(code: str) -> list[tuple[int, str]]:
    with scope.acting(SYSTEM):
        rows = Revision.objects.filter(page__code=code, page__language="nl").order_by("number")
        return [(row.number, row.state) for row in rows]


def test_loading_again_changes_nothing_and_a_new_text_supersedes_the_one_before(
    cast: Cast, tmp_path: Path
) -> None:
    folder = folder_with(tmp_path)
    assert load(folder).added == ["buurtlunch.nl", "buurtlunch.en"]
    assert not load(folder).any
    changed = GOOD.replace("Kook soep.", "Kook samen soep.")
    folder_with(tmp_path, changed)
    assert len(load(folder).changed) == 2
    assert states("buurtlunch") == [(1, "superseded"), (2, "published")]
    folder_with(tmp_path, changed.replace("minutes = 60", "minutes = x"))
    with pytest.raises(shipped.ContentFaults):
        load(folder)
    for path in (tmp_path / "tools").iterdir():
        path.unlink()
    assert len(load(folder).gone) == 2
    folder_with(tmp_path, changed)
    assert len(load(folder).added) == 2, "it came back"
    assert states("buurtlunch")[-1] == (3, "published")


def test_what_was_changed_here_is_not_overwritten_by_a_file(cast: Cast, tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    load(folder)
    with scope.acting(SYSTEM):
        page = Page.objects.get(code="buurtlunch", language="nl")
    said = Said(title="Onze lunch", body="Zo doen wij het.", what_changed="Korter")
    mine = by(cast, "vera", writing.next_version, network=None, page=page.uuid, said=said)
    publish(cast, mine, "vera", network=None)
    assert not load(folder).any
    folder_with(tmp_path, GOOD.replace("Kook soep.", "Kook samen soep."))
    assert load(folder).to_look_at == ["buurtlunch.nl"]
    assert states("buurtlunch") == [(1, "superseded"), (2, "published"), (3, "review")]


def test_what_texts_keep_about_me_is_shown_and_the_name_is_taken_out(cast: Cast) -> None:
    shown = begin(cast, title="Gelezen door allen")
    publish(cast, shown)
    own = begin(cast, title="Nog van mij")
    by(cast, "amina", pictures.add, page=own.page.uuid, content=photo(), alt="Tafel")
    data = registries.personal_data["library"]
    told = [str(dict(one.fields)) for one in data.export(person_uuid=cast.amina.uuid)]
    assert len(told) == 3
    assert "Kom **langs** met koffie." in told[0]
    with scope.acting(SYSTEM):
        done = [
            (one.count, one.what) for one in data.erase(actor=SYSTEM, person_uuid=cast.amina.uuid)
        ]
        assert done == [(1, "anonymised"), (1, "deleted"), (0, "anonymised")]
        kept = Revision.objects.get()
        assert (kept.title, kept.written_by, kept.saved_by) == ("Gelezen door allen", None, None)
        assert not Picture.objects.exists()
        assert not PrivateFile.objects.exists()
        assert kept.published_by == cast.dewi
        list(data.erase(actor=SYSTEM, person_uuid=cast.dewi.uuid))
        assert Revision.objects.get().published_by is None


def test_a_draft_is_kept_a_year(cast: Cast) -> None:
    publish(cast, begin(cast))
    begin(cast, title="Nooit af")
    entry = registries.retention["library.drafts"]
    with scope.acting(SYSTEM):
        assert entry.expire(before=clock.now()) == 0
        assert entry.expire(before=clock.now() + timedelta(seconds=1)) == 1
        assert Page.objects.count() == Revision.objects.count() == 1


def test_at_a_stop_drafts_end_and_what_is_published_stays(cast: Cast) -> None:
    publish(cast, begin(cast))
    begin(cast, title="Nooit af")
    part = registries.endings["library"]
    with scope.acting(SYSTEM):
        assert len(part.tell(cast.linde)) == 2
        assert part.act is not None
        part.act(actor=SYSTEM, network=cast.linde, what=registries.Ending.STOP)
        left = set(Revision.objects.values_list("state", flat=True))
        assert left == {State.PUBLISHED, State.SUPERSEDED}
        assert part.keep is not None
        assert list(part.keep(cast.linde)) == ["1. Het buurtterras is open"]


def test_a_page_is_found_and_linked_to_only_while_it_is_published(cast: Cast) -> None:
    made = begin(cast, audience="members")
    uuid = made.page.uuid

    def found() -> tuple[int, list[str]]:
        kind = registries.links["library.news"]
        who = [("amina", cast.actor("amina")), ("sam", cast.actor("sam"))]
        who.append(("nobody", Actor.anonymous()))
        with scope.acting(SYSTEM):
            seen = [name for name, actor in who if kind.resolve(actor, [uuid])]
            return SearchEntry.objects.filter(subject=uuid).count(), seen

    assert found() == (0, [])
    publish(cast, made)
    assert found() == (1, ["amina"])
    by(cast, "dewi", moving.take_down, page=uuid, why="")
    assert found() == (0, [])
    tool = publish(cast, begin(cast, kind="tool", title="Ons dagboek"))
    assert tool.audience == "members", "its page is for members, whatever was said"
    for_all = publish(cast, begin(cast, title="Voor iedereen"))
    uuid = for_all.page.uuid
    assert found() == (1, ["amina", "sam", "nobody"])
