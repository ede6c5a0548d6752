"""The Dutch of the screens stays plain: short sentences, 'u', and no words of the trade.

What a machine can't see (is it warm, is it clear) people have to read; this keeps the rest.
"""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Message

from tools import translations

LONGEST_SENTENCE = 20
SENTENCE_END = re.compile(r"[.!?|\n]+(?=\s|$)|[|\n]")
PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd]|\{\w*\}")

# Words that residents don't use, and what our screens say instead.
FORBIDDEN = {
    "match": "wie regelt dit, een kennismaking",
    "matchen": "wie regelt dit, een kennismaking",
    "nazorg": "het gaat-het-goed-belletje",
    "casus": "situatie",
    "toestemmingspaspoort": "wie mag wat zien",
    "noodknop": "-",
    "keukentafelgesprek": "overleg bij u thuis",
    "mdo": "overleg met iedereen die helpt",
    "cliënt": "bewoner",
    "participatie": "meedoen",
    "interventie": "wat wij doen",
    "escaleren": "hulp vragen bij een ander",
    "e-mailtje": "e-mail",
    "bijv": "bijvoorbeeld",
    "d.w.z": "dat is",
    "m.b.t": "over",
    "i.v.m": "door",
    "t.b.v": "voor",
    "o.a": "onder meer",
    "evt": "misschien",
    "middels": "met",
    "teneinde": "om",
    "dient": "moet",
    "dienen": "moeten",
    "gaarne": "graag",
    "indien": "als",
    "tevens": "ook",
}
TOO_FAMILIAR = ("je", "jij", "jou", "jouw", "jullie", "jezelf")
SAME_IN_BOTH = {
    "Begin",
    "Begin: %(step)s",
    "Browser",
    "Code",
    "Contact",
    "Filter",
    "Home",
    "Privacy",
    "Route",
    "Stop",
    "Website",
    "code",
    "in",
    "professional",
    "website",
}


def messages() -> Iterator[Message]:
    for message in translations.translated():
        if message.id:
            yield message


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text or ""] if isinstance(text, str | None) else list(text)


def dutch() -> Iterator[str]:
    for message in messages():
        yield from forms(message.string)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text; a placeholder counts as one word, whatever it becomes."""
    yield from SENTENCE_END.split(PLACEHOLDER.sub("x", text))


def has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def test_there_is_dutch_to_read() -> None:
    assert sum(1 for _ in dutch()) > 1000


def test_sentences_are_short() -> None:
    long = [
        sentence.strip()
        for text in dutch()
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


@pytest.mark.parametrize("word", FORBIDDEN)
def test_words_that_residents_do_not_use(word: str) -> None:
    assert [text for text in dutch() if has_word(text, word)] == []


@pytest.mark.parametrize("word", TOO_FAMILIAR)
def test_the_reader_is_u(word: str) -> None:
    assert [text for text in dutch() if has_word(text, word)] == []


def test_no_text_is_left_in_english() -> None:
    same = {
        english
        for message in messages()
        for english, own in zip(forms(message.id), forms(message.string), strict=True)
        if english == own and PLACEHOLDER.sub("", english).strip(" .:·")
    }
    assert same <= SAME_IN_BOTH, same - SAME_IN_BOTH


def test_placeholders_stand_apart_from_words() -> None:
    """A name glued to a word is a typing error: 'van%(name)s'."""
    glued = re.compile(r"\w%\(|%\(\w+\)[sdf]\w")
    assert [text for text in dutch() if glued.search(text)] == []


def test_no_double_spaces_or_loose_ends() -> None:
    assert [text for text in dutch() if "  " in text or text != text.strip(" ")] == []
