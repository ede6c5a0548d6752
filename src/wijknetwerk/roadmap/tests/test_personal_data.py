"""K3: what the route keeps about a person can be seen and taken out; the network keeps the rest."""

import pytest
from django.db import transaction

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import registries, scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Membership
from wijknetwerk.roadmap import services
from wijknetwerk.roadmap.models import PhaseWords, StepProgress, SuggestionDismissal
from wijknetwerk.roadmap.services import Saying, StepState, suggestions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]

STEP = "shape-coordinator"


@pytest.fixture
def told(cast: Cast) -> Cast:
    """Amina and Dewi wrote; Bas took something up and is named in a note."""
    amina, dewi = cast.actor("amina"), cast.actor("dewi")
    owned = StepState("busy", "Amina Haddad belt de school.", "", cast.members["bas"].uuid)
    with scope.acting(amina):
        services.change_step(actor=amina, network=cast.linde, step=STEP, read_number=0, said=owned)
        services.say_phase(actor=amina, network=cast.linde, phase="shape", said=Saying("we zoeken"))
    with scope.acting(dewi):
        said = StepState("done", "Bas van der Meer en Amina Haddad deden het.")
        services.change_step(actor=dewi, network=cast.linde, step=STEP, read_number=1, said=said)
    return cast


def _export(cast: Cast, name: str) -> list[registries.Record]:
    actor = cast.actor(name)
    with scope.acting(actor):
        source = registries.personal_data["roadmap"]
        return list(source.export(person_uuid=actor.person_uuid))  # type: ignore[arg-type]


def _said(records: list[registries.Record]) -> str:
    return " | ".join(str(value) for record in records for _name, value in record.fields)


def test_i_see_what_i_wrote_took_up_and_where_i_am_named(told: Cast) -> None:
    amina = _said(_export(told, "amina"))
    assert "Amina Haddad belt de school." in amina
    assert "Bas van der Meer en Amina Haddad deden het." in amina
    assert "we zoeken" in amina
    bas = _said(_export(told, "bas"))
    assert "Bas van der Meer en Amina" in bas
    assert "belt de school" not in bas  # he took that step up, but these words are Amina's
    assert _export(told, "farid") == []
    assert _export(told, "els") == []


def test_who_left_still_gets_their_own_data(told: Cast) -> None:
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=told.members["amina"].pk).update(until_on=TODAY)
    assert "belt de school" in _said(_export(told, "amina"))


def _erase(cast: Cast, name: str) -> list[registries.Erasure]:
    actor = cast.actor(name)
    with scope.acting(actor), transaction.atomic():
        source = registries.personal_data["roadmap"]
        uuid = actor.person_uuid
        assert uuid is not None
        return list(source.erase(actor=actor, person_uuid=uuid))


def test_erasing_takes_the_person_out_and_keeps_the_rest(told: Cast) -> None:
    done = _erase(told, "amina")
    assert [(erasure.what, erasure.count) for erasure in done] == [("anonymised", 3)]
    assert _export(told, "amina") == []
    with scope.acting(SYSTEM):
        first, second = StepProgress.objects.order_by("number")
        assert (first.changed_by, first.owner) == (None, told.members["bas"])
        assert "Amina" not in f"{first.note} {second.note}"
        assert second.note.startswith("Bas van der Meer en ")
        assert second.changed_by == told.dewi
        assert PhaseWords.objects.get().changed_by is None
        assert PhaseWords.objects.get().text == "we zoeken"
        events = LogEntry.objects.filter(event="roadmap.person_taken_out")
        assert {entry.client_uuid for entry in events} == {told.amina.uuid}


def test_a_reason_and_words_under_a_phase_that_name_me_are_mine_too(told: Cast) -> None:
    dewi = told.actor("dewi")
    with scope.acting(dewi):
        services.say_phase(
            actor=dewi, network=told.linde, phase="anchor", said=Saying("Bas van der Meer belt")
        )
        suggestions.put_aside(
            actor=dewi,
            network=told.linde,
            code="roadmap.no_municipality",
            reason="Bas van der Meer vraagt het in januari.",
        )
    bas = _said(_export(told, "bas"))
    assert "Bas van der Meer vraagt het in januari." in bas
    assert "Bas van der Meer belt" in bas
    _erase(told, "bas")
    assert _export(told, "bas") == []
    with scope.acting(SYSTEM):
        row = SuggestionDismissal.objects.get()
        assert row.reason == "iemand die weg is vraagt het in januari."
        assert row.dismissed_by == told.dewi
        assert PhaseWords.objects.get(phase="anchor").text == "iemand die weg is belt"


def test_who_has_a_first_name_only_does_not_read_the_notes_of_others(told: Cast) -> None:
    with scope.acting(SYSTEM):
        type(told.bas).objects.filter(pk=told.bas.pk).update(family_name="", prefix="")
    assert _export(told, "bas")  # he took a step up
    assert "belt de school" not in _said(_export(told, "bas"))


def test_erasing_an_owner_leaves_the_step_to_nobody(told: Cast) -> None:
    _erase(told, "bas")
    with scope.acting(SYSTEM):
        assert not StepProgress.objects.filter(owner__isnull=False).exists()
        assert "Bas" not in " ".join(StepProgress.objects.values_list("note", flat=True))
    assert _export(told, "bas") == []


def test_a_first_name_alone_is_not_looked_for(told: Cast) -> None:
    assert "school" not in _said(_export(told, "bakker"))
    with scope.acting(SYSTEM):
        told.bakker.family_name = ""
        told.bakker.given_name = "Amina"
        told.bakker.save()
    assert _export(told, "bakker") == []
