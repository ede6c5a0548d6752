"""Words and stems of a text, for finding: 'fietsen' finds 'gefietst' or 'fiets' as far as the
Snowball stemmer knows, 'cafe' finds 'café'. The index keeps stems, so that changing this file asks
for `wijknetwerk rebuild-search`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

LONGEST = 32

# Words that stand in nearly every text and say nothing of what it is about.
_STOP_WORDS = {
    "nl": """aan al als alle ben bent bij dan dat de deze die dit door een en er had hebben heb hebt
        heeft het hier hij hoe ik in is je jij jou jouw kan maar me meer met mij mijn naar niet nog
        nu of om ons onze ook op over te toch tot u uit uw van veel voor waar want waren was wat we
        wel werd wie wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou""",
    "en": """a about all also am an and are as at be been but by can do for from had has have he her
        his how i if in is it its me more my not of on or our out she so than that the their them
        then there they this to up us was we were what when where which who will with you your""",
}
STOP_WORDS = {language: frozenset(listed.split()) for language, listed in _STOP_WORDS.items()}
# What the stemmer doesn't bring together, and neighbours do say: (folded) word, the word it is.
_SAME = {
    "kinderen": "kind", "ideeen": "idee", "eenzame": "eenzaam", "eenzamen": "eenzaam",
    "financien": "financieel", "zieke": "ziek", "zieken": "ziek",
}  # fmt: skip
_SNOWBALL = {"nl": "dutch", "en": "english"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def fold(text: str) -> str:
    """Lower case without diacritics and apostrophes: only letters and digits are left as such."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in bare if not unicodedata.combining(c) and c not in "'’")


def words(text: str) -> Iterator[re.Match[str]]:
    """Each word of a text with where it stands."""
    return _WORD.finditer(text)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "nl") -> str:
    """The stem of one word, folded; empty for a stop word. A language without stemmer is Dutch."""
    language = language if language in _SNOWBALL else "nl"
    folded = fold(word)
    if folded in STOP_WORDS[language]:
        return ""
    return _shortest(_SAME.get(folded, folded), language)[:LONGEST]


def _shortest(word: str, language: str) -> str:
    """Stemmed until it changes no more: 'fietsen' gives 'fiets', but 'fiets' gives 'fiet'."""
    stemmer = snowballstemmer.stemmer(_SNOWBALL[language])
    for _again in range(3):
        shorter = str(stemmer.stemWord(word))
        if shorter == word:
            break
        word = shorter
    return word


def stems(text: str, language: str = "nl") -> list[str]:
    """The stems of a text in order, without stop words."""
    found = (stem(match.group(), language) for match in words(text))
    return [one for one in found if one]
