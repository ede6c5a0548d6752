"""How often the mail comes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from wijknetwerk.notices.models import Rhythm

RHYTHMS = [
    (Rhythm.DAILY.value, _("Every working day|Only when there is something new.")),
    (Rhythm.WEEKLY.value, _("Once a week|On the day that you choose below.")),
    (Rhythm.NEVER.value, _("No mail|You look here yourself.")),
]
DAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]


class DigestForm(forms.Form):
    """The choice of one person."""

    rhythm = forms.ChoiceField(
        label=_("How often do you want a mail?"), choices=RHYTHMS, widget=forms.RadioSelect
    )
    weekday = forms.TypedChoiceField(label=_("On which day?"), choices=DAYS, coerce=int)
