"""Make mutual_aid/content/postcodes.csv anew (see the README beside it).

    python -m tools.postcode_middles OVERLAP.csv.gz

OVERLAP has pc4, wijkcode, gemeentecode and aandeel_oppervlak_pc4: the share of each postcode area
that lies in each district.
"""

import csv
import gzip
import sys
from collections import defaultdict
from pathlib import Path

from wijknetwerk.mutual_aid import dutch_grid
from wijknetwerk.mutual_aid.postcode_files import SHIPPED
from wijknetwerk.networks.areas import middles


def main(overlap: Path) -> None:
    """Write the table."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    with gzip.open(overlap, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            codes = (row["wijkcode"], row["gemeentecode"], "")
            point = middles.of_areas([codes])
            if point is None:
                continue
            share, total = float(row["aandeel_oppervlak_pc4"]), sums[row["pc4"]]
            for place, value in enumerate((1.0, *point)):
                total[place] += share * value
    with SHIPPED.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("pc4", "x", "y"))
        for pc4, (share, latitude, longitude) in sorted(sums.items()):
            x, y = dutch_grid.metres(latitude / share, longitude / share)
            writer.writerow((pc4, round(x), round(y)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
