"""Papers and files as the answer to a request: one place for their headers.

Whether making one is noted is said by its view (`log.look`), before the paper is made.
"""

from django.http import HttpResponse
from django.utils.text import slugify

PDF = "application/pdf"


def pdf(content: bytes, name: str, *, to_keep: bool = False) -> HttpResponse:
    """A PDF with a file name of its own ('lijst' becomes lijst.pdf). It opens in the browser, or
    is saved at once when it can't be made a second time (`to_keep`)."""
    return document(content, PDF, f"{slugify(name)}.pdf", to_keep=to_keep)


def document(content: bytes, kind: str, file_name: str, *, to_keep: bool = True) -> HttpResponse:
    """A file of another kind, saved unless it may open in the browser. The name is ours: letters,
    numbers, hyphens. Pages that are not public are never kept on the way (`core.pages.page`)."""
    answer = HttpResponse(content, content_type=kind)
    how = "attachment" if to_keep else "inline"
    answer["Content-Disposition"] = f'{how}; filename="{file_name}"'
    return answer
