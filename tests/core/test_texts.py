"""Markdown that people write: what it may hold, and known attacks that must do nothing."""

from html.parser import HTMLParser

import pytest

from wijknetwerk.core.texts import Shown, markdown, named_pictures, plain

pytestmark = pytest.mark.once

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<details open ontoggle=alert(1)>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<math><mtext></form><form><mglyph><svg><mtext><style><a id='</style><img onerror=x>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<base href='https://evil.example/'><form action='/x'><input name=q><button>x</button></form>",
    "<p style='position:fixed' onclick=alert(1) id=main>x</p>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#x6A;avascript&colon;alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example/)",
    "[x](/\\evil.example/)",
    "[x](\\\\evil.example)",
    "[x](https://ok.example/ \"' onmouseover='alert(1)\")",
    '[x](<https://ok.example/" onmouseover="alert(1)>)',
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "![x](https://evil.example/pixel.gif)",
    "![x](data:image/svg+xml;base64,PHN2Zy8+)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](foto:1)',
    '![x](foto:1 "a\' onload=alert(1)")',
    "[a]: javascript:alert(1)\n\n[x][a]",
    "```html\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "`<img src=x onerror=alert(1)>`",
    "|<script>|\n|-|\n|<img src=x onerror=alert(1)>|",
    "1. <b onclick=alert(1)>x</b>\n   <script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202e<script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
]
_BARE = ("p", "br", "strong", "em", "h3", "h4", "ul", "li", "blockquote", "code", "pre", "hr")
_TABLE = ("table", "thead", "tbody", "tr", "th", "td")
ALLOWED: dict[str, set[str]] = {name: set() for name in (*_BARE, *_TABLE)}
ALLOWED |= {
    "a": {"href", "rel", "title"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
}
PHOTO = {"foto:1": Shown("/kennis/foto/1/", 'Koffie "met" <taart>', 400, 300)}


class _Reader(HTMLParser):
    """Holds each element and attribute against the list, as a browser would read them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.faults.append(tag)
        for name, value in attrs:
            if name not in ALLOWED.get(tag, set()):
                self.faults.append(f"{tag} {name}")
            if name == "href" and not str(value).startswith(("https://ok.example/", "/")):
                self.faults.append(f"leads to {value}")
            if name == "href" and str(value).startswith(("//", "/\\")):
                self.faults.append(f"leads to {value}")
            if name == "src" and value != "/kennis/foto/1/":
                self.faults.append(f"shows {value}")

    def handle_comment(self, data: str) -> None:
        self.faults.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.faults.append("declaration")


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_comes_through(attack: str) -> None:
    for text in (attack, f"Dag **buur** {attack} en verder", f"> - {attack}\n\n{attack}"):
        reader = _Reader()
        reader.feed(markdown(text, pictures=PHOTO))
        reader.close()
        assert reader.faults == []


def test_what_people_write_comes_through() -> None:
    html = markdown(
        "# Groot\n\n##### Klein\n\nDag **buur**, kom *langs* op [zaterdag](/n/linde/agenda/).\n\n"
        "3. drie\n4. vier\n\n> zei zij\n\n| a | b |\n|:--|---|\n| 1 | 2 |\n\n[bel](tel:0265550123)"
    )
    assert "<h3>Groot</h3>" in html
    assert "<h4>Klein</h4>" in html, "no level is skipped"
    assert '<a href="/n/linde/agenda/" rel="nofollow noopener noreferrer">zaterdag</a>' in html
    assert '<ol start="3">' in html
    assert "<blockquote>" in html
    assert "<th>a</th>" in html
    assert 'href="tel:0265550123"' in html


def test_a_picture_shows_only_when_its_page_knows_it_and_always_with_its_own_words() -> None:
    html = markdown("![iets anders](foto:1) ![](foto:2)", pictures=PHOTO)
    assert 'alt="Koffie &quot;met&quot; &lt;taart&gt;"' in html
    assert 'width="400"' in html
    assert html.count("<img") == 1
    assert named_pictures("![iets anders](foto:1) ![](foto:2)") == ["foto:1", "foto:2"]


def test_only_the_words() -> None:
    assert plain("## Zo\n\n- **een** [twee](/x/)\n- drie\n\n![weg](foto:1)") == "Zo een twee drie"


def test_a_text_that_is_nested_to_death_is_shown_soon() -> None:
    assert len(markdown(">" * 20_000 + "x")) < 200_000
    assert "<em>" not in markdown("*" * 5_000)
    assert markdown("[" * 5_000)
