"""A resident who can't sign in: the contact person notes yes and no, never of their own deed."""

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.models import Agreement, CircleMember
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.services import agreements, circle, plans, representatives
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.services.plans import First
from wijknetwerk.plans.services.representatives import Claim
from wijknetwerk.plans.tests.acting import EVERYTHING, do, row
from wijknetwerk.plans.tests.agreeing import SOON, agreed, at, waiting_for, worked_from


def test_the_contact_person_notes_what_the_resident_says(cast: Cast) -> None:
    joost = cast.actor("joost")
    first = First(cast.members["bas"].uuid, "family", "mijn buurjongen", EVERYTHING)
    with scope.acting(joost):
        plan = plans.begin_with(
            actor=joost,
            network=cast.linde,
            resident=cast.members["bakker"].uuid,
            how="spoken",
            first=first,
        )
    bas = row(CircleMember, plan=plan, membership=cast.members["bas"])
    own = Deal("Ik breng het brood", SOON, Who(place=bas.uuid))
    other = Deal("Piet maait het gras", SOON, Who(name="Piet"))
    mine = do(cast, plan, "bas", agreements.make, deal=own)
    theirs = do(cast, plan, "bas", agreements.make, deal=other)
    assert (mine.state, theirs.state) == ("made", "made")
    with pytest.raises(NotYours):
        do(cast, plan, "bas", agreements.agree, uuid=mine.uuid)
    assert do(cast, plan, "bas", agreements.agree, uuid=theirs.uuid).state == "agreed"
    back = do(cast, plan, "bas", agreements.wrong, uuid=mine.uuid, words="Liever op vrijdag.")
    assert back.state == "sent_back"


def test_who_decides_says_no_yes_to_their_own_deed(cast: Cast) -> None:
    plan = worked_from(cast)
    claim = Claim(cast.members["bas"].uuid, "mentor", tuple(Part), proof="Akte 12")
    noted = do(cast, plan, "amina", representatives.note, claim=claim)
    with scope.acting(officer := cast.actor("priya")):
        representatives.see_proof(actor=officer, network=cast.linde, uuid=noted.uuid)
    own = agreed(cast, plan, who=Who(place=at(plan, cast, "bas").uuid))
    other = agreed(cast, plan, who=Who(name="Piet"))
    with pytest.raises(NotYours):
        do(cast, plan, "bas", agreements.agree, uuid=own.uuid)
    assert do(cast, plan, "bas", agreements.agree, uuid=other.uuid).state == "agreed"


def test_nobody_notes_for_who_can_sign_in(cast: Cast) -> None:
    """Amina signs in herself: then even her contact person says no yes for her."""
    plan = worked_from(cast)
    do(cast, plan, "amina", circle.appoint, place=at(plan, cast, "bas").uuid)
    made = agreed(cast, plan)
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", agreements.agree, uuid=made.uuid)


def test_the_pages_offer_to_note_what_the_resident_says_but_not_of_ones_own_deed(
    cast: Cast, sign_in: SignIn
) -> None:
    joost = cast.actor("joost")
    first = First(cast.members["bas"].uuid, "family", "mijn buurjongen", EVERYTHING)
    with scope.acting(joost):
        bakker = {"resident": cast.members["bakker"].uuid, "how": "spoken", "first": first}
        plan = plans.begin_with(actor=joost, network=cast.linde, **bakker)
    own = Who(place=row(CircleMember, plan=plan).uuid)
    mine, theirs = (
        do(cast, plan, "bas", agreements.make, deal=Deal(what, SOON, who))
        for what, who in (("Ik breng brood", own), ("Piet maait", Who(name="Piet")))
    )
    bas = sign_in("bas")
    said = "De bewoner zegt: dit klopt<"
    for made, offered in ((mine, False), (theirs, True)):
        page = bas.get(reverse("plans:agreement", args=[plan.uuid, made.uuid])).content.decode()
        assert (said in page) is offered
        assert "De bewoner zegt: dit klopt niet" in page
    bas.post(reverse("plans:agreement_act", args=[plan.uuid, theirs.uuid, "klopt"]))
    assert row(Agreement, uuid=theirs.uuid).state == "agreed"
    assert waiting_for("plans.to_agree") == {(cast.bas.pk, plan.uuid)}
