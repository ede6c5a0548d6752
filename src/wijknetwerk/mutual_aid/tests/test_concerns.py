"""A concern: told to one person, spoken about within four weeks, or erased (rule H6)."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.serializers import serialize
from django.db import connection

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import Queries, SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid import access_concerns
from wijknetwerk.mutual_aid.models import Concern, HelpSettings
from wijknetwerk.mutual_aid.models.away import AwayState, DeskAway
from wijknetwerk.mutual_aid.personal_data_concerns import ConcernsData
from wijknetwerk.mutual_aid.selectors import concern_waits
from wijknetwerk.mutual_aid.services import concern_clock, concerns, help_settings
from wijknetwerk.mutual_aid.services.concerns import Back, NobodyHears, Spoken, Told
from wijknetwerk.networks.models import MembershipRole
from wijknetwerk.notices.models import Waiting

AT = "/n/de-linde/hulp/zorgen/"
WHO, WORDS = "Mevrouw Jansen, nummer 12", "De gordijnen blijven al dagen dicht."
EVERYBODY = ("amina", "bas", "dewi", "ad", "joost", "els", "ben", "priya", "lena")


def tell(cast: Cast, name: str = "amina", **said: object) -> Concern:
    """Somebody of the cast tells it."""
    actor = cast.actor(name)
    told = Told(**{"about": WHO, "words": WORDS, **said})  # type: ignore[arg-type]
    with scope.acting(actor):
        return concerns.tell(actor=actor, network=cast.linde, told=told)


def opens(cast: Cast, found: Concern) -> list[str]:
    """Who can open it now."""
    able = []
    for name in EVERYBODY:
        actor = cast.actor(name)
        with scope.acting(actor):
            try:
                access_concerns.concern_for(actor, cast.linde, found.uuid)
            except NotFound:
                continue
        able.append(name)
    return able


def does(cast: Cast, name: str, found: Concern, act: str, **said: object) -> None:
    actor = cast.actor(name)
    with scope.acting(actor):
        hand = access_concerns.concern_for(actor, cast.linde, found.uuid)
        concerns.step(hand=hand, act=access_concerns.DO[act], **said)  # type: ignore[arg-type]


def at_night(days: int) -> None:
    """The night so many days after the telling."""
    with clock.frozen(NOW + timedelta(days=days)), scope.acting(SYSTEM):
        concern_clock.night(actor=SYSTEM)


def traces_of(*needles: str) -> list[str]:
    """Where any of these stands in any column of any table but the log, as the database has it."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        if model is LogEntry or not model._meta.managed:
            continue
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')  # noqa: S608
            for row in cursor.fetchall():
                said = " ".join(str(value) for value in row)
                if any(needle in said for needle in needles):
                    found.append(f"{model._meta.label}: {said[:200]}")
    return found


def test_one_person_opens_it_and_nobody_else(cast: Cast, sign_in: SignIn) -> None:
    made = tell(cast)
    assert opens(cast, made) == ["joost"]
    for name in ("amina", "dewi", "ad", "priya", "els"):
        assert sign_in(name).get(f"{AT}{made.uuid}/").status_code == 404
        assert sign_in(name).get(f"{AT}bij-mij/").status_code == 404
    page = sign_in("joost").get(f"{AT}{made.uuid}/")
    assert WORDS in page.content.decode()
    vandaag = sign_in("joost").get("/vandaag/").content.decode()
    assert "Er wacht iets voor u" in vandaag
    assert "Jansen" not in vandaag


