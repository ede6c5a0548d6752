"""Adding, correcting, checking and ending what is on the list."""

from dataclasses import replace

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.directory.models import Service, ServiceVersion
from wijknetwerk.directory.said import Place, Said
from wijknetwerk.directory.selectors import known
from wijknetwerk.directory.services import asking, entries, rows, showing
from wijknetwerk.directory.tests.listed import LONG_AGO, SOUP, do, put
from wijknetwerk.networks.models import Network
from wijknetwerk.networks.selectors.search import find
from wijknetwerk.notices.models import Waiting


def test_any_member_adds_and_each_change_is_a_version(cast: Cast) -> None:
    made = put(cast)
    fixed = replace(SOUP, phone="0265550199", places=(replace(SOUP.places[0], name="De Hof"),))
    do(cast, "bas", entries.change, entry=made.uuid, said=fixed, read_number=1)
    do(cast, "els", entries.still_right, entry=made.uuid)
    do(cast, "els", entries.still_right, entry=made.uuid)  # a second tap changes nothing
    with scope.acting(SYSTEM):
        made.refresh_from_db()
        told = list(ServiceVersion.objects.order_by("number").values_list("what", "by__person_id"))
        assert told == [
            ("added", cast.amina.pk), ("changed", cast.bas.pk), ("checked", cast.els.pk)
        ]  # fmt: skip
        changes = ServiceVersion.objects.get(number=2).changes
        assert changes["phone"] == ["0265550123", "0265550199"]
        assert set(changes) == {"phone", "places"}
        assert (made.assured_date, made.checked_by) == (TODAY, cast.members["els"])
        assert (made.owner, made.days) == (cast.members["amina"], " TH")
        assert rows.now_said(made).places[0].name == "De Hof"


def test_two_who_correct_different_things_keep_both_and_the_same_thing_is_stale(
    cast: Cast,
) -> None:
    made = put(cast)
    do(cast, "bas", entries.change, entry=made.uuid, read_number=1,
       said=replace(SOUP, phone="0265550199"))  # fmt: skip
    mine = replace(SOUP, description="Nu met brood erbij.")
    do(cast, "els", entries.change, entry=made.uuid, said=mine, read_number=1)
    with scope.acting(SYSTEM):
        made.refresh_from_db()
    assert (made.phone, made.description) == ("0265550199", "Nu met brood erbij.")
    with pytest.raises(Stale):
        do(cast, "els", entries.change, entry=made.uuid, read_number=1,
           said=replace(SOUP, phone="0265550144"))  # fmt: skip


def test_what_is_gone_ends_and_can_come_back(cast: Cast) -> None:
    made = put(cast)
    do(cast, "bas", entries.end, entry=made.uuid, reason="Gestopt")
    with pytest.raises(entries.EntryOver):
        do(cast, "bas", entries.still_right, entry=made.uuid)
    back = do(cast, "els", entries.bring_back, entry=made.uuid)
    assert (back.ended_on, back.ended_reason, back.status) == (None, "", "active")


def test_strangers_can_change_nothing_and_nonsense_is_refused(cast: Cast) -> None:
    made = put(cast)
    actor = cast.actor("farid")
    with scope.acting(actor), pytest.raises(NotFound):
        entries.still_right(actor=actor, network=cast.linde, entry=made.uuid)
    for said in (Said(" "), replace(SOUP, kind="nonsense"), replace(SOUP, status="defunct")):
        with pytest.raises(InvalidInput):
            put(cast, said)


def test_what_may_be_the_same_is_found_by_number_name_and_place(cast: Cast) -> None:
    put(cast)
    found = {}
    with scope.acting(cast.actor("amina")):
        for name, said in {
            "number": Said("Iets heel anders", phone="+31 26 555 01 23"),
            "name": Said("soepgroep de LINDE"),
            "near": Said("De Soepgroep"),
            "place": Said("Soep en spel", places=(Place(name="x", address_1="Lindelaan 1"),)),
            "other": Said("Wandelclub De Linde", places=(Place(address_1="Beukenlaan 2"),)),
        }.items():
            alike = known.alike_here(cast.linde, said.looks)
            found[name] = str(alike[0].why) if alike else ""
    assert found == {
        "number": "Het heeft hetzelfde telefoonnummer.",
        "name": "Het heeft dezelfde naam.",
        "near": "De naam is bijna gelijk.",
        "place": "Het is op dezelfde plek, met een naam die erop lijkt.",
        "other": "",
    }


