"""Loading where postcodes lie."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.cast import SYSTEM
from wijknetwerk.core import scope
from wijknetwerk.mutual_aid import dutch_grid
from wijknetwerk.mutual_aid.models import Postcode
from wijknetwerk.mutual_aid.selectors import places


def load(path: Path | None = None) -> None:
    call_command("load_postcodes", *([path] if path else []), verbosity=0)


def where(*pc4s: str) -> places.Middles:
    with scope.acting(SYSTEM):
        return places.middles(set(pc4s))


@pytest.mark.once
def test_two_towers_of_which_both_grids_are_published() -> None:
    for place, metres in (
        ((52.37453253, 4.88352559), (120700.723, 487525.501)),  # Westertoren
        ((53.21938317, 6.56820053), (233883.131, 582065.167)),  # Martinitoren
    ):
        assert dutch_grid.metres(*place) == pytest.approx(metres, abs=0.01)


@pytest.mark.django_db
def test_the_shipped_table_and_a_better_one(tmp_path: Path) -> None:
    load()
    found = where("9698", "5344", "0000")
    assert set(found) == {"9698", "5344"}
    better = tmp_path / "better.csv"
    better.write_text("pc4;latitude;longitude\n9698;52,37453253;4.88352559\n")
    load(better)
    load(better)  # again is up to date
    assert where("9698", "5344") == {"9698": (120701, 487526), "5344": found["5344"]}


@pytest.mark.django_db
def test_all_or_nothing_and_each_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("pc4,x,y\n9698,267892,569687\n96,1,2\n9697,x,2\n9696,1,1\n9698,267892,569687\n")
    with pytest.raises(CommandError) as error:
        load(path)
    for line in ("4 lines are", "line 3", "line 4", "line 5", "line 6"):
        assert line in str(error.value)
    assert not Postcode.objects.exists()
    path.write_text("postcode,x,y\n9698,1,2\n")
    with pytest.raises(CommandError, match="columns"):
        load(path)
    with pytest.raises(CommandError, match="can't be read"):
        load(tmp_path / "nowhere.csv")
