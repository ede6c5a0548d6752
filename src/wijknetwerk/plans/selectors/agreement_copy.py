"""One agreement as plain text, for somebody's own file."""

from django.utils.translation import gettext as _

from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import Agreement
from wijknetwerk.plans.selectors.agreements import as_shown


def who_for_a_file(row: Agreement) -> str:
    """Who does it, for the file of a party: by name and party who is there for their work, the
    resident's own people by what they are to them."""
    if row.place is None:
        return _("somebody else") if row.owner == "named" else _("the resident")
    if row.place.organisation is not None and row.place.membership is not None:
        return f"{row.place.membership.person.name}, {row.place.organisation}"
    return str(row.place.get_role_display())


def block_to_copy(hand: Hand, row: Agreement) -> str:
    """Plain text for somebody's own file: what, who, when, how it stands. No name of the resident
    or their own people: the file knows whose it is."""
    agreed = as_shown(hand, row)
    lines = [
        _("Agreement: %(what)s") % {"what": agreed.what},
        _("Who: %(who)s") % {"who": who_for_a_file(row)},
        _("Before or on: %(day)s") % {"day": agreed.due_on.strftime("%d-%m-%Y")},
        _("How it stands: %(state)s") % {"state": agreed.state_words},
    ]
    if agreed.done_on:
        lines.append(_("Done on: %(day)s") % {"day": agreed.done_on.strftime("%d-%m-%Y")})
    return "\n".join(lines)
