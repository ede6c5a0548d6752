"""Paper: PDFs made by typst, tagged for screen readers (PDF/UA-1), in our own letter.

    pdf = render(Path(__file__).parent / "letters" / "invitation.typ", {...}, language="nl")

The template reads its data with `json(bytes(sys.inputs.data))`; data never becomes source text, so
nothing that a person typed is run. It must set a title and use the language:

    #let data = json(bytes(sys.inputs.data))
    #set document(title: data.title)
    #set text(lang: sys.inputs.language, font: "Source Sans 3")
"""

from wijknetwerk.core.pdf.render import FONTS, render

__all__ = ["FONTS", "render"]
