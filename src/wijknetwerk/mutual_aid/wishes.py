"""What can matter to who asks, and what a helper says is no problem: one closed list of codes.

Who asks ticks what holds ('there is a dog'); only helpers who said that it is no problem are
thought of. Nothing here says who somebody is by origin, faith or health.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# code: (as the asker reads it, as the helper reads it)
WISHES: dict[str, tuple[str | Promise, str | Promise]] = {
    "dog": (_("There is a dog"), _("A dog is no problem")),
    "cat": (_("There is a cat"), _("A cat is no problem")),
    "smoke": (_("There is smoking inside"), _("Smoke is no problem")),
    "stairs": (_("There are stairs, and no lift"), _("Stairs are no problem")),
    "lifting": (_("Something heavy must be lifted"), _("I can lift something heavy")),
    "car": (_("A car is needed"), _("I have a car")),
    "wheelchair": (_("I use a wheelchair or walker"), _("I can walk along with a wheelchair")),
    "children": (_("There are young children"), _("Young children are no problem")),
    "woman": (_("I would like a woman to come"), _("I am a woman")),
    "man": (_("I would like a man to come"), _("I am a man")),
    "met": (_("Somebody of the desk comes along the first time"), _("The desk may come along")),
}


def known(codes: list[str]) -> list[str]:
    """The codes of the list that exist, once each, in the list's order."""
    return [code for code in WISHES if code in codes]
