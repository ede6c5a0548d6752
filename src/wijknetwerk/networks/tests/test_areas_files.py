"""Area files: each bad line is named, nothing is half stored, loading again is safe."""

import gzip
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Area

EXAMPLE = Path(__file__).resolve().parents[1] / "example" / "areas.csv"
REAL = Path("../shared/data/kwb/kwb_2024_gemeente_wijk_buurt.csv.gz")
HEAD = "code,year,kind,name,municipality_code,municipality_name,district_code,province,population\n"
KWB = "regiocode,soort,naam,gemeentecode,gemeentenaam,wijkcode,provincie,aantal_inwoners\n"

pytestmark = pytest.mark.django_db


def _file(folder: Path, text: str, name: str = "areas.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_our_own_columns_are_read() -> None:
    call_command("load_areas", EXAMPLE, verbosity=0)
    west = Area.objects.get(code="WK020204", year=2024)
    assert (west.name, west.municipality_name, west.population) == (
        "Presikhaaf-West",
        "Arnhem",
        8885,
    )
    assert (west.kind, west.district_code, west.province) == ("WK", "WK020204", "Gelderland")
    assert Area.objects.count() == 10


def test_loading_again_brings_up_to_date_and_adds_nothing(tmp_path: Path) -> None:
    call_command("load_areas", EXAMPLE, verbosity=0)
    before = Area.objects.get(code="WK020204")
    line = "WK020204,2024,WK,Presikhaaf Nieuw,GM0202,Arnhem,WK020204,Gelderland,9000\n"
    call_command("load_areas", _file(tmp_path, HEAD + line), verbosity=0)
    after = Area.objects.get(code="WK020204")
    assert (after.pk, after.uuid) == (before.pk, before.uuid)
    assert (after.name, after.population) == ("Presikhaaf Nieuw", 9000)
    assert Area.objects.count() == 10


def test_a_code_of_another_year_is_another_area(tmp_path: Path) -> None:
    lines = "GM0202,2023,GM,Arnhem,GM0202,Arnhem,,,\nGM0202,2024,GM,Arnhem,GM0202,Arnhem,,,\n"
    call_command("load_areas", _file(tmp_path, HEAD + lines), verbosity=0)
    assert sorted(Area.objects.values_list("year", flat=True)) == [2023, 2024]


def test_unknown_inhabitants_are_not_zero(tmp_path: Path) -> None:
    lines = "GM0202,2024,GM,Arnhem,GM0202,Arnhem,,,\nWK020299,2024,WK,Water,GM0202,Arnhem,,,0\n"
    call_command("load_areas", _file(tmp_path, HEAD + lines), verbosity=0)
    assert Area.objects.get(code="GM0202").population is None
    assert Area.objects.get(code="WK020299").population == 0


def test_a_byte_order_mark_semicolons_and_padded_codes_are_read(tmp_path: Path) -> None:
    text = (
        "\ufeff"
        + KWB.replace(",", ";")
        + '"GM0014    ";gemeente;"Groningen";GM0014;Groningen;;;243768\n'
    )
    call_command("load_areas", _file(tmp_path, text, "kwb_2024.csv"), verbosity=0)
    found = Area.objects.get()
    assert (found.code, found.year, found.population) == ("GM0014", 2024, 243768)


def test_each_bad_line_is_named_and_nothing_is_stored(tmp_path: Path) -> None:
    lines = (
        "GM0202,2024,GM,Arnhem,GM0202,Arnhem,,Gelderland,1\n"
        "XX0202,2024,GM,Arnhem,GM0202,Arnhem,,,1\n"
        "WK020204,2024,WK,,GM0202,Arnhem,,,1\n"
        "WK020205,2024,WK,Oost,GM0202,Arnhem,,,veel\n"
        "WK020206,2024,WK,Oost,GM0999,Elders,,,1\n"
        "GM0202,2024,GM,Arnhem,GM0202,Arnhem,,Gelderland,1\n"
        "WK020207,twee,WK,Oost,GM0202,Arnhem,,,1\n"
        "WK020208,2024,BU,Oost,GM0202,Arnhem,,,1\n"
        "WK020209,2024\n"
    )
    with pytest.raises(CommandError) as refused:
        call_command("load_areas", _file(tmp_path, HEAD + lines), verbosity=0)
    said = str(refused.value).splitlines()
    assert said[0] == "Nothing was loaded: 8 lines are wrong."
    assert [line.split(":")[0].strip() for line in said[1:]] == [f"line {n}" for n in range(3, 11)]
    assert "stood on line 2 already" in said[5]
    assert not Area.objects.exists()
    assert not LogEntry.objects.filter(event="networks.areas_loaded").exists()


def test_a_bad_line_after_many_good_ones_leaves_nothing(tmp_path: Path) -> None:
    good = "".join(f"BU0202{n:04d},2024,BU,Buurt {n},GM0202,Arnhem,,,5\n" for n in range(4100))
    with pytest.raises(CommandError, match="line 4102"):
        call_command("load_areas", _file(tmp_path, HEAD + good + "?\n"), verbosity=0)
    assert not Area.objects.exists()


def test_text_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    path.write_bytes((HEAD + "GM0202,2024,GM,S\u00fad,GM0202,S\u00fad,,,\n").encode("latin-1"))
    with pytest.raises(CommandError, match="line 2: there are letters in it that are no UTF-8"):
        call_command("load_areas", path, verbosity=0)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "naam,jaar\nArnhem,2024\n", "has neither our columns"),
        ("kwb.csv", KWB + "GM0014,gemeente,Groningen,GM0014,Groningen,,,1\n", "give --year"),
        ("leeg.csv", "", "has neither our columns"),
    ],
)
def test_a_file_of_another_kind_gets_one_sentence(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("load_areas", _file(tmp_path, text, name), verbosity=0)


def test_a_missing_and_a_broken_file_get_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="can't be read"):
        call_command("load_areas", tmp_path / "weg.csv", verbosity=0)
    broken = tmp_path / "kwb_2024.csv.gz"
    broken.write_bytes(gzip.compress((KWB * 2000).encode())[:60])
    with pytest.raises(CommandError, match="can't be read"):
        call_command("load_areas", broken, verbosity=0)


def test_progress_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_areas", EXAMPLE)
    assert "10 areas are loaded" in capsys.readouterr().out


def test_loading_is_on_record() -> None:
    call_command("load_areas", EXAMPLE, verbosity=0)
    entry = LogEntry.objects.get(event="networks.areas_loaded")
    assert (entry.actor_kind, entry.actor_code) == ("system", "command.load_areas")
    assert entry.detail == {"count": 10}


@pytest.mark.realdata
def test_all_areas_of_the_netherlands_are_loaded_and_found() -> None:
    from wijknetwerk.networks.selectors import areas

    call_command("load_areas", REAL, verbosity=0)
    assert Area.objects.count() == 18309
    kinds = {kind: Area.objects.filter(kind=kind).count() for kind in ("GM", "WK", "BU")}
    assert kinds == {"GM": 342, "WK": 3393, "BU": 14574}
    found = areas.search("arnhem presikhaaf")
    assert [area.name for area in found[:2]] == ["Presikhaaf-West", "Presikhaaf-Oost"]
    assert {area.name for area in areas.search("wedde")} >= {"Wedde", "Wedderheide", "Wedderveer"}
    assert areas.search("den haag")[0].name == "'s-Gravenhage"
    assert areas.search("SUDWEST")[0].name == "Súdwest-Fryslân"
