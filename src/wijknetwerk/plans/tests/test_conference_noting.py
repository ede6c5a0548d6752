"""A resident who can't sign in says yes to a talk: the contact person notes it, never of their own
coming; and what a yes for one talk opens, and a copy of it holds."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.plans.models import CircleMember, ConferenceGuest, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.selectors import conference_copy, conference_facts
from wijknetwerk.plans.selectors import conference_pages as pages
from wijknetwerk.plans.services import (
    circle,
    conference,
    conference_agreements,
    conference_noting,
    representatives,
    sharing,
)
from wijknetwerk.plans.services import plans as services
from wijknetwerk.plans.services.plans import First
from wijknetwerk.plans.tests.acting import EVERYTHING, begun, do, parts, place, row
from wijknetwerk.plans.tests.agreeing import agreed, waiting_for
from wijknetwerk.plans.tests.conferring import LATER, called, guest, seat
from wijknetwerk.privacy.purposes import Deed, Given, PartyKind


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    """Of mevrouw Bakker, who can't sign in; Bas is called first, Els (nurse) is in the circle."""
    joost = cast.actor("joost")
    first = First(cast.members["bas"].uuid, "family", "mijn buurjongen", EVERYTHING)
    with scope.acting(joost):
        made = services.begin_with(
            actor=joost,
            network=cast.linde,
            resident=cast.members["bakker"].uuid,
            how="spoken",
            first=first,
        )
    with scope.acting(SYSTEM):
        els = CircleMember.of(made, role="professional", state="in", membership=cast.members["els"])
        els.organisation, els.from_on = cast.members["els"].organisation, clock.today()
        els.save()
    which = {"kind": PartyKind.PERSON, "place": els.uuid, "chosen": Sharing((Part.CIRCLE,))}
    how = sharing.Terms(how=Given.SPOKEN)
    do(cast, made, "bas", sharing.give, **which, terms=how)
    return made


def of(cast: Cast, plan: ResidentPlan, name: str) -> CircleMember:
    found: CircleMember = row(CircleMember, plan=plan, membership=cast.members[name])
    return found


