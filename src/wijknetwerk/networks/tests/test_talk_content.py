"""The questions of the kernteam talk: whole, the same in both languages, short."""

import re

import pytest

from wijknetwerk.networks.team_talk import TalkContent, content_in

LONGEST_SENTENCE = 15
# Block 12.2 of the facts, by part: how many things each part asks at least.
WANTED = {"a": 7, "b": 6, "c": 7, "d": 7}


def texts(content: TalkContent) -> list[str]:
    found = [content.source_title, content.source_where]
    for part in content.parts:
        found += [part.title, part.intro, part.start]
        for question in part.questions:
            found += [question.text, question.why, question.hint]
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_part_asks_all_that_the_source_asks_and_nothing_is_empty(language: str) -> None:
    content = content_in(language)
    assert {part.code: len(part.questions) for part in content.parts} == WANTED
    assert all(text.strip() for text in texts(content))
    codes = [question.code for question in content.questions]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-d]-[a-z]+", code) for code in codes)
    assert all(question.text.endswith("?") for question in content.questions)


def test_both_languages_ask_the_same_in_the_same_order() -> None:
    one, other = content_in("nl"), content_in("en")
    assert [q.code for q in one.questions] == [q.code for q in other.questions]
    assert [p.code for p in one.parts] == [p.code for p in other.parts]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_is_longer_than_fifteen_words(language: str) -> None:
    for text in texts(content_in(language)):
        for sentence in re.split(r"(?<=[.!?:])\s+", text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
