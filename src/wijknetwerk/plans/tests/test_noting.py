"""A yes that was spoken or on paper: noted by whom a resident calls first who can't sign in, never
to themselves or their own party; and a plan that begins with a witness."""

from typing import Any

import pytest
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.networks.models import Membership
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.models import CircleMember, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.personal_data import PlansData
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import circle, plans, sharing
from wijknetwerk.plans.services.plans import First
from wijknetwerk.plans.services.sharing import Terms
from wijknetwerk.plans.tests.acting import BUT_MONEY, EVERYTHING, do, parts, row
from wijknetwerk.privacy.models import Consent
from wijknetwerk.privacy.purposes import Deed, Given, PartyKind


def at(name: str, *which: Any) -> str:
    return reverse(f"plans:{name}", args=which)


def bakkers(cast: Cast, first: str = "bas", role: str = "carer") -> ResidentPlan:
    """Mrs Bakker's plan, begun with the desk; who comes first is her contact person."""
    desk = cast.actor("joost")
    one = First(cast.members[first].uuid, role, "", EVERYTHING)
    with scope.acting(desk):
        return plans.begin_with(
            actor=desk,
            network=cast.linde,
            resident=cast.members["bakker"].uuid,
            how="spoken",
            first=one,
        )


def asks(
    cast: Cast, plan: ResidentPlan, whom: str, by: str = "bas", role: str = "professional"
) -> CircleMember:
    member = cast.members[whom].uuid
    made: CircleMember = do(cast, plan, by, circle.add, member=member, role=role)
    return made


def test_what_she_said_is_noted_with_who_wrote_it_down(cast: Cast, sign_in: SignIn) -> None:
    plan = bakkers(cast)
    asked = asks(cast, plan, "els")
    waits = row(Waiting, kind="plans.asked", done_at=None)
    assert waits.person_id == cast.bas.pk
    bas = sign_in("bas")
    page = bas.get(at("sharing", plan.uuid)).content.decode()
    assert "U schrijft op wat Truus Bakker zei" in page
    bas.post(at("circle_answer", plan.uuid, asked.uuid, "gezegd"))
    noted = row(CircleMember, pk=asked.pk)
    assert (noted.state, noted.said_how, noted.said_to_id) == ("in", "spoken", cast.bas.pk)
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(kind="plans.asked", done_at=None).exists()
    here = at("share", plan.uuid, asked.uuid)
    bas.post(here, {"preset": "but_money"})
    assert parts(cast, plan, "els") == set()
    bas.post(here, {"preset": "but_money", "how": "in_app"})
    assert parts(cast, plan, "els") == set()
    bas.post(here, {"preset": "but_money", "how": "on_paper"})
    assert parts(cast, plan, "els") == set(Part) - {Part.MONEY}
    yes = row(Consent, party_uuid=cast.els.uuid)
    assert (yes.how, yes.recorded_by_id, yes.given_by_id) == (
        "on_paper",
        cast.bas.pk,
        cast.bakker.pk,
    )
    said = bas.get(at("sharing", plan.uuid)).content.decode()
    assert "Op papier. Opgeschreven door Bas van der Meer." in said
    bas.post(at("yes_stop", plan.uuid, yes.uuid))
    assert parts(cast, plan, "els") == set()


def test_nobody_else_notes_and_nobody_for_themselves(cast: Cast, sign_in: SignIn) -> None:
    plan = bakkers(cast)
    asked = asks(cast, plan, "els")
    answer = {"place": asked.uuid, "yes": True}
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", circle.answer, **answer)
    do(cast, plan, "bas", circle.answer, how=Given.SPOKEN, **answer)
    give = {"kind": PartyKind.PERSON, "chosen": BUT_MONEY}
    spoken = Terms(how=Given.SPOKEN)
    do(cast, plan, "bas", sharing.give, place=asked.uuid, terms=spoken, **give)
    second = asks(cast, plan, "lena", by="els", role="volunteer")
    for name in ("els", "lena", "joost", "dewi", "ad"):
        reader = sign_in(name)
        denied = 403 if name == "els" else 404
        assert reader.get(at("sharing", plan.uuid)).status_code == denied
        for act in ("gezegd", "ja"):
            sent = reader.post(at("circle_answer", plan.uuid, second.uuid, act))
            assert sent.status_code == denied
    own = row(CircleMember, plan=plan, is_contact=True)
    with pytest.raises(NotYours):
        do(cast, plan, "bas", sharing.give, place=own.uuid, terms=spoken, **give)


def test_nobody_notes_a_yes_to_their_own_party(cast: Cast) -> None:
    plan = bakkers(cast, "els", "professional")
    with scope.acting(SYSTEM):
        els = Membership.objects.get(pk=cast.members["els"].pk)
        rows = Membership.objects.filter(pk=cast.members["lena"].pk)
        rows.update(partner=els.partner, organisation=els.organisation)
    asked = asks(cast, plan, "lena", by="els")
    spoken = {"place": asked.uuid, "how": Given.SPOKEN}
    with pytest.raises(NotYours):
        do(cast, plan, "els", circle.answer, yes=True, **spoken)
    with scope.acting(SYSTEM):
        rows.update(partner=None, organisation=None)  # who works there no more, came in for it
    with pytest.raises(NotYours):
        do(cast, plan, "els", circle.answer, yes=True, **spoken)
    do(cast, plan, "els", circle.answer, yes=False, **spoken)
    team = {"kind": PartyKind.TEAM, "place": None, "chosen": BUT_MONEY}
    with pytest.raises(NotYours):
        do(cast, plan, "els", sharing.give, terms=Terms(how=Given.SPOKEN), **team)