def test_who_is_called_first_notes_the_yes_of_others_and_not_their_own(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    bas, els = of(cast, plan, "bas"), of(cast, plan, "els")
    talk = called(cast, plan, "els", bas)
    to = reverse("plans:conference_spoken", args=[plan.uuid, talk.uuid])
    assert sign_in("els").get(to).status_code == 404
    asked = sign_in("bas").get(to).content.decode()
    assert "Hoe gaat het verder thuis?" in asked
    assert str(guest(talk, els).uuid) in asked
    assert str(guest(talk, bas).uuid) not in asked
    comes = [guest(talk, one).uuid for one in (bas, els)]
    sign_in("bas").post(to, {"answer": "ja", "comes": comes})
    assert seat(cast, plan, "els", talk) is not None
    assert seat(cast, plan, "bas", talk) is None
    assert guest(talk, bas).state == "asked"
    with scope.acting(SYSTEM):
        said = LogEntry.objects.get(event="plans.conference_yes")
    assert (said.user_uuid, said.client_uuid) == (cast.bas.uuid, cast.people["bakker"].uuid)


def test_their_own_coming_is_noted_by_somebody_else_of_the_circle(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    """Bas called it. Els may only read the circle: she can't. Once she may write it she can, about
    Bas and not herself; not once the resident's yes to that ended, nor of a talk without a yes."""
    bas, els = of(cast, plan, "bas"), of(cast, plan, "els")
    talk = called(cast, plan, "bas", els)
    to = reverse("plans:conference_spoken", args=[plan.uuid, talk.uuid])
    writes = Sharing((Part.CIRCLE,), deeds=(Deed.READ, Deed.WRITE))
    reads = Sharing((Part.CIRCLE,), deeds=(Deed.READ,))
    which = {"kind": PartyKind.PERSON, "place": els.uuid}
    spoken = sharing.Terms(how=Given.SPOKEN)
    do(cast, plan, "bas", sharing.give, **which, chosen=writes, terms=spoken)
    assert sign_in("els").get(to).status_code == 404
    sign_in("bas").post(to, {"answer": "ja", "comes": [guest(talk, els).uuid]})
    assert (guest(talk, bas).state, guest(talk, els).state) == ("asked", "yes")
    assert waiting_for("plans.conference_asked") == {(cast.els.pk, talk.uuid)}
    do(cast, plan, "bas", sharing.give, **which, chosen=reads, terms=spoken)
    assert sign_in("els").get(to).status_code == 404
    do(cast, plan, "bas", sharing.give, **which, chosen=writes, terms=spoken)
    shown = sign_in("els").get(to).content.decode()
    assert str(guest(talk, bas).uuid) in shown
    sign_in("els").post(to, {"answer": "ja", "comes": [guest(talk, bas).uuid]})
    assert guest(talk, bas).state == "yes"
    assert seat(cast, plan, "bas", talk) is not None
    assert waiting_for("plans.conference_asked") == set()
    with scope.acting(SYSTEM):
        said = LogEntry.objects.filter(event="plans.conference_guest_yes").latest("pk")
    assert (said.user_uuid, said.client_uuid) == (cast.els.uuid, cast.people["bakker"].uuid)


def test_it_is_theirs_no_more_once_another_is_called_first(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    talk = called(cast, plan, "els")
    bas = sign_in("bas")
    to = reverse("plans:conference_spoken", args=[plan.uuid, talk.uuid])
    assert bas.get(to).status_code == 200
    with scope.acting(SYSTEM):
        CircleMember.objects.filter(plan=plan, is_contact=True).update(is_contact=False)
    assert bas.post(to, {"answer": "ja"}).status_code == 404
    assert row(ConferenceGuest, conference=talk).state == "asked"
    assert Client().get(to).status_code == 302


def test_nobody_notes_for_who_signs_in(cast: Cast) -> None:
    plan = begun(cast)
    bas = place(cast, plan, "bas", "family")
    which = {"kind": PartyKind.PERSON, "place": bas.uuid, "chosen": EVERYTHING}
    do(cast, plan, "amina", sharing.give, **which)
    do(cast, plan, "amina", circle.appoint, place=bas.uuid)
    talk = called(cast, plan, "bas")
    said = {"conference": talk.uuid, "yes": True, "comes": [guest(talk, bas).uuid]}
    with pytest.raises(NotFound):
        do(cast, plan, "bas", conference_noting.note, **said)


def test_a_yes_for_one_talk_shows_what_was_agreed_there_and_nothing_beside_it(cast: Cast) -> None:
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    bas = place(cast, plan, "bas", "carer")
    talk = called(cast, plan, "amina", els, bas)
    assert parts(cast, plan, "els") == set()
    deal = {"conference": talk.uuid, "due_on": LATER.date()}
    do(cast, plan, "amina", conference_agreements.make, what="Traplift", place=bas.uuid, **deal)
    agreed(cast, plan, "amina", what="Iets anders")
    money = called(cast, plan, "amina", els)
    hers = seat(cast, plan, "els", talk)
    assert hers is not None
    with scope.acting(cast.actor("els")):
        assert [one.what for one in pages.agreed(hers)] == ["Traplift"]
    other = seat(cast, plan, "els", money)
    assert other is not None
    with scope.acting(cast.actor("els")):
        assert pages.agreed(other) == []
    with clock.frozen(LATER + timedelta(hours=2)):
        came = [guest(talk, els).uuid, guest(talk, bas).uuid]
        held = {"conference": talk.uuid, "came": came, "resident_came": True, "minutes": 50}
        do(cast, plan, "amina", conference.hold, **held)
    with scope.acting(cast.actor("els")):
        hers = seat(cast, plan, "els", talk)
        assert hers is not None
        text = conference_copy.block(hers)
        known = dict(conference_facts.facts(hers, "after"))
    for word in ("Traplift", "Els", "50 minuten", "mantelzorger"):
        assert word in text
    for word in ("Amina", "Haddad", cast.people["bas"].name, "Iets anders"):
        assert word not in text
    assert (known["De bewoner was erbij"], known["Afspraken"]) == ("ja", "1")


def test_who_decides_for_the_resident_and_is_in_the_circle_can_call_a_talk(cast: Cast) -> None:
    plan = begun(cast)
    bas = place(cast, plan, "bas", "family")
    claim = representatives.Claim(
        cast.members["bas"].uuid, "child", (Part.CONFERENCES.value, Part.CIRCLE.value)
    )
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    talk = called(cast, plan, "bas")
    assert (talk.state, guest(talk, bas).state) == ("planned", "yes")
    assert guest(talk, bas).consent is None
    assert talk.starts_at > NOW
