"""Every event about a person has plain words, so that 'Wie keek mee' never has to be vague."""

import re
from pathlib import Path

from wijknetwerk.core import registries

SOURCE = Path(__file__).resolve().parents[2]


def events_about_people() -> set[str]:
    found = set()
    for path in SOURCE.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for match in re.finditer(
            r"log\.(?:record|look)\((?:[^()]|\([^()]*\))*\)", path.read_text()
        ):
            event = re.search(r'"([a-z_]+\.[a-z_]+)"', match.group())
            if event and "client=" in match.group():
                found.add(event.group(1))
    return found


def test_each_event_about_a_person_has_its_words() -> None:
    found = events_about_people()
    assert len(found) > 20
    assert found - set(registries.event_words) == set()
