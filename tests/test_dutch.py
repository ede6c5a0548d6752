"""The Dutch of the screens stays plain: short sentences, 'u', and no words of the trade.

What a machine can't see (is it warm, is it clear) people have to read; this keeps the rest.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import allauth
import django
import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.utils import translation

from tools import translations
from wijknetwerk.core import borrowed_texts

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
    "Week",
    "plan",
    "Document",
    "document",
    "%(who)s, %(day)s",
    "open",
    "Agenda",
    "E-mail",
    "Begin",
    "Begin: %(step)s",
    "Browser",
    "CSV",
    "Excel",
    "Helpers",
    "helper",
    "%(num)s helper",
    "%(num)s helpers",
    "%(number)s km",
    "Code",
    "Contact",
    "Filter",
    "Passkey",
    "Passkeys",
    "%(count)s passkey",
    "%(count)s passkeys",
    "Home",
    "Postcode",
    "Privacy",
    "Route",
    "Team",
    "Teams",
    "Website",
    "code",
    "in",
    "postcode",
    "professional",
    "professionals",
    "teams",
    "team",
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


def borrowed() -> set[str]:
    """The texts of `borrowed_texts`, for one and for many, as they stand in the file."""
    tree = ast.parse(Path(borrowed_texts.__file__).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    values = [arg.value for call in calls for arg in call.args if isinstance(arg, ast.Constant)]
    return {value for value in values if isinstance(value, str) and " " in value}


def of_libraries() -> set[str]:
    """What Django and django-allauth name as translatable."""
    django_root, allauth_root = Path(django.__file__).parent, Path(allauth.__file__).parent
    files = [
        django_root / "conf" / "locale" / "en" / "LC_MESSAGES" / "django.po",
        django_root / "contrib" / "auth" / "locale" / "en" / "LC_MESSAGES" / "django.po",
        allauth_root / "locale" / "nl" / "LC_MESSAGES" / "django.po",
    ]
    found: set[str] = set()
    for file in files:
        with file.open("rb") as opened:
            found.update(form for message in read_po(opened) for form in forms(message.id))
    return found


def test_borrowed_texts_are_exactly_those_of_the_libraries() -> None:
    assert len(borrowed()) > 30
    assert borrowed() - of_libraries() == set()


def test_our_dutch_goes_before_that_of_the_libraries() -> None:
    with translation.override("nl"):
        assert translation.gettext("This field is required.") == "Vul dit nog in."
