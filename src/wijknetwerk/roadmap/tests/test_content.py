"""The content passes its own check, and the check finds each fault that is planted."""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.cast import SYSTEM
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.roadmap import content_check, content_files, selectors, services
from wijknetwerk.roadmap.content_files import FOLDER
from wijknetwerk.roadmap.models import ContentVersion, Phase, Source, Step

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content to plant faults in."""
    copy = tmp_path / "content"
    shutil.copytree(FOLDER, copy)
    return copy


def _plant(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _load(folder: Path = FOLDER) -> services.Loaded:
    with scope.acting(SYSTEM):
        return services.load_content(actor=SYSTEM, folder=folder)


def test_the_content_passes_its_own_check() -> None:
    files = content_files.read()
    assert content_check.faults(files) == []
    assert [r.code for r in files.of("phases", "nl")] == ["explore", "shape", "deepen", "anchor"]
    assert len(files.of("factors", "nl")) == 8
    for phase in ("explore", "shape", "deepen", "anchor"):
        steps = [s for s in files.of("steps", "nl") if s.values["phase"] == phase]
        assert len(steps) >= 5


PLANTED: list[tuple[str, str, str, str]] = [
    ("steps.shape.nl.toml", 'place = "voices"', 'place = "attic"', "not a known place"),
    ("steps.shape.nl.toml", 'factors = ["coordinator"]', 'factors = ["luck"]', "'luck'"),
    ("steps.shape.nl.toml", 'source = "R1"', 'source = "R9"', "'R9' is not one of the sources"),
    ("steps.shape.nl.toml", 'phase = "shape"', 'phase = "dream"', "'dream' is not one of"),
    ("steps.shape.nl.toml", 'duration = "zes weken"', "", "'duration' is missing"),
    ("steps.shape.nl.toml", 'duration = "zes weken"', 'duration = " "', "is empty"),
    ("steps.shape.en.toml", 'code = "shape-coordinator"', 'code = "shape-boss"', "missing in"),
    ("steps.shape.nl.toml", 'duration = "zes weken"', 'duration = "6"\nx = "y"', "not a field"),
    ("factors.nl.toml", 'code = "start-small"', 'code = "take-time"', "stands there twice"),
    ("readers.nl.toml", 'recommendation = "1a"', 'recommendation = "9z"', "'9z'"),
    ("recommendations.nl.toml", 'group = "1"', 'group = "7"', "'7' is not one of the groups"),
    ("phases.nl.toml", 'version = "2026-11"', 'version = "2026-12"', "differs from"),
    ("phases.en.toml", 'language = "en"', 'language = "fr"', "'language' is not 'en'"),
    ("phases.nl.toml", "[[phases]]", "[[phases]", "can't be read"),
    ("sources.nl.toml", "[[sources]]", "[[books]]", "unknown list 'books'"),
    ("checks.nl.toml", 'group = "stop"', 'group = "luck"', "'luck' is not one of stop"),
    ("checks.nl.toml", 'group = "stop"', 'group = "people"', "4 stop signs and 13 points"),
    ("checks.en.toml", 'code = "horizon"', 'code = "far"', "does not follow the success factors"),
    ("checks.en.toml", 'steps = ["anchor-lasting-money"]', 'steps = ["x"]', "'x' is not one of"),
    ("steps.shape.nl.toml", 'duration = "zes weken"', f'duration = "{"w " * 21}"', "of 21 words"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), PLANTED, ids=lambda part: str(part)[:25])
def test_each_planted_fault_is_found_and_named(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    _plant(folder, file, old, new)
    faults = content_check.faults(content_files.read(folder))
    assert any(said in fault and ".toml" in fault for fault in faults), faults


def test_a_phase_with_four_steps_is_a_fault(folder: Path) -> None:
    for language in ("nl", "en"):
        path = folder / f"steps.anchor.{language}.toml"
        head, *steps = path.read_text(encoding="utf-8").split("[[steps]]")
        path.write_text("[[steps]]".join([head, *steps[:4]]), encoding="utf-8")
    faults = content_check.faults(content_files.read(folder))
    assert [f for f in faults if "has 4 steps" in f and f.startswith("steps.anchor.nl.toml")]


def test_lists_of_another_length_in_the_other_language_are_a_fault(folder: Path) -> None:
    _plant(folder, "steps.shape.en.toml", "how = [", 'how = [\n  "One more.",')
    faults = content_check.faults(content_files.read(folder))
    assert [f for f in faults if f.startswith("steps.shape.en.toml: shape-residents-tell: 'how'")]


def test_nothing_is_stored_when_something_is_wrong(folder: Path) -> None:
    _plant(folder, "steps.shape.nl.toml", 'place = "voices"', 'place = "attic"')
    with pytest.raises(services.ContentFaults) as caught:
        _load(folder)
    assert caught.value.faults == [
        "steps.shape.nl.toml: shape-residents-tell: 'place': 'attic' is not a known place",
        "steps.shape.en.toml: shape-residents-tell: 'place': differs from 'nl'",
    ]
    assert not ContentVersion.objects.exists()
    assert not Step.objects.exists()


def test_the_command_names_the_fault_and_fails(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _plant(folder, "factors.nl.toml", 'title = "Begin klein"', 'title = ""')
    with pytest.raises(CommandError, match=r"factors\.nl\.toml: start-small: 'title': is empty"):
        call_command("load_content", folder=folder)
    call_command("load_content")
    call_command("load_content")
    said = capsys.readouterr().out
    assert "loaded." in said
    assert "already in use" in said


def test_loading_twice_changes_nothing() -> None:
    assert _load().changed
    again = _load()
    assert not again.changed
    assert ContentVersion.objects.count() == 1
    with scope.acting(SYSTEM):
        assert LogEntry.objects.filter(event="roadmap.content_loaded").count() == 1


def test_a_change_is_told_and_the_old_text_stays_readable(folder: Path) -> None:
    _load()
    _plant(folder, "steps.shape.nl.toml", 'duration = "zes weken"', 'duration = "acht weken"')
    for language in ("nl", "en"):
        _plant(
            folder,
            f"steps.shape.{language}.toml",
            'code = "shape-neighbourhood-profile"',
            'code = "shape-figures"',
        )
    done = _load(folder)
    assert done.added == ["steps shape-figures"]
    assert done.gone == ["steps shape-neighbourhood-profile"]
    assert done.reworded == ["steps shape-residents-tell"]
    assert not selectors.is_step("shape-neighbourhood-profile")
    old = selectors.step_of_old("shape-neighbourhood-profile")
    assert old is not None
    assert old.title == "Bekijk samen cijfers over de wijk"
    assert selectors.content("nl").step_by_code["shape-residents-tell"].duration == "acht weken"


def test_going_back_to_earlier_content_puts_that_version_in_use_again(folder: Path) -> None:
    _load()
    first = ContentVersion.objects.get(is_current=True)
    _plant(folder, "steps.shape.nl.toml", 'duration = "zes weken"', 'duration = "acht weken"')
    _load(folder)
    _load()
    assert ContentVersion.objects.get(is_current=True) == first
    assert ContentVersion.objects.count() == 2


def test_the_order_is_that_of_the_files_and_phases() -> None:
    _load()
    content = selectors.content("nl")
    assert [step.phase for step in content.steps] == sorted(
        (step.phase for step in content.steps),
        key=[phase.code for phase in content.phases].index,
    )
    assert Phase.objects.filter(language="en").count() == 4
    assert Source.objects.filter(language="nl").count() == 5


def test_reading_asks_one_small_query_once_it_is_in_memory(
    count_queries: Callable[[], object],
) -> None:
    _load()
    selectors.content("nl")
    with count_queries() as asked:  # type: ignore[attr-defined]
        selectors.content("nl")
    assert asked.count == 1


def test_every_step_and_phase_that_example_progress_refers_to_exists() -> None:
    files = content_files.read()
    steps = {record.code for record in files.of("steps", "nl")}
    phases = {record.code for record in files.of("phases", "nl")}
    example = Path(content_files.__file__).parents[1] / "networks" / "example"
    routes = sorted(example.glob("*.route.toml"))
    assert routes
    for path in routes:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        assert {row["step"] for row in told["progress"]} <= steps, path.name
        assert {row["phase"] for row in told.get("phase_words", [])} <= phases, path.name
