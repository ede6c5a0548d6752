"""Opening and closing what waits for leaders while nobody is named for worries or complaints, in
the transaction of what causes it: the first who asks or helps, the settings, who leaves."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q

from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.models import HelpSettings, Neighbour
from wijknetwerk.mutual_aid.selectors import vacancy_waits
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

_COUNT = frozenset({"coordinator", "administrator", "village_supporter"})
SYSTEM = Actor.system("mutual_aid.vacancies")


def refresh(network: "Network") -> None:
    """Both rows of this network, as things stand now."""
    for kind in (vacancy_waits.WORRIES, vacancy_waits.COMPLAINTS):
        wanted = vacancy_waits.wanted(kind, network=network)
        waiting.only_for(actor=SYSTEM, kind=kind, subject=network.uuid, wanted=wanted)


def first_one(made: Neighbour) -> None:
    """Somebody was written down: from the first on, these posts are needed."""
    if not Neighbour.objects.filter(network=made.network_id).exclude(pk=made.pk).exists():
        refresh(made.network)


def role_changed(role: Any) -> None:
    """A role began or ended: another may lead, or hear worries."""
    if role.role in _COUNT:
        refresh(role.network)


def member_left(member: Any) -> None:
    """Whoever was named takes part no more; roles are told of on their own."""
    named = Q(concerns_to=member) | Q(concerns_else=member)
    if HelpSettings.objects.filter(named, network=member.network_id).exists():
        refresh(member.network)
