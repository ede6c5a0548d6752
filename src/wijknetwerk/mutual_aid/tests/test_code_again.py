"""A changed code of conduct is read again by who agreed with an older one; it blocks nothing."""

from datetime import timedelta

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.registries import waiting_kinds
from wijknetwerk.mutual_aid.models import HelperFact, Match
from wijknetwerk.mutual_aid.selectors.code_waits import SIGN_AGAIN
from wijknetwerk.mutual_aid.services import help_settings, helper_facts, offers
from wijknetwerk.mutual_aid.tests import acting
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services import rebuild

HELP = "/n/de-linde/hulp/"
LATER = NOW + timedelta(days=3)


def waits(cast: Cast) -> list[str]:
    """For whom it waits; the same when it is rebuilt, and by the question before mail goes."""
    with scope.acting(SYSTEM):
        assert not [one for one in rebuild.rebuild(actor=SYSTEM) if one.kind == SIGN_AGAIN]
        rows = Waiting.objects.filter(kind=SIGN_AGAIN, done_at=None).select_related("person")
        still = waiting_kinds[SIGN_AGAIN].still_true([row.subject for row in rows])
        assert {row.subject for row in rows} == set(still)
        return sorted(row.person.given_name for row in rows)


def changes_text(cast: Cast, was: str, becomes: str) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        text = {"code_of_conduct": (was, becomes)}
        help_settings.change(actor=actor, network=cast.linde, changes=text)


def signs(cast: Cast, helper: object, on: object = TODAY) -> None:
    actor = cast.actor("joost")
    with scope.acting(actor):
        helper_facts.note(
            actor=actor,
            network=cast.linde,
            helper=helper.uuid,  # type: ignore[attr-defined]
            kind="code_signed",
            on=on,  # type: ignore[arg-type]
        )


def test_who_agreed_with_an_older_text_is_asked_again(cast: Cast, sign_in: SignIn) -> None:
    bas = acting.offer(cast)
    geert = acting.offer(cast, acting.outsider(cast))
    never = acting.offer(cast, acting.neighbour(cast, "amina"))
    for made in (bas, geert):
        signs(cast, made.helper)
    running = acting.agreed(cast, acting.match(cast, offered=bas))
    assert waits(cast) == []
    with clock.frozen(LATER):
        changes_text(cast, "", "Wij bellen af als wij niet kunnen.")
        assert waits(cast) == ["Bas"]
        with scope.acting(SYSTEM):
            assert Match.objects.get(pk=running.pk).state == "agreed"  # what runs goes on
        asked = sign_in("bas")
        assert "gedragscode" in asked.get("/vandaag/").content.decode()
        assert "12 november" in asked.get(f"{HELP}gedragscode/").content.decode()
        desk = sign_in("joost").get(f"{HELP}mensen/?which=code").content.decode()
        assert "Geert Mulder" in desk
        assert "Bas" not in desk
        assert never.helper.person is not None
        assert "Amina" not in desk
        signs(cast, geert.helper, TODAY)  # a day on which the older text held: still asked
        assert "Geert" in sign_in("joost").get(f"{HELP}mensen/?which=code").content.decode()
        asked.post(f"{HELP}gedragscode/", {"read": "on"})
        signs(cast, geert.helper, clock.today())
        assert waits(cast) == []
        assert "Geert" not in sign_in("joost").get(f"{HELP}mensen/?which=code").content.decode()
        changes_text(cast, "Wij bellen af als wij niet kunnen.", "Wij bellen op tijd af.")
        assert waits(cast) == ["Bas"]  # changed once more, on the day on which he agreed
        asked.post(f"{HELP}gedragscode/", {"read": "on"})
        assert waits(cast) == []
        with scope.acting(SYSTEM):
            kept = HelperFact.objects.filter(helper=bas.helper).order_by("on")
            assert [(row.on, row.code_version) for row in kept] == [
                (TODAY, 1),
                (clock.today(), 3),
            ]


def test_who_helps_no_more_is_not_asked(cast: Cast) -> None:
    bas = acting.offer(cast)
    signs(cast, bas.helper)
    changes_text(cast, "", "Wij komen op tijd.")
    assert waits(cast) == ["Bas"]
    actor = cast.actor("bas")
    with scope.acting(actor):
        offers.end(actor=actor, network=cast.linde, offer=bas.uuid)
    assert waits(cast) == []
    acting.offer(cast, bas.helper)
    assert waits(cast) == ["Bas"]
