"""Make the background of the map and the table of middles anew, from the boundaries of one year.

    python assets/outline.py FOLDER        (needs shapely, which the platform itself does not)

FOLDER holds `gemeenten_2024.geojson.gz` and `wijken_2024.geojson.gz` (Wijk- en buurtkaart 2024 of
CBS and Kadaster, through PDOK) and `kwb_2024_gemeente_wijk_buurt.csv.gz` (key figures of CBS, for
the province of each municipality). The results are committed: core/static/core/netherlands.json
and networks/areas/middles.csv.
"""

import csv
import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape

SOURCE = Path(__file__).resolve().parents[1] / "src" / "wijknetwerk"
OUTLINE = SOURCE / "core" / "static" / "core" / "netherlands.json"
MIDDLES = SOURCE / "networks" / "areas" / "middles.csv"
GRID = 0.0005  # degrees; neighbours of the source don't share exact edges
ROUGH = 0.004  # how far a line may move: about 400 metres
SPECK = 0.0004  # square degrees: islets below this are left out


def main(folder: Path) -> None:
    """Both files; prints how large they became."""
    towns = _read(folder / "gemeenten_2024.geojson.gz", "gemeentecode")
    districts = _read(folder / "wijken_2024.geojson.gz", "wijkcode")
    _middles({**towns, **districts})
    _outline(towns, folder)
    for path in (OUTLINE, MIDDLES):
        sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


def _read(path: Path, code: str) -> dict[str, Any]:
    """The shape of each code; without water and 'abroad'."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        features = json.load(file)["features"]
    found: dict[str, Any] = {}
    for one in features:
        said = one["properties"]
        water = code == "wijkcode" and said[code].endswith("99")
        if water or "0998" in said[code] or one["geometry"] is None:
            continue
        found[said[code]] = _areal(shapely.make_valid(shape(one["geometry"])))
    return found


def _middles(areas: dict[str, Any]) -> None:
    """A point inside each area: of its largest part, the middle where that lies within."""
    with MIDDLES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "latitude", "longitude"))
        for code in sorted(areas):
            part = max(shapely.get_parts(areas[code]), key=lambda one: one.area)
            middle = part.centroid if part.contains(part.centroid) else part.representative_point()
            writer.writerow((code, f"{middle.y:.3f}", f"{middle.x:.3f}"))


def _outline(towns: dict[str, Any], folder: Path) -> None:
    """The land, and as lines once each the borders of provinces and of municipalities."""
    province = _provinces(folder / "kwb_2024_gemeente_wijk_buurt.csv.gz")
    names = list(towns)
    cover = shapely.coverage_simplify(_covering([towns[one] for one in names]), ROUGH)
    land = shapely.union_all(cover)
    of_province = defaultdict(list)
    for code, piece in zip(names, cover, strict=True):
        of_province[province[code]].append(piece)
    rings = [shapely.union_all(pieces).boundary for pieces in of_province.values()]
    coast = land.boundary.buffer(1e-9)
    large = shapely.union_all(rings).difference(coast)
    small = shapely.union_all([one.boundary for one in cover]).difference(coast)
    small = small.difference(large.buffer(1e-9))
    whole = {
        "type": "FeatureCollection",
        "features": [
            _feature("land", "MultiPolygon", _polygons(land)),
            _feature("municipality", "MultiLineString", _lines(small)),
            _feature("province", "MultiLineString", _lines(large)),
        ],
    }
    OUTLINE.write_text(json.dumps(whole, separators=(",", ":")) + "\n", encoding="utf-8")


def _covering(shapes: list[Any]) -> list[Any]:
    """The same areas with edges that fit: slivers go to whom they touch most."""
    snapped = [_areal(shapely.make_valid(shapely.set_precision(one, GRID))) for one in shapes]
    edges = shapely.union_all([one.boundary for one in snapped], grid_size=GRID)
    faces = list(shapely.get_parts(shapely.polygonize([edges])))
    tree = shapely.STRtree(snapped)
    kept: dict[int, list[Any]] = defaultdict(list)
    for face in faces:
        inside = face.representative_point()
        near = tree.query(face)
        owners = [at for at in near if snapped[at].contains(inside)]
        if not owners and face.area < SPECK and len(near):  # a gap between neighbours
            owners = [max(near, key=lambda at: snapped[at].intersection(face.boundary).length)]
        if owners:
            kept[int(min(owners))].append(face)
    found = [_areal(shapely.union_all(kept[at])) for at in range(len(shapes))]
    lost = [at for at, one in enumerate(found) if one.area < shapes[at].area * 0.9]
    if lost:
        sys.exit(f"{len(lost)} municipalities lost their shape")
    return found


def _areal(one: Any) -> Any:
    """Its polygons only."""
    parts = shapely.get_parts(shapely.get_parts(one))
    return shapely.MultiPolygon([part for part in parts if part.geom_type == "Polygon"])


def _provinces(path: Path) -> dict[str, str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["regiocode"].startswith("GM")]
        return {row["regiocode"]: row["provincie"] for row in rows}


def _feature(kind: str, shape_of: str, coordinates: list[Any]) -> dict[str, Any]:
    geometry = {"type": shape_of, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"kind": kind}, "geometry": geometry}


def _polygons(land: Any) -> list[Any]:
    parts = [one for one in shapely.get_parts(land) if one.area > SPECK]
    return [
        [_rounded(ring) for ring in (one.exterior, *one.interiors) if _large(ring)] for one in parts
    ]


def _large(ring: Any) -> bool:
    return bool(shapely.Polygon(ring).area > SPECK)


def _lines(lines: Any) -> list[Any]:
    merged = shapely.get_parts(shapely.line_merge(lines))
    return [_rounded(one) for one in merged if one.length > 0.01]


def _rounded(line: Any) -> list[list[float]]:
    points = [[round(x, 3), round(y, 3)] for x, y in line.coords]
    return [one for at, one in enumerate(points) if at == 0 or one != points[at - 1]]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
