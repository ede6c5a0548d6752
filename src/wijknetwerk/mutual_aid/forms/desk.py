"""The filters of the desk, which stand in the address; and handing it over."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.choices import offer
from wijknetwerk.mutual_aid.kinds import shipped
from wijknetwerk.mutual_aid.selectors.desk import Asked
from wijknetwerk.mutual_aid.selectors.desk_rows import SECTIONS


class FilterForm(forms.Form):
    """What to leave out. Nonsense in the address is left aside, never an error."""

    q = forms.CharField(max_length=80, required=False)
    kind = forms.ChoiceField(label=_("Kind of help"), required=False)
    pc4 = forms.RegexField(
        r"^[1-9][0-9]{3}$",
        label=_("First four digits of the postcode"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4, "size": 4}),
    )
    urgent = forms.BooleanField(label=_("Only what is urgent"), required=False)
    mine = forms.BooleanField(label=_("Only what I noted"), required=False)
    state = forms.ChoiceField(choices=[(code, code) for code in SECTIONS], required=False)
    page = forms.CharField(max_length=8, required=False)

    def __init__(self, said: QueryDict) -> None:
        super().__init__(said)
        first = [(code, kind.title) for code, kind in shipped().items() if "." not in code]
        offer(self, "kind", [("", _("All kinds")), *first])

    def asked(self) -> Asked:
        """What is asked, without what can't be."""
        self.is_valid()
        return Asked(**self.cleaned_data)
