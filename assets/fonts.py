"""Make the font files: two for the browser (woff2), two for PDFs (TTF, which typst reads).

    python assets/fonts.py      needs fonttools[woff] and `npm ci` in this folder

The latin file goes over untouched. The latin-ext file is cut to the letters of European names,
so that one such name costs a phone few bytes.
"""

import sys
from pathlib import Path
from shutil import copyfile

from fontTools import subset

HERE = Path(__file__).parent
CORE = HERE.parent / "src" / "wijknetwerk" / "core"
WEB = HERE / "node_modules/@fontsource-variable/source-sans-3/files"
TTF = HERE / "node_modules/source-sans/TTF"
EUROPEAN_NAMES = "U+0100-017F,U+0218-021B,U+1E9E"
ON_PAPER = f"U+0020-00FF,{EUROPEAN_NAMES},U+2010-2026,U+2030,U+2039-203A,U+20AC,U+2190-2193,U+2212"


def cut(source: Path, target: Path, unicodes: str, flavor: str | None = None) -> None:
    """Write the part of a font that these characters need."""
    arguments = [str(source), f"--output-file={target}", f"--unicodes={unicodes}"]
    arguments.append("--layout-features=kern,liga,mark,mkmk,ccmp,locl,tnum,lnum")
    if flavor:
        arguments.append(f"--flavor={flavor}")
    subset.main(arguments)
    sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")


def main() -> None:
    """Write all four, and the licence beside the TTF files."""
    web, paper = CORE / "static/core/fonts", CORE / "fonts"
    web.mkdir(parents=True, exist_ok=True)
    paper.mkdir(parents=True, exist_ok=True)
    copyfile(WEB / "source-sans-3-latin-wght-normal.woff2", web / "source-sans-3-latin.woff2")
    extended = WEB / "source-sans-3-latin-ext-wght-normal.woff2"
    cut(extended, web / "source-sans-3-latin-ext.woff2", EUROPEAN_NAMES, "woff2")
    for weight in ("Regular", "Bold"):
        cut(TTF / f"SourceSans3-{weight}.ttf", paper / f"SourceSans3-{weight}.ttf", ON_PAPER)
    copyfile(TTF.parent / "LICENSE.md", paper / "LICENCE-source-sans-3.txt")


if __name__ == "__main__":
    main()
