"""What the component page at /onderdelen/ shows: one form, as it is and with faults in it.

Only in development. The words are Dutch because they are the example itself, not the product's.
"""

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.safestring import SafeString

from wijknetwerk.core.date_parts import DateInPartsField

QR = SafeString(
    '<svg viewBox="0 0 21 21"><path fill="#fff" d="M0 0h21v21H0z"/>'
    '<path d="M0 0h7v7H0zM14 0h7v7h-7zM0 14h7v7H0zM9 2h2v3H9zM9 9h3v4H9zM14 10h5v2h-5z'
    'M10 16h6v3h-6z"/><path fill="#fff" d="M1 1h5v5H1z'
    'M15 1h5v5h-5zM1 15h5v5H1z"/><path d="M2 2h3v3H2zM16 2h3v3h-3zM2 16h3v3H2z"/></svg>'
)


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(
        label="Hoe heet uw wijknetwerk?",
        help_text="Vaak is dat de naam van de wijk of het dorp.",
        max_length=80,
        error_messages={"required": "Vul een naam in."},
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"invalid": "Hier ontbreekt iets, bijvoorbeeld een @."},
    )
    place = forms.ChoiceField(
        label="In welke gemeente?",
        choices=[("", "Kies een gemeente"), ("GM0202", "Arnhem"), ("GM0828", "Oss")],
        error_messages={"required": "Kies een gemeente."},
    )
    why = forms.CharField(
        label="Waarom begint u?",
        widget=forms.Textarea,
        help_text="Een paar zinnen is genoeg.",
        error_messages={"required": "Schrijf in een paar woorden waarom."},
    )
    role = forms.ChoiceField(
        label="Wat bent u in de wijk?",
        widget=forms.RadioSelect,
        choices=[
            ("resident", "Bewoner"),
            ("volunteer", "Vrijwilliger"),
            ("coordinator", "Kartrekker|Trekt het netwerk en verbindt mensen"),
        ],
        error_messages={"required": "Kies wat het beste past."},
    )
    energy = forms.MultipleChoiceField(
        label="Waar krijgt u energie van?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("new", "Iets nieuws bedenken"), ("join", "Mensen bij elkaar brengen")],
    )
    first_on = DateInPartsField(
        label="Wanneer is de eerste bijeenkomst?", help_text="Bijvoorbeeld 3 12 2026."
    )
    photo = forms.FileField(
        label="Een foto van de wijk", required=False, help_text="Niet groter dan 5 MB."
    )
    found = forms.BooleanField(
        label="Iedereen in de wijk mag dit netwerk vinden",
        help_text="U kunt dit later veranderen.",
        error_messages={"required": "Zet een vinkje als u dit goed vindt."},
    )


def component_page() -> dict[str, Any]:
    """The context of core/components_page.html."""
    wrong = SampleForm(
        {"email": "hanneke", "energy": ["new"], "first_on_0": "31", "first_on_1": "2"},
        auto_id="id_wrong_%s",
    )
    return {
        "form": SampleForm(),
        "form_wrong": wrong,
        "page": Paginator(range(400), 20).page(3),
        "today": date(2026, 12, 3),
        "qr_svg": QR,
    }
