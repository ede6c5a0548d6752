"""The parts of a stop that networks bring themselves. Higher apps register theirs (rule N6)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core import clock, log, registries
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.networks.models import (
    AskState,
    Handover,
    HandoverState,
    Invitation,
    InvitationState,
    Membership,
    MembershipRole,
    Network,
    Partner,
    Team,
    TeamAsk,
    TeamStatus,
    Visibility,
    WhereNext,
    within,
)
from wijknetwerk.networks.services import team_asks

PEOPLE, PLACES, TEAMS = "people", "places", "teams"
ROLES, PAGE, PAPERS = "roles", "page", "papers"


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.networks import keeping, stop_waiting
    from wijknetwerk.networks.services.pausing import resting_networks

    keeping.register_ending()
    stop_waiting.register()
    registries.provide_resting(resting_networks)
    for code, order, title, question, tell, keep in _PARTS:
        act = _end_teams if code == TEAMS else None
        endings.register(code, EndingPart(title, order, tell, act, question, keep))


def _people(network: Network) -> Sequence[str | Promise]:
    rows = Membership.objects.filter(within(clock.today()), network=network)
    members = rows.count()
    without = rows.filter(person__email=None).count()
    said = [ngettext("One person takes part.", "%(num)s people take part.", members)]
    if without:
        said.append(
            ngettext(
                "One of them has no e-mail. Call or visit.",
                "%(num)s of them have no e-mail. Call or visit.",
                without,
            )
        )
    numbers = (members, without)
    return [text % {"num": number} for text, number in zip(said, numbers, strict=False)]


def _places(network: Network) -> Sequence[str | Promise]:
    count = WhereNext.objects.filter(network=network, stop__state="open").count()
    if not count:
        return [_("You named no place yet.")]
    return [ngettext("You named one place.", "You named %(num)s places.", count) % {"num": count}]


def _roles(network: Network) -> Sequence[str | Promise]:
    today = clock.today()
    roles = MembershipRole.objects.filter(
        within(today), within(today, "membership__"), network=network
    ).count()
    handed = Handover.objects.filter(network=network, state=HandoverState.ASKED).count()
    asked = Invitation.objects.filter(network=network, state=InvitationState.OPEN).count()
    said = [
        (roles, ngettext("One role ends that day.", "%(num)s roles end that day.", roles)),
        (handed, ngettext("One handover waits.", "%(num)s handovers wait.", handed)),
        (asked, ngettext("One invitation waits.", "%(num)s invitations wait.", asked)),
    ]
    return [text % {"num": number} for number, text in said if number]


def _teams(network: Network) -> Sequence[str | Promise]:
    count = Team.objects.filter(network=network, until_on=None).count()
    if not count:
        return []
    return [
        ngettext("One team ends that day.", "%(num)s teams end that day.", count) % {"num": count}
    ]


def _end_teams(*, actor: Actor, network: Network, what: Ending) -> None:
    """Teams end before their people do, so that nobody is asked to take a place over."""
    if what is not Ending.STOP:
        return
    today = clock.today()
    rows = Team.objects.select_for_update(of=("self",)).filter(network=network, until_on=None)
    for team in rows.order_by("pk"):
        team.status, team.until_on = TeamStatus.ENDED, max(team.from_on, today)
        team.save(update_fields=["status", "until_on"])
        team_asks.close_all(TeamAsk.objects.filter(team=team), AskState.WITHDRAWN)
        log.record(actor, "networks.team_ended", team)


def _teams_kept(network: Network) -> Mapping[str, Any]:
    rows = Team.objects.filter(network=network).order_by("from_on", "pk")
    return {f"{number}. {row.name}": row.purpose for number, row in enumerate(rows, 1)}


def _page(network: Network) -> Sequence[str | Promise]:
    if network.visibility == Visibility.PUBLIC:
        return [_("Your page is public. You choose: it goes, or it stays with your lessons.")]
    return [_("Your page is not public. It goes.")]


def _papers(network: Network) -> Sequence[str | Promise]:
    return [_("There is a file with the facts of the network. No names of people stand in it.")]


def _facts(network: Network) -> Mapping[str, Any]:
    return {
        _("Name"): network.name,
        _("Place"): network.place_text,
        _("In one sentence"): network.summary,
        _("Why we started"): network.why,
    }


def _roles_kept(network: Network) -> Mapping[str, Any]:
    rows = MembershipRole.objects.filter(network=network).order_by("from_on", "pk")
    return {
        f"{number}. {row.get_role_display()}": (row.from_on, row.until_on)
        for number, row in enumerate(rows, 1)
    }


def _parties(network: Network) -> Mapping[str, Any]:
    rows = Partner.objects.filter(network=network).select_related("organisation")
    return {row.organisation.name: (row.from_on, row.until_on) for row in rows.order_by("from_on")}


_PARTS: tuple[tuple[Any, ...], ...] = (
    (
        PEOPLE,
        10,
        gettext_lazy("People"),
        gettext_lazy("Who tells whom? And who thanks everybody?"),
        _people,
        _parties,
    ),
    (
        PLACES,
        20,
        gettext_lazy("Where residents go next"),
        gettext_lazy("Name a person and a phone number for each thing."),
        _places,
        None,
    ),
    (
        TEAMS,
        40,
        gettext_lazy("Teams"),
        gettext_lazy("Which team goes on elsewhere, and who sees to that?"),
        _teams,
        _teams_kept,
    ),
    (
        ROLES,
        50,
        gettext_lazy("Roles and promises"),
        gettext_lazy("Who finishes what is still open?"),
        _roles,
        _roles_kept,
    ),
    (
        PAGE,
        60,
        gettext_lazy("Stories and the public page"),
        gettext_lazy("Who looks at what may stay? Nobody's name stays without a yes."),
        _page,
        None,
    ),
    (
        PAPERS,
        70,
        gettext_lazy("Papers to keep"),
        gettext_lazy("Who keeps the archive, and for how long?"),
        _papers,
        _facts,
    ),
)
