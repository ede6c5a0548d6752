"""The exact sentences to which a teller says yes; kept with each yes, with their hash."""

from django.utils.translation import gettext as _

from wijknetwerk.voices.models import Reach


def sentence_of(reach: str, *, named: bool) -> str:
    """What is read before saying how far it may go, in the reader's language."""
    if reach == Reach.OWN:
        return reach_sentence(reach)
    name = _("Your name as you say it stands with it.") if named else _("No name stands with it.")
    return f"{reach_sentence(reach)} {name}"


def reach_sentence(reach: str) -> str:
    """The part about who can read it."""
    said = {
        Reach.OWN: _(
            "Only you can read this, and who wrote it down for you. You can have it erased at"
            " any moment."
        ),
        Reach.NETWORK: _(
            "Everybody who takes part in this network can read this. You can change that or take"
            " it back at any moment."
        ),
        Reach.EVERYBODY: _(
            "Everybody can read this, also on the internet. You can change that or take it back"
            " at any moment."
        ),
    }
    return said[Reach(reach)]
