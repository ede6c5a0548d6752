"""Before the last day of a permission it is asked anew, once a day by the clock; one tap gives it
for another year as a new row of the ledger; what lapsed shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry, OutgoingMail
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.models import CircleMember, ResidentPlan
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import (
    again_waits,
    asking_again,
    circle,
    plans,
    referrals,
    representatives,
    sharing,
    watching,
    words,
)
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import (
    BUT_MONEY,
    EVERYTHING,
    begun,
    do,
    hand,
    parts,
    place,
    row,
    shares,
)
from wijknetwerk.plans.tests.test_noting import bakkers
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import Given, PartyKind

YEAR = timedelta(days=366)
WEEKS = timedelta(weeks=4)


def at(name: str, *which: Any) -> str:
    return reverse(f"plans:{name}", args=which)


@contextmanager
def later(days: float) -> Iterator[None]:
    with clock.frozen(NOW + timedelta(days=days)):
        yield


def asked() -> int:
    """The job of one morning; how many mails."""
    with scope.acting(SYSTEM):
        return again_waits.ask_due()


def waits_for() -> list[int]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind="plans.again", done_at=None)
        return list(rows.values_list("person_id", flat=True))


def mails() -> list[Any]:
    with scope.acting(SYSTEM):
        return list(OutgoingMail.objects.filter(purpose="plans.something_waits").order_by("pk"))


def test_asked_weeks_before_and_once_more_and_never_twice(cast: Cast) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "els", "professional"))
    with later(366 - 29):
        assert asked() == 0
        assert waits_for() == []
    with later(366 - 28):
        assert asked() == 1
        assert asked() == 0
        assert waits_for() == [cast.amina.pk]
    with later(366 - 20):
        assert asked() == 0
    with later(366 - 7):
        assert asked() == 1
    with later(366 - 6):
        assert asked() == 0
    found = mails()
    assert [one.to_address for one in found] == ["amina@voorbeeld.example"] * 2
    for mail in found:
        assert not any(word in f"{mail.subject} {mail.body}" for word in ("Els", "plan", "Vos"))
    with later(366):
        assert asked() == 0
        assert parts(cast, plan, "els") == set()
    with scope.acting(SYSTEM):
        lines = LogEntry.objects.filter(event="plans.asked_again", client_uuid=cast.amina.uuid)
        assert lines.count() == 2


def test_what_was_given_for_a_short_time_is_not_asked_at_once(cast: Cast) -> None:
    plan = begun(cast)
    nurse = place(cast, plan, "els", "professional")
    give = {"kind": PartyKind.PERSON, "place": nurse.uuid, "chosen": EVERYTHING}
    short = Terms(lasts=timedelta(days=10))
    do(cast, plan, "amina", sharing.give, terms=short, **give)
    assert asked() == 0
    with later(5):
        assert asked() == 1
    with later(9):
        assert asked() == 0
        assert waits_for() == [cast.amina.pk]


def test_one_tap_gives_it_anew_as_a_new_row(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    nurse = place(cast, plan, "els", "professional")
    old = shares(cast, plan, nurse, BUT_MONEY)
    with later(350):
        assert asked() == 1
        amina = sign_in("amina")
        page = amina.get(at("sharing", plan.uuid)).content.decode()
        assert "Ja, nog een jaar" in page
        assert "Nee, stop nu" in page
        amina.post(at("yes_again", plan.uuid, old))
        assert waits_for() == []
        new = row(Consent, party_uuid=cast.els.uuid, withdrawal=None)
        before = row(Consent, uuid=old)
        assert new.uuid != old
        assert (new.valid_from, new.valid_until) == (clock.now(), clock.now() + YEAR)
        assert before.valid_until == NOW + YEAR  # append-only: what stood there stands there
        assert (new.parts, new.deeds, new.text_id) == (before.parts, before.deeds, before.text_id)
        assert amina.post(at("yes_again", plan.uuid, old)).status_code == 404
    with later(370):
        assert parts(cast, plan, "els") == set(Part) - {Part.MONEY}


def test_a_no_ends_it_at_once_and_nothing_waits(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    old = shares(cast, plan, place(cast, plan, "els", "professional"))
    with later(350):
        asked()
        amina = sign_in("amina")
        amina.post(at("yes_stop", plan.uuid, old))
        assert parts(cast, plan, "els") == set()
        assert waits_for() == []
        assert amina.post(at("yes_again", plan.uuid, old)).status_code == 404


def test_what_lapsed_shows_until_it_is_chosen_again(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    nurse = place(cast, plan, "els", "professional")
    old = shares(cast, plan, nurse)
    with later(367):
        amina = sign_in("amina")
        page = amina.get(at("sharing", plan.uuid)).content.decode()
        assert "Els Vos zag: alles." in page
        assert "Ziet niets." in page
        assert amina.post(at("yes_again", plan.uuid, old)).status_code == 404
        amina.post(at("share", plan.uuid, nurse.uuid), {"preset": "everything"})
        assert "zag: alles" not in amina.get(at("sharing", plan.uuid)).content.decode()


@pytest.mark.parametrize("end", ["circle", "close", "stop"])
def test_what_ended_meanwhile_is_asked_no_more(end: str, cast: Cast) -> None:
    plan = begun(cast)
    nurse = place(cast, plan, "els", "professional")
    old = shares(cast, plan, nurse)
    with later(350):
        asked()
        if end == "circle":
            do(cast, plan, "amina", circle.take_out, place=nurse.uuid)
        elif end == "close":
            do(cast, plan, "amina", plans.close, words="", taken="not_needed")
        else:
            do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=nurse.uuid)
        assert waits_for() == []
        with pytest.raises(DomainError):
            do(cast, plan, "amina", asking_again.renew, consent=old)
        assert parts(cast, plan, "els") == set()


def test_the_contact_person_is_asked_for_who_cannot_sign_in(cast: Cast, sign_in: SignIn) -> None:
    plan = bakkers(cast)
    member = cast.members["els"].uuid
    nurse = do(cast, plan, "bas", circle.add, member=member, role="professional")
    spoken = {"how": Given.SPOKEN}
    do(cast, plan, "bas", circle.answer, place=nurse.uuid, yes=True, **spoken)
    give = {"kind": PartyKind.PERSON, "place": nurse.uuid, "chosen": EVERYTHING}
    old = do(cast, plan, "bas", sharing.give, terms=Terms(**spoken), **give)
    with later(350):
        assert asked() == 1
        assert waits_for() == [cast.bas.pk]
        bas = sign_in("bas")
        assert bas.post(at("yes_again", plan.uuid, old)).status_code == 403
        bas.post(at("yes_again", plan.uuid, old), {"how": "op-papier"})
        new = row(Consent, party_uuid=cast.els.uuid, withdrawal=None)
        assert (new.how, new.recorded_by_id) == ("on_paper", cast.bas.pk)
        own = row(Consent, party_uuid=cast.bas.uuid)
        sent = bas.post(at("yes_again", plan.uuid, own.uuid), {"how": "gezegd"})
        assert sent.status_code == 403
        assert row(ResidentPlan, pk=plan.pk).asked_again_on is not None
        assert row(Consent, party_uuid=cast.bas.uuid).valid_until == NOW + YEAR


def test_who_answers_no_more_is_asked_no_more(cast: Cast) -> None:
    plan = bakkers(cast)
    member = cast.members["els"].uuid
    do(cast, plan, "bas", circle.add, member=member, role="professional")
    with later(350):
        asked()
        assert waits_for() == [cast.bas.pk]
        own = row(CircleMember, plan=plan, is_contact=True)
        do(cast, plan, "bas", sharing.stop, kind=PartyKind.PERSON, place=own.uuid)
        assert waits_for() == []
        with scope.acting(SYSTEM):
            assert not Waiting.objects.filter(kind="plans.asked", done_at=None).exists()
        assert asked() == 0


def test_what_a_question_to_a_party_rests_on_goes_on_with_it_and_shuts_with_it(cast: Cast) -> None:
    plan = begun(cast)
    nurse = place(cast, plan, "els", "professional")
    need = do(cast, plan, "amina", words.write, thing="need", said=Said("Een wond"))
    which = {"need": need.uuid, "place": nurse.uuid, "what": "Wilt u kijken?"}
    question = do(cast, plan, "amina", referrals.propose, **which)
    with later(350):
        do(cast, plan, "amina", asking_again.renew, consent=question.consent)
    with later(370):
        assert hand(cast, plan, "els").things == {one("referral", question.uuid)}
        do(cast, plan, "amina", referrals.stop, uuid=question.uuid)
        assert parts(cast, plan, "els") == set()
        with pytest.raises(NotFound):
            hand(cast, plan, "els")


def test_the_watcher_goes_on_watching_and_opens_nothing(cast: Cast) -> None:
    plan = begun(cast)
    ben = place(cast, plan, "ben", "volunteer")
    do(cast, plan, "amina", watching.name_watcher, place=ben.uuid)
    yes = row(Consent, purpose="plan_watch")
    with later(350):
        do(cast, plan, "amina", asking_again.renew, consent=yes.uuid)
        new = row(Consent, purpose="plan_watch", withdrawal=None)
        assert (new.parts, new.deeds) == (["watch"], ["read"])
        with pytest.raises(NotFound):
            hand(cast, plan, "ben")


def test_who_decides_for_her_gives_it_anew_within_the_scope_and_never_to_themselves(
    cast: Cast,
) -> None:
    plan = begun(cast)
    son, nurse = place(cast, plan, "bas", "family"), place(cast, plan, "els", "professional")
    own, needs = shares(cast, plan, son), shares(cast, plan, nurse, Sharing((Part.NEEDS,)))
    every = tuple(part.value for part in Part if part != Part.MONEY)
    claim = representatives.Claim(cast.members["bas"].uuid, "child", every)
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    with later(350):
        with pytest.raises(NotAllowed):
            do(cast, plan, "bas", asking_again.renew, consent=own)
        new = do(cast, plan, "bas", asking_again.renew, consent=needs)
        assert row(Consent, uuid=new).given_by_id == cast.bas.pk
        with pytest.raises(NotAllowed):
            do(cast, plan, "els", asking_again.renew, consent=new)