def test_another_hears_it_when_it_is_about_that_one_or_family(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        HelpSettings.objects.create(network=cast.linde, concerns_to=cast.members["els"])
    assert opens(cast, tell(cast)) == ["els"]
    assert opens(cast, tell(cast, not_for=(cast.members["els"].uuid,))) == ["joost"]
    assert opens(cast, tell(cast, about="els VOS")) == ["joost"]
    both = (cast.members["els"].uuid, cast.members["joost"].uuid)
    before = Concern._base_manager.count()
    with pytest.raises(NobodyHears):
        tell(cast, not_for=both)
    assert Concern._base_manager.count() == before


def test_naming_oneself_opens_nothing_that_was_told_before(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        row = HelpSettings.objects.create(network=cast.linde, concerns_to=cast.members["els"])
    made = tell(cast)
    with scope.acting(SYSTEM):
        row.concerns_to = cast.members["ad"]
        row.save()
    assert opens(cast, made) == ["els"]
    assert opens(cast, tell(cast)) == ["ad"]


def test_on_holiday_the_colleague_hears_it_and_then_no_more(cast: Cast) -> None:
    made = tell(cast)
    with scope.acting(SYSTEM):
        DeskAway.objects.create(
            network=cast.linde,
            who=cast.members["joost"],
            substitute=cast.members["dewi"],
            from_on=TODAY,
            until_on=TODAY + timedelta(days=7),
            state=AwayState.ACCEPTED,
            asked_at=NOW,
            answered_at=NOW,
        )
    assert opens(cast, made) == ["dewi"]
    with clock.frozen(NOW + timedelta(days=7)):
        assert opens(cast, made) == ["joost"]


def test_it_is_given_on_by_who_finds_that_it_is_family(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        HelpSettings.objects.create(network=cast.linde, concerns_to=cast.members["els"])
    made = tell(cast)
    actor = cast.actor("els")
    with scope.acting(actor):
        concerns.give_on(hand=access_concerns.concern_for(actor, cast.linde, made.uuid))
    assert opens(cast, made) == ["joost"]
    actor = cast.actor("joost")
    with scope.acting(actor), pytest.raises(NobodyHears):
        concerns.give_on(hand=access_concerns.concern_for(actor, cast.linde, made.uuid))


def test_after_four_weeks_without_a_talk_nothing_is_left(cast: Cast) -> None:
    made = tell(cast)
    does(cast, "joost", made, "take_up")
    at_night(27)
    assert Concern._base_manager.filter(pk=made.pk).exists()
    with clock.frozen(NOW + timedelta(days=28)):
        assert opens(cast, made) == [], "shut by itself, also while the worker stands still"
    at_night(28)
    assert not traces_of(str(made.uuid), made.uuid.hex, WORDS, WHO)
    line = LogEntry.objects.filter(event="mutual_aid.concern_erased").get()
    assert line.object_type == "networks.network"
    assert line.detail == {}
    assert line.client_uuid is None


def test_closed_without_a_talk_the_words_are_gone_at_once(cast: Cast, sign_in: SignIn) -> None:
    made = tell(cast)
    does(cast, "joost", made, "close", back=Back("no_talk", "Dank u wel."))
    row = Concern._base_manager.get(pk=made.pk)
    assert not row.words
    assert not row.about
    page = sign_in("amina").get(f"{AT}mijn/").content.decode()
    assert "Dank u wel." in page
    at_night(28)
    assert not Concern._base_manager.filter(pk=made.pk).exists()


def test_spoken_with_it_stays_three_months_and_the_resident_finds_it(cast: Cast) -> None:
    made = tell(cast)
    with clock.frozen(NOW + timedelta(days=10)):
        on, who = date(2026, 11, 20), cast.members["bakker"].uuid
        does(cast, "joost", made, "speak", spoken=Spoken(on, "Zij belt haar dochter.", who))
    at_night(60)
    said = str(list(ConcernsData().export(person_uuid=cast.people["bakker"].uuid)))
    assert "Zij belt haar dochter." in said
    assert "Amina" not in said
    assert WORDS not in said
    with clock.frozen(NOW + timedelta(days=70)):
        does(cast, "joost", made, "close", back=Back("spoken"))
        with scope.acting(SYSTEM):
            concern_clock.forget_closed(before=clock.now() - timedelta(days=91))
    assert Concern._base_manager.filter(pk=made.pk).exists()
    with clock.frozen(NOW + timedelta(days=170)), scope.acting(SYSTEM):
        concern_clock.forget_closed(before=clock.now() - timedelta(days=91))
    assert not Concern._base_manager.filter(pk=made.pk).exists()


def test_before_the_talk_the_resident_learns_it_from_no_file(cast: Cast) -> None:
    tell(cast, about="Truus Bakker")
    assert not list(ConcernsData().export(person_uuid=cast.people["bakker"].uuid))
    assert WORDS in str(list(ConcernsData().export(person_uuid=cast.people["amina"].uuid)))
    assert not LogEntry.objects.filter(client_uuid=cast.people["bakker"].uuid).exists()


def test_a_dump_and_the_log_hold_no_content(cast: Cast) -> None:
    made = tell(cast)
    does(cast, "joost", made, "take_up")
    with scope.acting(SYSTEM):
        dump = serialize("json", Concern.objects.all())
        log = serialize("json", LogEntry.objects.filter(network_uuid=cast.linde.uuid))
    for secret in (WHO, WORDS, "Jansen", "gordijnen"):
        assert secret not in dump
        assert secret not in log


def test_by_phone_only_the_desk_notes_it_and_hears_no_more(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        HelpSettings.objects.create(network=cast.linde, concerns_to=cast.members["els"])
    made = tell(cast, "joost", teller_name="Geert Mulder", teller_phone="0612345678")
    assert opens(cast, made) == ["els"]
    with pytest.raises(NotAllowed):
        tell(cast, "bas", teller_name="Geert Mulder")


def test_reminded_at_two_weeks_and_at_three_and_a_half(cast: Cast) -> None:
    from wijknetwerk.core.models import OutgoingMail

    made = tell(cast)
    does(cast, "joost", made, "take_up")
    for days in (13, 14, 15, 24, 25, 26):
        at_night(days)
    mails = list(OutgoingMail.objects.filter(purpose="mutual_aid.concern"))
    assert len(mails) == 2
    assert all("Jansen" not in mail.subject + str(mail.body) for mail in mails)


def test_erasing_people(cast: Cast) -> None:
    told = tell(cast)
    spoken = tell(cast)
    who = cast.members["bakker"].uuid
    does(cast, "joost", spoken, "speak", spoken=Spoken(TODAY, "", who))
    for name in ("amina", "bakker", "joost"):
        ConcernsData().erase(actor=SYSTEM, person_uuid=cast.people[name].uuid)
    row = Concern._base_manager.get()
    assert (row.pk, row.teller_id) == (told.pk, None)


def test_the_pages_from_telling_to_closing(
    cast: Cast, sign_in: SignIn, count_queries: Callable[[], AbstractContextManager[Queries]]
) -> None:
    amina, joost = sign_in("amina"), sign_in("joost")
    assert "0800-2000" in amina.get(AT).content.decode()
    sent = {"about": WHO, "words": WORDS}
    assert amina.post(f"{AT}vertellen/", sent)["Location"] == f"{AT}mijn/"
    made = Concern._base_manager.get()
    at = f"{AT}{made.uuid}/"
    assert joost.post(f"{at}oppakken/").status_code == 302
    assert joost.post(f"{at}gesproken/", {"on": "2026-12-24"}).status_code == 200, "not yet"
    assert joost.post(f"{at}gesproken/", {"on": "2026-11-12", "note": "Goed."}).status_code == 302
    assert joost.post(f"{at}antwoord/", {"reply": "spoken"}).status_code == 302
    assert "Er is een antwoord voor u" in amina.get("/vandaag/").content.decode()
    assert amina.post(f"{at}gelezen/").status_code == 302
    assert "Er is een antwoord voor u" not in amina.get("/vandaag/").content.decode()
    joost.get(f"{AT}bij-mij/")  # what was done is said once
    with count_queries() as few:
        joost.get(f"{AT}bij-mij/")
    for _more in range(9):
        tell(cast)
    with count_queries() as many:
        joost.get(f"{AT}bij-mij/")
    assert few.count == many.count <= 8
    assert joost.post(f"{at}sluiten/", {"reply": "spoken"}).status_code == 302
    assert Concern._base_manager.get(pk=made.pk).state == "closed"


def test_who_is_named_for_it_finds_what_nobody_could_hear(cast: Cast) -> None:
    told, ad = tell(cast), cast.actor("ad")
    with scope.acting(SYSTEM):
        MembershipRole.objects.filter(membership=cast.members["joost"]).update(until_on=TODAY)
        concerns.refresh(cast.linde)
        waits = Waiting.objects.filter(kind=concern_waits.CONCERN, done_at=None)
        assert not waits.filter(person=cast.people["els"]).exists()
    assert opens(cast, told) == []
    with scope.acting(ad):
        named = {"concerns_to": (None, cast.members["els"].uuid)}
        help_settings.change(actor=ad, network=cast.linde, changes=named)
    assert opens(cast, told) == ["els"]
    with scope.acting(SYSTEM):
        assert [row.person_id for row in waits] == [cast.people["els"].pk]
