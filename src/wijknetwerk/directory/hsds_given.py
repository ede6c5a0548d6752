"""What an HSDS file said beyond our rows (languages, costs, accessibility, more numbers) goes out
again as it came in: the record of the file, with only what people changed here put into it.
"""

import json
from collections.abc import Mapping
from typing import Any

Record = dict[str, Any]

# Lists of which our rows know the first: another number or person takes its place whole.
_FIRSTS = ("phones", "contacts")


def given(text: str) -> Record | None:
    """The record as it was kept."""
    told = json.loads(text) if text else None
    return told if isinstance(told, dict) else None


def merged(record: Record, before: Record, now: Record) -> Record:
    """The record, with what differs between what we read of it and what stands there now."""
    made = _changed(record, before, now)
    places = "service_at_locations"
    if now.get(places) == before.get(places):
        return made
    made[places] = _places(record.get(places), before.get(places) or [], now.get(places) or [])
    if not made[places]:
        del made[places]
    made.pop("schedules", None)  # of all places: each place now says its own
    return made


def _changed(record: Record, before: Mapping[str, Any], now: Mapping[str, Any]) -> Record:
    made = dict(record)
    for key in {**before, **now}:
        was, stands = before.get(key), now.get(key)
        if was == stands:
            continue
        told = _in_its_place(key, record.get(key), was, stands)
        if told in (None, [], ""):
            made.pop(key, None)
        else:
            made[key] = told
    return made


def _in_its_place(key: str, told: Any, was: Any, stands: Any) -> Any:
    if key in _FIRSTS and isinstance(told, list):
        return [*(stands or []), *told[len(was or []) :]]
    if key == "attributes" and isinstance(told, list):
        return [*stands, *(one for one in told if not _named_by(one, was or []))]
    if key == "location" and isinstance(told, dict) and isinstance(stands, dict):
        here = _changed(told, was or {}, stands)
        here.pop("schedules", None)
        return here
    if key == "addresses" and isinstance(told, list) and told and stands and was:
        return [_changed(told[0], was[0], stands[0]), *told[1:]]
    return stands


def _named_by(one: Any, terms: list[Record]) -> bool:
    """Whether this attribute said what we read as one of our terms, which people changed."""
    term = one.get("taxonomy_term") if isinstance(one, dict) else None
    if not isinstance(term, dict):
        return False
    ours = {str(t["taxonomy_term"][key]).casefold() for t in terms for key in ("code", "name")}
    return bool(ours & {str(term.get(key, "")).casefold() for key in ("code", "name")})


def _places(told: Any, before: list[Record], now: list[Record]) -> list[Record]:
    """Each place of now with what the file said of it: of the same place, else of the one that
    stood there, as long as none went or came in between."""
    rows = told if isinstance(told, list) and all(isinstance(one, dict) for one in told) else []
    if len(rows) != len(before):
        return now
    bare = [_bare(one) for one in before]
    made = []
    for number, place in enumerate(now):
        same = bare.index(_bare(place)) if _bare(place) in bare else None
        if same is not None:
            made.append(rows[same])
        elif len(now) >= len(before) and number < len(rows):
            made.append(_changed(rows[number], before[number], place))
        else:
            made.append(place)
    return made


def _bare(told: Any) -> Any:
    """Without the ids that we made."""
    if isinstance(told, dict):
        return {key: _bare(value) for key, value in told.items() if key != "id"}
    return [_bare(one) for one in told] if isinstance(told, list) else told
