"""Keep the Dutch texts complete: `python -m tools.translations update` or `check`.

`update` collects every text of the code into the catalog, drops what the code no longer has, and
compiles. `check` changes nothing; it fails, and names the first ten, when a text has no Dutch, a
doubtful one, one that nothing uses, or one whose placeholders differ.
"""

import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "wijknetwerk"
CATALOG = SOURCE / "locale" / "nl" / "LC_MESSAGES" / "django.po"
LAZY = (
    "gettext_lazy",
    "ngettext_lazy:1,2",
    "pgettext_lazy:1c,2",
    "npgettext_lazy:1c,2,3",
    "gettext_noop",
)
HEADER = "# The Dutch texts of Wijknetwerk, at level B1. `make messages` keeps this file in shape."
PLACEHOLDER = re.compile(r"%\(\w+\)[sdf]|%[sd]|\{\w*\}")
SHOWN = 10


def collected() -> Catalog:
    """Every translatable text of the code."""
    with (ROOT / "tools" / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    template = Catalog()
    found = extract_from_dir(
        SOURCE,
        method_map=methods,
        options_map=options,
        keywords={**DEFAULT_KEYWORDS, **parse_keywords(LAZY)},
        comment_tags=("Translators:",),
    )
    for _path, _line, text, comments, context in found:
        template.add(text, None, auto_comments=comments, context=context)
    return template


def translated(path: Path = CATALOG) -> Catalog:
    """The Dutch catalog as it stands, empty when there is none yet."""
    if not path.exists():
        return Catalog(locale="nl", domain="django", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale="nl", domain="django")


def update(path: Path = CATALOG) -> None:
    """Bring the catalog in line with the code, keep its translations, compile it."""
    catalog = translated(path)
    catalog.update(collected(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.header_comment = HEADER
    catalog.fuzzy = False  # Babel's compile command skips a catalog whose header is marked so
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=98, no_location=True, sort_output=True, ignore_obsolete=True)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalog)


def faults(template: Catalog, catalog: Catalog) -> list[str]:
    """What is wrong with the catalog, one line for each text."""
    missing = [fault for wanted in template if wanted.id and (fault := _fault(wanted, catalog))]
    unused = [
        f"nothing uses: {_name(message)}"
        for message in catalog
        if message.id and template.get(_first(message), message.context) is None
    ]
    return missing + unused + [f"nothing uses: {_first(old)}" for old in catalog.obsolete.values()]


def _fault(wanted: Message, catalog: Catalog) -> str | None:
    message = catalog.get(_first(wanted), wanted.context)
    if message is None or not all(_forms(message.string)):
        return f"no Dutch for: {_name(wanted)}"
    if message.fuzzy:
        return f"doubtful (fuzzy): {_name(wanted)}"
    if not _placeholders_agree(wanted, message):
        return f"placeholders differ: {_name(wanted)}"
    return None


def _placeholders_agree(wanted: Message, message: Message) -> bool:
    """All must be there; the form for one may say 'one' in words instead of a number."""
    allowed = {name for text in _forms(wanted.id) for name in PLACEHOLDER.findall(text)}
    used = [set(PLACEHOLDER.findall(text)) for text in _forms(message.string)]
    return all(names <= allowed for names in used) and used[-1] == allowed


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _first(message: Message) -> str:
    return _forms(message.id)[0]


def _name(message: Message) -> str:
    context = f"[{message.context}] " if message.context else ""
    return f"{context}{_first(message)!r}"


def check() -> int:
    """Say what is wrong and return the exit code."""
    template = collected()
    catalog = translated()
    found = faults(template, catalog)
    if catalog.fuzzy:
        found.insert(0, "the whole catalog is marked doubtful (fuzzy), so installing skips it")
    for line in found[:SHOWN]:
        print(line)
    if len(found) > SHOWN:
        print(f"... and {len(found) - SHOWN} more")
    if found:
        print("Run `make messages`, then complete src/wijknetwerk/locale/nl.")
        return 1
    print(f"All {len(template)} texts have their Dutch.")
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update()
    elif sys.argv[1:] != ["check"]:
        sys.exit("Usage: python -m tools.translations update|check")
    sys.exit(check())
