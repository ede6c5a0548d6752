"""Rendering one template to the bytes of a PDF."""

import json
from pathlib import Path
from typing import Any

import typst
from django.core.serializers.json import DjangoJSONEncoder

FONTS = Path(__file__).resolve().parent.parent / "fonts"


def render(template: Path, data: dict[str, Any], *, language: str) -> bytes:
    """The PDF of a typst template. The same data give the same bytes; no clock is asked.

    Dates come in as words, made by the caller in the reader's language. Pictures come in as text
    too (an SVG string), because the template reads only its own folder.
    """
    pdf = typst.compile(
        str(template),
        root=str(template.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={
            "data": json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True),
            "language": language,
        },
        pdf_standards="ua-1",
        timestamp=0,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gave no single document")
    return pdf