def test_neighbours_share_only_what_is_public_and_taking_over_keeps_the_source(
    cast: Cast,
) -> None:
    theirs = put(cast, by="farid")
    hidden = put(cast, replace(SOUP, name="Alleen leden", shown_to="members"), by="farid")
    with scope.acting(SYSTEM):
        Network.objects.update(search_words=" groningen")
    with scope.acting(cast.actor("amina")):
        found = known.alike_elsewhere(cast.linde, SOUP.looks)
        assert [(one.known.uuid, other.slug) for one, other in found] == [
            (theirs.uuid, "oosterpoort")
        ]
        with pytest.raises(NotFound):
            do(cast, "amina", entries.copy, entry=hidden.uuid)
    mine = do(cast, "amina", entries.copy, entry=theirs.uuid)
    assert (mine.source, mine.source_service) == ("Oosterpoort", theirs.uuid)
    assert (mine.network_id, mine.owner_id) == (cast.linde.pk, cast.members["amina"].pk)
    with scope.acting(SYSTEM):
        assert rows.now_said(mine) == rows.now_said(theirs)
        Service.objects.filter(pk=theirs.pk).update(shown_to="members")
    with scope.acting(cast.actor("amina")):
        assert known.alike_elsewhere(cast.linde, SOUP.looks) == []


def test_what_was_not_checked_for_a_year_asks_who_keeps_it_right_or_else_the_desk(
    cast: Cast,
) -> None:
    first = put(cast, checked_on=LONG_AGO)
    second = put(cast, replace(SOUP, name="Tweede"), by="bas", checked_on=LONG_AGO)
    put(cast, replace(SOUP, name="Vers"), by="els")
    with scope.acting(SYSTEM):
        asking.ask_all()
        assert _asked() == {"amina", "bas"}
        member = cast.members["bas"]
        type(member).objects.filter(pk=member.pk).update(until_on=TODAY)
        asking.ask_all()
        assert _asked() == {"amina", "dewi", "joost"}
    do(cast, "els", entries.still_right, entry=first.uuid)
    with scope.acting(SYSTEM):
        assert _asked() == {"dewi", "joost"}
    do(cast, "joost", entries.take_over, entry=second.uuid)
    with scope.acting(SYSTEM):
        assert _asked() == {"joost"}
    do(cast, "joost", entries.end, entry=second.uuid, reason="")
    with scope.acting(SYSTEM):
        assert _asked() == set()


def test_leaders_choose_what_everybody_may_read_entry_by_entry(cast: Cast) -> None:
    hidden = [put(cast, replace(SOUP, name=name, shown_to="members")) for name in ("Een", "Twee")]
    with pytest.raises(NotAllowed):
        do(cast, "amina", showing.show_everybody, chosen=[hidden[0].uuid])
    for _again in range(2):
        do(cast, "dewi", showing.show_everybody, chosen=[hidden[0].uuid])
    with scope.acting(SYSTEM):
        shown = list(Service.objects.order_by("pk").values_list("shown_to", "number"))
    assert shown == [("everybody", 2), ("members", 1)]


def _asked() -> set[str]:
    rows = Waiting.objects.filter(kind="directory.to_check", done_at=None)
    return {row.person.given_name.lower() for row in rows.select_related("person")}


def test_other_words_for_its_kind_find_an_entry_and_do_not_show(cast: Cast) -> None:
    put(cast)
    amina = cast.actor("amina")
    with scope.acting(amina):
        (hit,) = find(amina, "lunch").hits
        (named,) = find(amina, "soep lunch").hits
    assert hit.snippet.title == "Soepgroep De Linde"
    assert hit.snippet.text.startswith("Elke week samen soep koken en opeten. · Truus Bakker")
    assert str(hit.snippet.text).rstrip(" …").endswith("donderdag om 12 uur")
    assert not hit.snippet.in_text, "what is not shown is not said to be in the text"
    assert "<mark>soep</mark>" in named.snippet.text
