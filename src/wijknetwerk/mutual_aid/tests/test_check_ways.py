"""A check by mail, by link, on a card, by phone with typing: each way closes what waits, and nobody
is asked who should not be."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.mutual_aid import access_checks, checks_facts
from wijknetwerk.mutual_aid.errors import CheckOver
from wijknetwerk.mutual_aid.models import FollowUp, Match, MatchAct, Neighbour, Wellbeing
from wijknetwerk.mutual_aid.personal_data_checks import ChecksData, forget_checks
from wijknetwerk.mutual_aid.selectors import check_waits
from wijknetwerk.mutual_aid.selectors import checks as selectors
from wijknetwerk.mutual_aid.selectors.wellbeing import before_after
from wijknetwerk.mutual_aid.services import check_asking, check_desk, checks
from wijknetwerk.mutual_aid.services.checks import Answer
from wijknetwerk.mutual_aid.tests.acting import (
    act,
    asked,
    match,
    neighbour,
    now,
    offer,
    outsider,
)
from wijknetwerk.mutual_aid.tests.test_checks import UNHAPPY, answer, check, running
from wijknetwerk.notices.models import Waiting

pytestmark = pytest.mark.django_db
DUE = NOW + timedelta(weeks=7)
LIST = "/n/de-linde/hulp/belletjes/"
LINK = re.compile(r"/hulp/hoe-gaat-het/\S+/")


def by_mail(found: Match, *sides: str) -> None:
    """These sides are reached by mail."""
    with scope.acting(SYSTEM):
        rows = {"asker": found.request.asker_id, "helper": found.offer.helper_id}
        wanted = [rows[side] for side in sides]
        Neighbour.objects.filter(pk__in=wanted).update(reached_by="mail")


def morning() -> int:
    """What the worker does each morning; how many mails."""
    with scope.acting(SYSTEM):
        return check_asking.ask_due()


def waits(kind: str = check_waits.CHECK) -> int:
    with scope.acting(SYSTEM):
        return Waiting.objects.filter(kind=kind, done_at=None).count()


def questions() -> list[OutgoingMail]:
    return list(OutgoingMail.objects.filter(purpose="mutual_aid.check").order_by("pk"))


def test_a_mail_on_the_day_and_one_more_a_week_later(cast: Cast) -> None:
    by_mail(running(cast), "helper")
    with clock.frozen(DUE - timedelta(days=1)):
        assert morning() == 0
    with clock.frozen(DUE):
        assert (morning(), morning()) == (1, 0)
    with clock.frozen(DUE + timedelta(days=7)):
        assert (morning(), morning()) == (1, 0)
    with clock.frozen(DUE + timedelta(days=20)):
        assert morning() == 0
    assert len(questions()) == 2


def test_the_link_shows_and_only_sending_answers(cast: Cast, client: Any) -> None:
    found = running(cast)
    by_mail(found, "helper")
    with clock.frozen(DUE):
        morning()
        assert waits() == 2
        assert "Bakker" not in questions()[0].body  # first names only
        address = LINK.findall(questions()[0].body)[0]
        shown = client.get(address)
        assert (shown.status_code, shown["Cache-Control"]) == (200, "no-store, private")
        assert shown["Referrer-Policy"] == "strict-origin"  # its path goes nowhere
        assert not check(found, "helper").answered_at
        half = client.post(address, {"going": "yes"})
        assert half.status_code == 200
        assert not check(found, "helper").answered_at
        said = {"going": "yes", "content": "partly", "form_id": "1" * 32}
        gone = [client.post(address, said)["Location"] for _click in range(2)]
        assert gone == ["/hulp/hoe-gaat-het/bedankt/"] * 2
        row = check(found, "helper")
        assert (row.going, row.content, row.came) == ("yes", "partly", "link")
        assert waits() == 1
        assert client.get(address).status_code == 404


def test_who_left_and_whose_network_rests_is_not_asked(cast: Cast) -> None:
    found = running(cast)
    by_mail(found, "asker", "helper")
    with scope.acting(SYSTEM):
        type(cast.linde).objects.filter(pk=cast.linde.pk).update(paused_on=TODAY)
    resumed = DUE + timedelta(weeks=5)
    with clock.frozen(resumed):
        assert morning() == 0
        with scope.acting(SYSTEM):
            assert checks.skip_overdue() == 0
            type(cast.linde).objects.filter(pk=cast.linde.pk).update(paused_on=None)
        assert morning() == 1  # Bas; Mrs Bakker has no address and is called
        assert check(found, "asker").how == "phone"
    with clock.frozen(resumed + timedelta(days=7)), scope.acting(SYSTEM):
        member = cast.members["bas"]
        type(member).objects.filter(pk=member.pk).update(until_on=TODAY)
        assert morning() == 0


def test_the_desk_has_one_row_and_it_goes_when_all_is_noted(cast: Cast) -> None:
    found = running(cast)
    with clock.frozen(DUE):
        morning()
        assert waits(check_waits.CHECKS) == 2  # Joost and Dewi, one each
        answer(cast, "joost", check(found, "asker"), Answer("yes", "yes"))
        assert (waits(), waits(check_waits.CHECKS)) == (1, 2)
        answer(cast, "joost", check(found, "helper"), Answer("yes", "yes"))
        assert (waits(), waits(check_waits.CHECKS)) == (0, 0)
        assert check(found, "helper").came == "phone"


def test_nobody_reached_comes_back_tomorrow_and_is_counted(cast: Cast) -> None:
    found, desk = running(cast), cast.actor("joost")
    with clock.frozen(DUE), scope.acting(desk):
        hand = access_checks.check_at_desk(desk, cast.linde, check(found, "asker").uuid)
        assert check_desk.not_reached(hand=hand).tries == 1
        sides = [
            side.side for one in selectors.due(cast.linde, clock.today()) for side in one.sides
        ]
        assert sides == ["helper"]
        tomorrow = clock.today() + timedelta(days=1)
        assert len(selectors.due(cast.linde, tomorrow)[0].sides) == 2
    with clock.frozen(DUE + timedelta(weeks=4)), scope.acting(SYSTEM):
        assert checks.skip_overdue() == 1  # who was called later has four weeks from then


def test_a_card_comes_back_and_is_typed_over_by_its_code(cast: Cast, sign_in: SignIn) -> None:
    found = running(cast)
    row = check(found, "asker")
    with clock.frozen(DUE):
        client = sign_in("joost")
        printed = client.post(f"{LIST}{row.uuid}/brief/")
        assert printed["Content-Type"] == "application/pdf"
        desk = cast.actor("joost")
        with scope.acting(desk):
            hands = access_checks.checks_at_desk(desk, cast.linde, [row.uuid])
            made = check_asking.codes_for_letters(actor=desk, network=cast.linde, hands=hands)
            with pytest.raises(NotFound):
                access_checks.check_of_code(desk, cast.linde, "AAAAA-AAAAA")
        went = client.post(LIST, {"code": made[0][1].lower()})
        assert went.url == f"{LIST}{row.uuid}/?kaart=1"
        client.post(went.url, {"going": "yes", "content": "yes", "mark": "7", "paper": "on"})
        assert check(found, "asker").came == "paper"
        assert b"werkt niet" in client.post(LIST, {"code": made[0][1]}).content


def test_what_one_side_said_is_read_at_the_desk_and_by_nobody_else(
    cast: Cast, sign_in: SignIn
) -> None:
    found = running(cast)
    answer(cast, "bakker", check(found, "asker"), UNHAPPY)
    row = now(found)
    where = f"{LIST}niet-tevreden/{row.request.uuid}/"
    assert b"Liever iemand anders" in sign_in("joost").get(where).content
    helper = sign_in("bas")
    assert helper.get(where).status_code == 403
    assert helper.get(f"{LIST}{check(found, 'asker').uuid}/").status_code == 404
    for path in ("/n/de-linde/hulp/", f"/n/de-linde/hulp/samen/{found.uuid}/", "/vandaag/"):
        shown = helper.get(path).content
        assert not {word for word in (b"Liever iemand", b"niet tevreden") if word in shown}


def test_who_keeps_the_desk_and_helps_does_not_read_the_other_side(
    cast: Cast, sign_in: SignIn
) -> None:
    helps = offer(cast, neighbour(cast, "joost"))
    found = asked(cast, match(cast, offered=helps))
    for name, what in (("joost", "helper_yes"), ("bakker", "asker_yes"), ("joost", "begin")):
        act(cast, name, found, MatchAct(what))
    row = answer(cast, "bakker", check(found, "asker"), UNHAPPY)
    pages = (LIST, f"{LIST}{row.uuid}/", f"{LIST}niet-tevreden/{found.request.uuid}/")
    for name, reads in (("dewi", 2), ("joost", 0)):
        client = sign_in(name)
        shown = [client.get(path).content for path in pages]
        assert sum(b"Liever iemand anders" in one for one in shown) == reads, name


def test_what_is_needed_stands_at_the_desk_until_it_is_taken_up(
    cast: Cast, sign_in: SignIn
) -> None:
    found, client = running(cast), sign_in("joost")
    row = answer(cast, "bas", check(found, "helper"), Answer("yes", "yes", need="Een karretje"))
    assert waits(check_waits.CHECKS) == 2
    assert b"Een karretje" in client.get(LIST).content
    client.post(f"{LIST}{row.uuid}/opgepakt/")
    assert b"Een karretje" not in client.get(LIST).content
    assert waits(check_waits.CHECKS) == 0


def test_an_answer_after_the_end_changes_nothing(cast: Cast) -> None:
    found = running(cast)
    desk = cast.actor("joost")
    with scope.acting(desk):
        hand = access_checks.check_for(desk, cast.linde, check(found, "asker").uuid)
    act(cast, "bas", found, MatchAct.STOP)
    with scope.acting(desk), pytest.raises(CheckOver):
        checks.answer(hand=hand, said=UNHAPPY)
    assert now(found).request.unhappy_at is None


def test_the_list_asks_the_same_few_queries_however_long(
    cast: Cast,
    sign_in: SignIn,
    count_queries: Callable[[], AbstractContextManager[Queries]],
) -> None:
    first = running(cast)
    with clock.frozen(DUE):
        client = sign_in("joost")
        client.get(LIST)
        with count_queries() as one:
            assert b"Bakker" in client.get(LIST).content
        _many(cast, first, 30)
        with count_queries() as many:
            client.get(LIST)
    assert many.count == one.count <= 8, many.statements


def _many(cast: Cast, like: Match, number: int) -> None:
    with scope.acting(SYSTEM):
        fields = {"state": "running", "slot": 1, "agreed_at": NOW, "network": cast.linde}
        for count in range(number):
            who = outsider(cast, f"Vrager {count}", f"06{count:08}")
            request, offer = like.request, like.offer
            request.pk = offer.pk = None
            request.uuid, offer.uuid = who.uuid, who.uuid
            request.words, request.told, offer.words, offer.not_words = "Iets", "Iets", "", ""
            request.call_name = request.call_phone = request.outcome = ""
            request.asker = who
            request.save(force_insert=True)
            offer.save(force_insert=True)
            made = Match.objects.create(request=request, offer=offer, **fields)
            FollowUp.objects.create(
                network=cast.linde, match=made, side="asker", due_on=TODAY, how="phone"
            )


def test_well_being_of_many_shows_by_five_people_at_a_time(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        for count in range(11):
            found = _request_of(cast, count)
            for when, mark in (("before", 5), ("after", 7 if count < 5 else 9)):
                Wellbeing.objects.create(
                    network=cast.linde, request=found, when=when, mark=mark, said_on=TODAY
                )
            shown = [(one.people, one.before, one.after) for one in before_after(cast.linde)]
            assert shown == ([] if count < 4 else [(5, 5, 7)] if count < 9 else [(10, 5, 8)])


def _request_of(cast: Cast, count: int) -> Any:
    from wijknetwerk.mutual_aid.tests.acting import request

    return request(cast, outsider(cast, f"Vrager {count}", f"06{count:08}"), told="")


def test_after_a_rest_who_was_due_meanwhile_is_asked_first(cast: Cast) -> None:
    found = running(cast)
    back = DUE + timedelta(weeks=9)
    with clock.frozen(back), scope.acting(SYSTEM):
        check_asking.resume(cast.linde)
        assert checks.skip_overdue() == 0
        assert len(selectors.due(cast.linde, clock.today())[0].sides) == 2
    with clock.frozen(back + timedelta(weeks=4)), scope.acting(SYSTEM):
        assert checks.skip_overdue() == 2
    assert check(found, "asker", 2).due_on == TODAY + timedelta(weeks=7 + 26)


def test_facts_are_never_about_fewer_than_five(cast: Cast) -> None:
    first = running(cast)
    with clock.frozen(DUE), scope.acting(SYSTEM):
        assert "checks_due" not in checks_facts.count(cast.linde.pk)
        _many(cast, first, 4)
        rows = list(FollowUp.objects.filter(network=cast.linde, side="asker").order_by("pk"))
        for number, row in enumerate(rows):
            row.answered_at, row.going = NOW, "yes"
            row.content = "no" if number == 0 else "yes"
            row.save()
            found = checks_facts.count(cast.linde.pk)
            assert ("checks_answered_year" in found) == (number >= 4)
        assert "checks_content_share" not in found, "one of five was not content"
        FollowUp.objects.filter(pk=rows[0].pk).update(content="yes")
        assert checks_facts.count(cast.linde.pk)["checks_content_share"] == 1


def test_export_has_ones_own_answers_only_and_erasing_takes_the_words(cast: Cast) -> None:
    found = running(cast)
    answer(cast, "bakker", check(found, "asker"), UNHAPPY)
    answer(cast, "joost", check(found, "helper"), Answer("yes", "yes", need="Een karretje"))
    data = ChecksData()
    with scope.acting(SYSTEM):
        mine = str(list(data.export(person_uuid=cast.people["bakker"].uuid)))
        assert "Liever iemand anders" in mine
        assert "karretje" not in mine
        data.erase(actor=SYSTEM, person_uuid=cast.people["bakker"].uuid)
        data.erase(actor=SYSTEM, person_uuid=cast.joost.uuid)
    assert not check(found, "asker").need
    assert check(found, "helper").noted_by_id is None
    act(cast, "bas", found, MatchAct.STOP)
    with scope.acting(SYSTEM):
        assert forget_checks(before=NOW) == 0
        assert forget_checks(before=NOW + timedelta(days=1)) == 1
    assert not check(found, "helper").need
