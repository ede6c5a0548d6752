"""One's own network in the cells of the practice examples, from its facts as last counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.templating import date_words
from wijknetwerk.networks.selectors.known import known_facts

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Own:
    """One network of the reader. A field that is not in `cells` is not known."""

    name: str
    slug: str
    as_of: datetime | None
    cells: dict[str, tuple[str, ...]]


def own_network(actor: Actor, slug: str) -> Own | None:
    """The cells of the network with this address; one query. None when the actor is no member."""
    standing = next((one for one in actor.standings if one.slug == slug), None)
    return None if standing is None else _own(standing)


def _own(standing: Standing) -> Own:
    known = known_facts([standing.network_id])[standing.network_id]
    cells = {field: tuple(tell(known.values)) for field, tell in TELLERS.items()}
    return Own(
        name=standing.network_name,
        slug=standing.slug,
        as_of=known.as_of,
        cells={field: words for field, words in cells.items() if words},
    )


def _participants(values: Values) -> list[str]:
    if "members" not in values:
        return []
    said = [
        ngettext("%(num)d member", "%(num)d members", values["members"])
        % {"num": values["members"]},
        ngettext(
            "%(num)d resident or volunteer", "%(num)d residents or volunteers", values["residents"]
        )
        % {"num": values["residents"]},
        ngettext(
            "%(num)d party with people here",
            "%(num)d parties with people here",
            values["parties_active"],
        )
        % {"num": values["parties_active"]},
    ]
    missing = [str(words) for code, words in _missing().items() if values.get(code) is False]
    return [*said, *missing]


def _missing() -> dict[str, str]:
    return {
        "has_general_practice": _("No general practice yet"),
        "has_social_team": _("No social team yet"),
        "has_municipality": _("No municipality yet"),
    }


def _profile(values: Values) -> list[str]:
    told, themes = values.get("stories_half_year", 0), values.get("themes_open", 0)
    said = []
    if told:
        words = ngettext(
            "%(num)d story, question or idea in half a year",
            "%(num)d stories, questions and ideas in half a year",
            told,
        )
        said.append(words % {"num": told})
    if themes:
        words = ngettext("%(num)d theme of residents", "%(num)d themes of residents", themes)
        said.append(words % {"num": themes})
    return said


def _goal(values: Values) -> list[str]:
    goals = values.get("goals", 0)
    words = ngettext("%(num)d goal that you work on", "%(num)d goals that you work on", goals)
    return [words % {"num": goals}] if goals else []


def _way(values: Values) -> list[str]:
    busy = values.get("initiatives_busy", 0)
    actions = values.get("actions_open", 0)
    there = values.get("directory_entries", 0)
    said = []
    if busy:
        words = ngettext(
            "%(num)d initiative of residents", "%(num)d initiatives of residents", busy
        )
        said.append(words % {"num": busy})
    if actions:
        words = ngettext("%(num)d action that runs", "%(num)d actions that run", actions)
        said.append(words % {"num": actions})
    if there:
        words = ngettext(
            "A list of what is there, with %(num)d thing on it",
            "A list of what is there, with %(num)d things on it",
            there,
        )
        said.append(words % {"num": there})
    return said


def _future(values: Values) -> list[str]:
    planned = values.get("gatherings_planned", 0)
    words = ngettext("%(num)d gathering planned", "%(num)d gatherings planned", planned)
    return [words % {"num": planned}] if planned else []


def _phase(values: Values) -> list[str]:
    said = []
    if values.get("steps_busy"):
        said.append(_("You are busy with steps of the route."))
    if values.get("anchor_touched"):
        said.append(_("Anchoring has begun too."))
    return said


def _evaluation(values: Values) -> list[str]:
    said = []
    if "selfcheck_asked_on" in values:
        said.append(_("You asked each other how it goes, on %(day)s.") % _day(values, "selfcheck"))
    if "readiness_asked_on" in values:
        said.append(
            _("You asked each other whether you are ready, on %(day)s.") % _day(values, "readiness")
        )
    if "check_look_again_on" in values:
        day = date.fromisoformat(values["check_look_again_on"])
        said.append(_("You look again on %(day)s.") % {"day": date_words(day, weekday=False)})
    return said


def _day(values: Values, kind: str) -> dict[str, str]:
    return {
        "day": date_words(date.fromisoformat(values[f"{kind}_asked_on"]), weekday=False),
    }


def _ambition(values: Values) -> list[str]:
    if "readiness_stops" not in values:
        return []
    if "shared-goal" in values["readiness_stops"].split(","):
        return [_("Somebody said: we have no shared goal yet.")]
    return [_("Nobody said that a shared goal is missing.")]


def _interests(values: Values) -> list[str]:
    if "readiness_residents_heard" not in values:
        return []
    if values["readiness_residents_heard"]:
        return [_("Residents answered too when you asked whether you are ready.")]
    return [_("No resident answered when you asked whether you are ready.")]


def _personal(values: Values) -> list[str]:
    if not values.get("teams"):
        return []
    words = ngettext("%(num)d fixed team", "%(num)d fixed teams", values["teams"])
    said = [words % {"num": values["teams"]}]
    if missing := values.get("connectors_missing"):
        words = ngettext("%(num)d connector missing", "%(num)d connectors missing", missing)
        said.append(words % {"num": missing})
    return said


def _organising(values: Values) -> list[str]:
    said = []
    if "has_public_phone" in values:
        with_phone = values["has_public_phone"]
        said.append(_("Residents can call.") if with_phone else _("There is no phone number yet."))
    if number := values.get("teams_without_lead"):
        words = ngettext("%(num)d team without lead", "%(num)d teams without lead", number)
        said.append(words % {"num": number})
    return said


def _process(values: Values) -> list[str]:
    if "coordinators" not in values:
        return []
    number = values["coordinators"]
    if not number:
        return [_("Nobody pulls the network now.")]
    said = [
        ngettext("%(num)d person pulls the network", "%(num)d people pull the network", number)
        % {"num": number}
    ]
    if "coordinator_time_said" in values:
        clear = values["coordinator_time_said"]
        said.append(
            _("It is clear who pays the hours.")
            if clear
            else _("It is not clear who pays the hours.")
        )
    return said


# The fields of content/practice/fields.*.toml that facts can tell about.
TELLERS: dict[str, Callable[[Values], list[str]]] = {
    "goal": _goal,
    "participants": _participants,
    "profile": _profile,
    "way": _way,
    "phase": _phase,
    "evaluation": _evaluation,
    "future": _future,
    "ambition": _ambition,
    "interests": _interests,
    "personal": _personal,
    "organising": _organising,
    "process": _process,
}
