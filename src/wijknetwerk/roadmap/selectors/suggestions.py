"""What would help most now (rule R2): at most three, residents' voice first, each with its why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts, resting, suggestions
from wijknetwerk.networks.access import Act, allows, gives
from wijknetwerk.networks.selectors.known import Known, known_facts
from wijknetwerk.roadmap.models import SuggestionDismissal
from wijknetwerk.roadmap.references import SUGGESTION, action_url
from wijknetwerk.roadmap.selectors.facts import PUT_ASIDE

if TYPE_CHECKING:
    from uuid import UUID

    from wijknetwerk.core.actor import Actor, Standing
    from wijknetwerk.core.registries import Suggestion
    from wijknetwerk.networks.models import Network

MOST = 3


@dataclass(frozen=True, slots=True)
class Help:
    """One suggestion for one network, in the reader's words. `do` and `url` lead to where this
    reader can do it, or else to the step that tells about it."""

    code: str
    title: str
    reason: str
    source: str
    do: str
    url: str
    slug: str
    network_name: str
    step: str
    as_of: datetime | None

    @property
    def action_url(self) -> str:
        """Where one makes an action of it."""
        return action_url(SUGGESTION, self.slug, self.code, self.title)


@dataclass(frozen=True, slots=True)
class PutAside:
    """A suggestion that somebody put aside, with who and why."""

    uuid: "UUID"
    title: str
    reason: str
    by: str
    dismissed_at: datetime
    until_on: date


def best_for(actor: "Actor", network: "Network") -> list[Help]:
    """At most three for this network; one query. None while it rests or has stopped."""
    if network.is_resting or network.stopped_on is not None:
        return []
    known = known_facts([network.pk])[network.pk]
    return _best(known, network.slug, network.name, lambda act: allows(actor, act, network))


def first_for(standings: "Sequence[Standing]") -> list[Help]:
    """The first for each of these networks that doesn't rest; two queries whatever their number,
    none without networks."""
    if not standings:
        return []
    quiet = resting()
    chosen = [standing for standing in standings if standing.network_uuid not in quiet]
    known = known_facts([standing.network_id for standing in chosen])
    found = [
        _best(known[one.network_id], one.slug, one.network_name, partial(gives, one))[:1]
        for one in chosen
    ]
    return [help_ for helps in found for help_ in helps]


def chosen(facts: Facts, aside: frozenset[str] = frozenset()) -> list[tuple[str, "Suggestion"]]:
    """What holds by these facts, at most three: residents' voice first, then by weight.

    A rule whose facts are not all known does not hold.
    """
    holding = [
        (code, rule)
        for code, rule in suggestions.items()
        if code not in aside and all(need in facts for need in rule.needs) and rule.holds(facts)
    ]
    holding.sort(key=lambda entry: (not entry[1].voice, -entry[1].weight, entry[0]))
    return holding[:MOST]


def got_worse(code: str, figure: int | None, facts: Facts) -> bool:
    """Whether the figure of a suggestion grew since it was put aside."""
    rule = suggestions.get(code)
    return rule is not None and figure is not None and facts.get(rule.figure, figure) > figure


def put_aside(network: "Network") -> list[PutAside]:
    """What is put aside now, the newest first; two queries."""
    facts = known_facts([network.pk])[network.pk].values
    rows = (
        SuggestionDismissal.objects.filter(
            network=network, ended_at=None, until_on__gt=clock.today()
        )
        .select_related("dismissed_by")
        .only(
            *("uuid", "code", "reason", "dismissed_at", "until_on", "figure"),
            *name_fields("dismissed_by"),
        )
        .order_by("-dismissed_at")
    )
    titles = {code: str(rule.title) for code, rule in suggestions.items()}
    return [
        PutAside(
            row.uuid,
            titles.get(row.code, row.code),
            row.reason,
            row.dismissed_by.name if row.dismissed_by else "",
            row.dismissed_at,
            row.until_on,
        )
        for row in rows
        if not got_worse(row.code, row.figure, facts)
    ]


def _best(known: Known, slug: str, name: str, may: Callable[[Act], bool]) -> list[Help]:
    today = clock.today().isoformat()
    aside = known.values.get(PUT_ASIDE, {})
    mine = frozenset(
        code
        for code, said in aside.items()
        if said["until"] > today and not got_worse(code, said["figure"], known.values)
    )
    found = []
    for code, rule in chosen(known.values, mine):
        do, url = _where(rule, slug, may)
        found.append(
            Help(
                code=code,
                title=str(rule.title),
                reason=rule.reason(known.values),
                source=str(rule.source),
                do=do,
                url=url,
                slug=slug,
                network_name=name,
                step=rule.step,
                as_of=known.as_of,
            )
        )
    return found


def _where(rule: "Suggestion", slug: str, may: Callable[[Act], bool]) -> tuple[str, str]:
    """What this reader can do about it, and where; who may not do it reads the step about it."""
    if may(Act(rule.act)):
        return str(rule.do), _address(rule.url, slug)
    if rule.step:
        step = reverse("roadmap:step", kwargs={"slug": slug, "code": rule.step})
        return _("See the step"), step
    return _("See the route"), _address("roadmap:route", slug)


def _address(name: str, slug: str) -> str:
    """Where one does it; the route when that page is not in this installation."""
    try:
        return reverse(name, kwargs={"slug": slug})
    except NoReverseMatch:
        return reverse("roadmap:route", kwargs={"slug": slug})
