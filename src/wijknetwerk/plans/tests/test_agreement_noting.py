"""A resident who can't sign in: the contact person notes yes and no, never of their own deed."""

import pytest

from tests.cast import Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.models import CircleMember
from wijknetwerk.plans.services import agreements, circle, plans
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.services.plans import First
from wijknetwerk.plans.tests.acting import EVERYTHING, do, row
from wijknetwerk.plans.tests.agreeing import SOON, agreed, at, worked_from


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


def test_nobody_notes_for_who_can_sign_in(cast: Cast) -> None:
    """Amina signs in herself: then even her contact person says no yes for her."""
    plan = worked_from(cast)
    do(cast, plan, "amina", circle.appoint, place=at(plan, cast, "bas").uuid)
    made = agreed(cast, plan)
    with pytest.raises(NotAllowed):
        do(cast, plan, "bas", agreements.agree, uuid=made.uuid)