def test_who_can_sign_in_again_is_asked_themselves(cast: Cast, sign_in: SignIn) -> None:
    plan = bakkers(cast)
    asked = asks(cast, plan, "els")
    bas = sign_in("bas")
    assert bas.get(at("sharing", plan.uuid)).status_code == 200
    with scope.acting(SYSTEM):
        bakker = type(cast.bakker).objects.get(pk=cast.bakker.pk)
        bakker.email = "truus@voorbeeld.example"
        bakker.save()
    assert bas.get(at("sharing", plan.uuid)).status_code == 403
    sent = bas.post(at("circle_answer", plan.uuid, asked.uuid, "gezegd"))
    assert sent.status_code == 403
    assert row(CircleMember, pk=asked.pk).state == "asked"


def test_what_is_noted_about_an_answer_goes_with_who_noted_it(cast: Cast) -> None:
    plan = bakkers(cast)
    asked = asks(cast, plan, "els")
    do(cast, plan, "bas", circle.answer, place=asked.uuid, yes=True, how=Given.ON_PAPER)
    with scope.acting(SYSTEM):
        told = str([one.fields for one in PlansData().export(person_uuid=cast.bakker.uuid)])
        assert "Bas van der Meer" in told
        list(PlansData().erase(actor=SYSTEM, person_uuid=cast.bas.uuid))
    noted = row(CircleMember, pk=asked.pk)
    assert (noted.said_how, noted.said_to_id) == ("on_paper", None)


def test_a_plan_begins_with_a_witness_who_gets_nothing(cast: Cast, sign_in: SignIn) -> None:
    here = at("begin_with", "de-linde")
    sent = {
        "resident": str(cast.members["bakker"].uuid),
        "how": "on_paper",
        "member": str(cast.members["bas"].uuid),
        "role": "carer",
        "relation": "haar buurman",
        "preset": "everything",
    }
    for name, status in (("bas", 403), ("ad", 403), ("lena", 403), ("sam", 404)):
        assert sign_in(name).post(here, sent).status_code == status
    joost = sign_in("joost")
    amina = {**sent, "resident": str(cast.members["amina"].uuid)}
    refused = joost.post(here, amina)
    assert refused.status_code == 200
    assert joost.post(here, sent).status_code == 302
    again = joost.post(here, sent)
    sentence = "Dit kan hier niet beginnen."
    assert sentence in refused.content.decode()
    assert sentence in again.content.decode()
    plan = row(ResidentPlan, resident=cast.bakker)
    assert (plan.begun_how, plan.begun_by_id) == ("on_paper", cast.joost.pk)
    assert joost.get(at("plan", plan.uuid)).status_code == 404
    assert sign_in("bas").get(at("plan", plan.uuid)).status_code == 200


def test_what_is_about_who_is_called_first_somebody_else_notes(cast: Cast, sign_in: SignIn) -> None:
    """Els is called first; Lena works for the same party. Bas, of no party, notes the yes to Lena's
    place and to what Els sees: once he may write the circle, and nothing about anybody else."""
    plan = bakkers(cast, "els", "professional")
    with scope.acting(SYSTEM):
        els = Membership.objects.get(pk=cast.members["els"].pk)
        rows = Membership.objects.filter(pk=cast.members["lena"].pk)
        rows.update(partner=els.partner, organisation=els.organisation)
    asked = asks(cast, plan, "bas", by="els", role="family")
    do(cast, plan, "els", circle.answer, place=asked.uuid, yes=True, how=Given.SPOKEN)
    lena = asks(cast, plan, "lena", by="els")
    nora = asks(cast, plan, "joost", by="els", role="family")
    terms = Terms(how=Given.SPOKEN)
    sees = {"kind": PartyKind.PERSON, "place": asked.uuid, "terms": terms}
    reads = Sharing((Part.CIRCLE,), deeds=(Deed.READ,))
    own = row(CircleMember, plan=plan, is_contact=True)
    bas, here = sign_in("bas"), at("plan", plan.uuid)
    yes = at("circle_answer", plan.uuid, lena.uuid, "gezegd")
    do(cast, plan, "els", sharing.give, chosen=reads, **sees)
    assert bas.post(yes).status_code == bas.get(at("share", plan.uuid, own.uuid)).status_code == 403
    writes = Sharing((Part.CIRCLE,), deeds=(Deed.READ, Deed.WRITE))
    do(cast, plan, "els", sharing.give, chosen=writes, **sees)
    page = bas.get(here).content.decode()
    assert yes in page
    assert str(nora.uuid) not in page
    for other in (at("circle_answer", plan.uuid, nora.uuid, "gezegd"), at("sharing", plan.uuid)):
        assert bas.post(other).status_code in (403, 405)
    assert bas.get(at("share", plan.uuid, asked.uuid)).status_code == 403
    assert bas.post(yes)["Location"] == here
    assert (row(CircleMember, pk=lena.pk).state, row(CircleMember, pk=nora.pk).state) == (
        "in",
        "asked",
    )
    bas.post(at("share", plan.uuid, own.uuid), {"preset": "but_money", "how": "gezegd"})
    assert Part.MONEY in parts(cast, plan, "els")
    bas.post(at("share", plan.uuid, own.uuid), {"preset": "but_money", "how": "spoken"})
    assert parts(cast, plan, "els") == set(Part) - {Part.MONEY}
